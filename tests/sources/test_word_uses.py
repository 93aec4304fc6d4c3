"""What each outlet calls the islands, in the real sources."""

import re

import pytest

from build_tools.pages.quoted_words import count_shown, find_shown
from build_tools.sources.library import Library
from build_tools.sources.word_uses import LONGEST_CONTEXT, OutletUse, Voice, find_outlet_uses


@pytest.fixture(scope="module")
def uses(library: Library) -> list[OutletUse]:
    return list(find_outlet_uses(library))


def test_every_use_is_counted_as_a_plain_search_counts_it(
    library: Library, uses: list[OutletUse]
) -> None:
    for source in library.sources.values():
        body = "\n".join(paragraph.folded.text for paragraph in source.article.paragraphs)
        for name in ("Northern Territories", "Southern Kurils", "Shikotan", "Habomai"):
            searched = len(re.findall(rf"\b{name}\b", body, re.IGNORECASE))
            assert searched == sum(u.term == name and u.source is source for u in uses)


def test_whose_word_a_name_is(uses: list[OutletUse]) -> None:
    sputnik = [u for u in uses if u.source.id == "sputnik-2016" and u.paragraph == 3]
    assert [(u.term, u.voice) for u in sputnik] == [
        ("Northern Territories", Voice.QUOTED),
        ("Southern Kurils", Voice.INSERTED),
    ]
    nikkei = [u.voice for u in uses if u.source.id == "nikkei-2020" and u.paragraph == 2]
    assert set(nikkei) == {Voice.OWN}


def test_verbs_for_the_taking_of_the_islands(uses: list[OutletUse]) -> None:
    verbs = {"seized", "occupied", "took", "claimed", "annexed", "incorporated"}
    found = {(u.source.id, u.paragraph, u.term) for u in uses if u.term in verbs}
    assert found == {
        ("kyodo-2021", 4, "seized"), ("kyodo-2021", 5, "annexed"),
        ("nikkei-2020", 2, "occupied"), ("sputnik-2016", 4, "claimed"),
        ("telesur-2021", 4, "occupied"), ("telesur-2021", 5, "annexed"),
        ("xinhua-2020", 6, "took"), ("xinhua-2020", 6, "incorporated"),
    }  # fmt: skip


def test_a_context_is_short_and_verbatim(library: Library, uses: list[OutletUse]) -> None:
    for use in uses:
        words = use.context.removeprefix("… ").removesuffix(" …")
        paragraph = use.source.paragraph(use.paragraph)
        assert paragraph
        assert words in paragraph.folded.text.replace('"', "")
        assert len(words.split()) <= LONGEST_CONTEXT
        assert len(use.shown) <= LONGEST_CONTEXT


def test_contexts_count_as_words_shown(library: Library, uses: list[OutletUse]) -> None:
    shown = count_shown(find_shown([], library))
    for id_ in library.sources:
        different = {(u.paragraph, i) for u in uses if u.source.id == id_ for i in u.shown}
        assert shown[id_] == len(different)
