"""What a search finds, and that an absence that it finds does not hold."""

from pathlib import Path

import pytest
from fixture_types import ReadPage
from project import write_source

from build_tools.checks.absence import check_absence
from build_tools.checks.quotation import check_quotation
from build_tools.sources.find import find_words
from build_tools.sources.library import Library, load_library

BODY = (
    "They met in-person for a 20-minute talk in İstanbul on visa-free visits, İlker said.",
    "“We are ready,” he said; thirty-five seamen listened to the speech.",
)


@pytest.fixture
def seas(tmp_path: Path) -> Library:
    write_source(tmp_path, "seas-2020", BODY)
    return load_library(tmp_path)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("visa", "visa-free"),
        ("free", "visa-free"),
        ("20 minutes", "20-minute"),
        ("twenty minutes", "20-minute"),
        ("IN PERSON", "in-person"),
        ("istanbul", "İstanbul"),
        ("ilker", "İlker"),
        ("ilker said", "İlker said"),
        ("35 seamen", "thirty-five seamen"),
        ("visa [...] ilk", "visa-free … İlker"),
        ('ready,"', "ready,”"),
    ],
)
def test_words_are_found_and_shown_as_the_source_has_them(
    seas: Library, words: str, shown: str
) -> None:
    (hit,) = find_words(words, seas.sources.values())
    assert hit.words == shown


@pytest.mark.parametrize("words", ["isa", "minutes", "120 minutes", "ilker [...] visa", "…", ""])
def test_words_that_are_not_there(seas: Library, words: str) -> None:
    assert find_words(words, seas.sources.values()) == []


@pytest.mark.parametrize(
    ("term", "holds"),
    [
        ("seam", False),
        ("sea men", False),
        ("twenty minutes", True),
        ("thirty five minutes", False),
        ("presi-dent", False),
        ("Keslar", False),
        ("telephone-conversation", False),
        ("forty million", False),
        ("yacht", True),
    ],
)
def test_a_term_in_another_form_is_not_absent(
    read_page: ReadPage, library: Library, term: str, holds: bool
) -> None:
    text = f'It is not in this article by Osten [@osten-2019, no mention of "{term}"].'
    (statement,) = read_page(text).statements
    found = [it for it in check_absence.run(statement, library) if "must not be in" in it.message]
    assert (not found) is holds


def test_a_citation_to_paste_is_verbatim(read_page: ReadPage, library: Library) -> None:
    for words in ("Keslar", "17th century", "17TH", "bell", "40 mill", "[t]he"):
        hits = find_words(words, library.sources.values())
        assert hits
        for hit in hits:
            (statement,) = read_page(f"So it says {hit.citation}.").statements
            assert list(check_quotation.run(statement, library)) == []
