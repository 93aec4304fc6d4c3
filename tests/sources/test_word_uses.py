"""Which of the counted words each article has, and whose words they are."""

import re
import shutil
from pathlib import Path

import pytest
from project import SMALL, write_source

from build_tools.pages.quoted_words import count_shown, find_shown
from build_tools.sources.library import Library, load_library
from build_tools.sources.word_uses import OutletUse, Voice, find_outlet_uses
from build_tools.text.words import split_words


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL / "seeds", tmp_path / "seeds"))


@pytest.fixture(scope="module")
def uses(library: Library) -> list[OutletUse]:
    return list(find_outlet_uses(library))


def test_every_use_is_counted_as_a_plain_search_counts_it(
    library: Library, uses: list[OutletUse]
) -> None:
    for source in library.sources.values():
        body = "\n".join(paragraph.folded.text for paragraph in source.article.paragraphs)
        for name in ("Harbour Bell", "Saint Ilva's Bell"):
            searched = len(re.findall(rf"\b{name}\b", body, re.IGNORECASE))
            assert searched == sum(u.term == name and u.source_id == source.id for u in uses)


def test_whose_word_a_name_is(uses: list[OutletUse]) -> None:
    post = [u for u in uses if u.source_id == "harbour-post-2015"]
    assert {u.voice for u in post if u.paragraph == 4} == {Voice.QUOTED}
    assert {u.voice for u in post if u.paragraph == 3} == {Voice.OWN}


def test_a_name_in_square_brackets_within_a_quotation_is_the_outlet_s(
    seeds: Path, library: Library
) -> None:
    quoted = '"the Harbour Bell [Saint Ilva\'s Bell] is ours," he said'
    write_source(seeds, "coast-2020", [f"It is theirs. {quoted}."])
    found = find_outlet_uses(load_library(seeds, counted_words=library.counted_words))
    assert [(u.term, u.voice) for u in found if u.source_id == "coast-2020"] == [
        ("Harbour Bell", Voice.QUOTED),
        ("Saint Ilva's Bell", Voice.INSERTED),
    ]


def test_verbs_for_the_taking_of_the_bell(uses: list[OutletUse]) -> None:
    verbs = {"seized", "carried off", "stolen", "sold"}
    found = {(u.source_id, u.paragraph, u.term) for u in uses if u.term in verbs}
    # "The town council sold it" names no bell in its sentence, and is none of them.
    assert found == {
        ("harbour-post-2015", 3, "carried off"),
        ("osten-2019", 6, "seized"),
        ("osten-2019", 6, "sold"),
    }


def test_what_is_shown_is_the_term_and_no_word_more(
    library: Library, uses: list[OutletUse]
) -> None:
    forms = {
        term.term: {form.lower() for form in term.forms}
        for term in [*library.counted_words.file.names, *library.counted_words.file.verbs]
    }
    for use in uses:
        paragraph = library.sources[use.source_id].paragraph(use.paragraph)
        assert paragraph
        words = split_words(paragraph.folded.text)
        first, last = words[min(use.shown)], words[max(use.shown)]
        assert paragraph.folded.text[first.start : last.end].lower() in forms[use.term]


def test_uses_count_as_words_shown(library: Library, uses: list[OutletUse]) -> None:
    shown = count_shown(find_shown([], library))
    for id_ in library.sources:
        different = {(u.paragraph, i) for u in uses if u.source_id == id_ for i in u.shown}
        assert shown[id_] == len(different)
