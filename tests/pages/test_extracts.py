"""A few words of each cited paragraph are shown: those that statements rest on, within limits."""

from collections import Counter
from dataclasses import replace

import pytest
from fixture_types import ReadPage

from build_tools.ledger import Ledger
from build_tools.lexicon.content import all_keys
from build_tools.lexicon.counted_words import CountedWords
from build_tools.pages.account import account_for
from build_tools.pages.extracts import Extract, choose_extracts
from build_tools.pages.quoted_words import count_shown, find_shown
from build_tools.pages.runs import joined
from build_tools.pages.statements import PageEvidence
from build_tools.sources.library import Library, Passage
from build_tools.text.folding import fold
from build_tools.text.quotations import find_quotation
from build_tools.text.words import split_words

SOURCE = "osten-2019"


@pytest.fixture
def alone(library: Library) -> Library:
    """The articles without the counts of words, which show words as well."""
    return replace(library, counted_words=CountedWords())


def passage(library: Library, number: int) -> Passage:
    source = library.sources[SOURCE]
    return Passage(source, source.article.paragraphs[number - 1])


def shown(library: Library, number: int, *pages: PageEvidence) -> list[str]:
    """Show what stands beside the statements of the first page."""
    extracts = choose_extracts(pages, library)
    return [one.text for one in extracts.of(passage(library, number), pages[0].statements)]


def test_the_words_are_those_that_the_statement_has(read_page: ReadPage, alone: Library) -> None:
    page = read_page("The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].")
    text = " … ".join(shown(alone, 2, page))
    assert "35 minutes" in text
    other = read_page("Osten reported who had invited whom [@osten-2019, para. 2].")
    assert " … ".join(shown(alone, 2, other)) != text


def test_they_are_words_of_the_paragraph_as_it_has_them(manuscript: Ledger) -> None:
    extracts, pieces = manuscript.extracts, 0
    for entry in manuscript.entries:
        for cited in manuscript.library.passages(entry.statement.citations):
            for extract in extracts.of(cited, [entry.statement]):
                assert extract.text in cited.paragraph.text
                assert find_quotation(extract.text, cited.paragraph.folded), "whole words"
                pieces += 1
    assert pieces > 20


def test_no_more_is_shown_than_the_limits_allow(site_manuscript: Ledger) -> None:
    library, extracts = site_manuscript.library, site_manuscript.extracts
    statements = [entry.statement for entry in site_manuscript.entries]
    counts = count_shown([*find_shown(site_manuscript.pages.values(), library), *extracts.shown])
    passages = [it for statement in statements for it in library.passages(statement.citations)]
    cited = {passage.source.id for passage in passages}
    for id_, source in library.sources.items():
        # Of a source that nothing cites yet none are chosen; a word that is counted may be shown.
        assert (id_ in cited) == any(shown.source_id == id_ for shown in extracts.shown)
        assert id_ not in cited or counts.get(id_, 0) > 0
        assert counts.get(id_, 0) <= library.limits.largest_share * source.article.body_words
        for paragraph in source.article.paragraphs:
            found = extracts.of(Passage(source, paragraph), statements)
            words = sum(len(split_words(one.text)) for one in found)
            assert words <= library.limits.largest_quotation


def test_what_the_build_chooses_is_no_scrap(site_manuscript: Ledger) -> None:
    library, extracts = site_manuscript.library, site_manuscript.extracts
    quoted: dict[tuple[str, int], set[int]] = {}
    for item in find_shown(site_manuscript.pages.values(), library):
        quoted.setdefault((item.source_id, item.paragraph), set()).update(item.words)
    chosen = [
        run
        for spot, runs in extracts.runs.items()
        for run in joined(runs)
        if not quoted.get(spot, set()).issuperset(run)
    ]
    assert len(chosen) > 20
    assert min(map(len, chosen)) >= 5


def test_most_statements_of_the_site_have_words_beside_them(site_manuscript: Ledger) -> None:
    library, extracts = site_manuscript.library, site_manuscript.extracts
    cited = [
        bool(extracts.of(passage, [entry.statement]))
        for entry in site_manuscript.entries
        for passage in library.passages(entry.statement.citations)
    ]
    assert sum(cited) > len(cited) * 2 / 3


def test_the_words_shown_bear_out_most_of_what_most_statements_say(
    site_manuscript: Ledger,
) -> None:
    library, held, all_ = site_manuscript.library, 0, 0
    for statement in (entry.statement for entry in site_manuscript.entries):
        passages = library.passages(statement.citations)
        spreads = Counter(
            key
            for source in {passage.source for passage in passages}
            for paragraph in source.article.paragraphs
            for key in all_keys(paragraph.folded.text)
        )
        there = {key for passage in passages for key in all_keys(passage.paragraph.folded.text)}
        words = [word for word in account_for(statement, library).words if word.keys & there]
        if not words:
            continue
        shown = {
            key
            for passage in passages
            for extract in site_manuscript.extracts.of(passage, [statement])
            for key in all_keys(fold(extract.text).text)
        }
        # How many paragraphs of the articles have the words of the statement that fewest have.
        rarity = [min(spreads[key] for key in word.keys & there) for word in words]
        rarest = [w for w, many in zip(words, rarity, strict=True) if many == min(rarity)]
        half = sum(bool(word.keys & shown) for word in words) >= len(words) / 2
        held += half and any(word.keys & shown for word in rarest)
        all_ += 1
    assert held > all_ * 0.7


def test_words_quoted_anywhere_are_shown_again_and_cost_nothing(
    read_page: ReadPage, alone: Library
) -> None:
    quoting = read_page('Osten: "seized by Kestrian sailors" [@osten-2019, para. 6].')
    citing = read_page("Sailors took it, Osten reported [@osten-2019, para. 6].")
    limits = alone.limits.model_copy(update={"largest_share": 0.001})
    none = replace(alone, limits=limits)
    assert shown(none, 6, citing) == []
    citing = replace(citing, uri="other.md")
    assert shown(none, 6, citing, quoting) == ["seized by Kestrian sailors"]


def test_what_a_statement_pins_is_shown_before_all_else(
    read_page: ReadPage, alone: Library
) -> None:
    page = read_page('The talks were long [@osten-2019, para. 2, "35 minutes"].')
    limits = alone.limits.model_copy(update={"largest_quotation": 2})
    assert shown(replace(alone, limits=limits), 2, page) == ["35 minutes"]


def test_the_order_of_the_pages_changes_nothing(manuscript: Ledger) -> None:
    pages = tuple(manuscript.pages.values())
    one = choose_extracts(pages, manuscript.library)
    other = choose_extracts(tuple(reversed(pages)), manuscript.library)
    assert one is not other
    assert one.runs == other.runs


def test_an_extract_says_whether_a_sentence_begins_and_ends_with_it(
    read_page: ReadPage, alone: Library
) -> None:
    text = passage(alone, 6).paragraph.text
    first, end = text.split(". ")[0], text.rstrip('."”').rsplit(" ", 5)
    words = " ".join(first.split()[:6])
    page = read_page(f'Osten: "{words}" [@osten-2019, para. 6].')
    limits = alone.limits.model_copy(update={"largest_share": 0.001})
    extracts = choose_extracts((page,), replace(alone, limits=limits))
    assert extracts.of(passage(alone, 6), page.statements) == (Extract(words, True, False),)
    closing = " ".join(end[1:])
    page = read_page(f'Osten: "{closing}" [@osten-2019, para. 6].')
    extracts = choose_extracts((page,), replace(alone, limits=limits))
    assert extracts.of(passage(alone, 6), page.statements) == (Extract(closing, False, True),)


def test_words_that_the_article_denies_are_not_shown_without_the_denial(
    manuscript: Ledger, read_page: ReadPage, alone: Library
) -> None:
    page = read_page("Osten wrote of talks on the bell [@osten-2019, para. 8].")
    for extract in choose_extracts((page,), alone).of(passage(alone, 8), page.statements):
        before = passage(alone, 8).paragraph.text.split(extract.text)[0].split()[-5:]
        assert not {"not", "never", "no", "except"} & set(before)
