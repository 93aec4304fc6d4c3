"""Notes: numbered in order, shared by citations of one passage, and linked to exact words."""

from urllib.parse import unquote

import pytest

from build_tools.citations import Citation, parse_citations
from build_tools.library import Library
from build_tools.notes import Notes


def citations(text: str) -> list[Citation]:
    return [citation for group in parse_citations(text) for citation in group.items]


def marked(library: Library, text: str) -> Notes:
    notes = Notes(library)
    for citation in citations(text):
        notes.mark(citation)
    return notes


def test_the_same_passage_has_one_note_and_a_mark_for_each_use(library: Library) -> None:
    notes = Notes(library)
    text = "[@kyodo-2021, para. 7] [@kyodo-2021, para. 1; @kyodo-2021, ¶ 7] [@kyodo-2021, para. 7]"
    marks = [notes.mark(citation) for citation in citations(text)]
    assert [(mark.id, mark.note) for mark in marks if mark] == [
        ("cite-1-1", 1),
        ("cite-2-1", 2),
        ("cite-1-2", 1),
        ("cite-1-3", 1),
    ]
    assert [(note.number, note.locator, note.marks) for note in notes.all()] == [
        (1, "para. 7", ("cite-1-1", "cite-1-2", "cite-1-3")),
        (2, "para. 1", ("cite-2-1",)),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "[@kyodo-2021, para. 8]",
        "[@kyodo-2021]",
        '[@kyodo-2021, para. 7, "about 25 minutes"]',
        '[@kyodo-2021, no mention of "vaccine"]',
        "[see @kyodo-2021, para. 7]",
        "[@telesur-2021, para. 7]",
    ],
)
def test_a_difference_makes_another_note(library: Library, other: str) -> None:
    assert len(marked(library, f"[@kyodo-2021, para. 7] {other}").all()) == 2


def test_a_source_that_is_not_there_has_no_note(library: Library) -> None:
    notes = Notes(library)
    [citation] = citations("[@kyoto-2021, para. 7]")
    assert notes.mark(citation) is None
    assert notes.all() == []


def fragment(library: Library, text: str) -> tuple[int | None, str]:
    [note] = marked(library, text).all()
    url = library.sources[note.source_id].record.url
    assert note.original.startswith(url)
    return note.paragraph, unquote(note.original.removeprefix(url))


def test_the_original_is_opened_at_the_pinned_words(library: Library) -> None:
    pin = '[@kyodo-2021, para. 7, "about 25 minutes"]'
    assert fragment(library, pin) == (7, "#:~:text=about 25 minutes")


def test_of_several_paragraphs_the_one_with_the_pinned_words_counts(library: Library) -> None:
    pin = '[@kyodo-2021, paras. 6-7, "about 25 minutes"]'
    assert fragment(library, pin) == (7, "#:~:text=about 25 minutes")


def test_without_a_pin_it_is_opened_at_the_paragraph(library: Library) -> None:
    number, found = fragment(library, "[@kyodo-2021, paras. 6-7]")
    assert number == 6
    assert found.startswith("#:~:text=In their first conversation")


@pytest.mark.parametrize("text", ["[@kyodo-2021]", '[@kyodo-2021, no mention of "vaccine"]'])
def test_without_a_paragraph_it_is_opened_at_its_start(library: Library, text: str) -> None:
    assert fragment(library, text) == (None, "")
