"""Notes: one for each group of citations, shared by groups alike, and linked to exact words."""

from collections.abc import Sequence
from urllib.parse import unquote
from xml.etree.ElementTree import fromstring

import pytest

from build_tools.markdown_extension.notes import Notes, NoteTargets, render_notes
from build_tools.sources.library import Library
from build_tools.syntax.citations import Citation, parse_citations


def groups(text: str) -> list[Sequence[Citation]]:
    return [group.items for group in parse_citations(text)]


def marked(library: Library, text: str) -> Notes:
    notes = Notes(library)
    for group in groups(text):
        notes.mark(group)
    return notes


def test_the_same_group_has_one_note_and_a_mark_for_each_use(library: Library) -> None:
    notes = Notes(library)
    text = (
        "[@kyodo-2021, para. 7] [@kyodo-2021, para. 1; @xinhua-2020, ¶ 7] "
        "[@kyodo-2021, ¶ 7] [@kyodo-2021, ¶ 1; @xinhua-2020, para. 7] @kyodo-2021 [para. 7]"
    )
    marks = [notes.mark(group) for group in groups(text)]
    assert [(mark.id, mark.note) for mark in marks if mark] == [
        ("cite-1-1", 1),
        ("cite-2-1", 2),
        ("cite-1-2", 1),
        ("cite-2-2", 2),
        ("cite-1-3", 1),
    ]
    one, other = notes.all()
    assert (one.number, one.marks) == (1, ("cite-1-1", "cite-1-2", "cite-1-3"))
    assert (other.number, other.marks) == (2, ("cite-2-1", "cite-2-2"))
    assert [(p.source_id, p.locator) for p in other.passages] == [
        ("kyodo-2021", "para. 1"),
        ("xinhua-2020", "para. 7"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "[@kyodo-2021, para. 8]",
        "[@kyodo-2021]",
        '[@kyodo-2021, para. 7, "about 25 minutes"]',
        '[@kyodo-2021, no mention of "vaccine"]',
        "[see @kyodo-2021, para. 7]",
        "[@kyodo-2021, para. 7, in part]",
        "[@telesur-2021, para. 7]",
        "[@kyodo-2021, para. 7; @telesur-2021, para. 6]",
    ],
)
def test_a_difference_makes_another_note(library: Library, other: str) -> None:
    assert len(marked(library, f"[@kyodo-2021, para. 7] {other}").all()) == 2


def test_the_order_of_the_citations_makes_another_note(library: Library) -> None:
    text = "[@kyodo-2021, para. 1; @xinhua-2020, para. 1] [@xinhua-2020, ¶ 1; @kyodo-2021, ¶ 1]"
    assert len(marked(library, text).all()) == 2


def test_a_source_that_is_not_there_has_no_note(library: Library) -> None:
    notes = Notes(library)
    [group] = groups("[@kyoto-2021, para. 7]")
    assert notes.mark(group) is None
    assert notes.all() == []


def test_beside_one_that_is_not_there_a_source_has_its_note(library: Library) -> None:
    [note] = marked(library, "[@kyoto-2021, para. 7; @kyodo-2021, para. 7]").all()
    assert [passage.source_id for passage in note.passages] == ["kyodo-2021"]


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("[@kyodo-2021, para. 1]", ("Kyodo",)),
        # teleSUR follows Kyodo.
        ("[@telesur-2021, para. 1]", ("Kyodo",)),
        ("[@telesur-2021, para. 1; @kyodo-2021, para. 1]", ("Kyodo",)),
        ("[@xinhua-2020, para. 1; @nikkei-2020, para. 1]", ("Xinhua", "Nikkei Asia")),
        ('[@xinhua-2020, para. 1; @nikkei-2020, no mention of "x"]', ("Xinhua",)),
        ('[@nikkei-2020, no mention of "x"]', ()),
    ],
)
def test_independent_origins_stand_behind_a_note(
    library: Library, text: str, origins: tuple[str, ...]
) -> None:
    [note] = marked(library, text).all()
    assert note.origins == origins


def test_only_state_media_are_labelled(library: Library) -> None:
    [note] = marked(library, "[@xinhua-2020, para. 1; @kyodo-2021, para. 1]").all()
    assert [p.ownership for p in note.passages] == ["China's state news agency", ""]


def shown(library: Library, text: str, targets: NoteTargets | None = None) -> str:
    return render_notes(
        marked(library, text).all(), targets or NoteTargets(), "contacts/call.md", "A & B"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "[see @xinhua-2020, para. 5, in part]",
            "see Xinhua (China's state news agency), in China Daily (Hong Kong edition), "
            "“Suga seeks progress on peace treaty in first call to Putin”, "
            "29 September 2020, para. 5, in part. In context Original One origin: Xinhua. ↩",
        ),
        (
            '[@nikkei-2020, para. 6, "highly values"; @telesur-2021, no mention of "x" or "y"]',
            "Nikkei Asia, “Suga and Putin affirm goal of peace treaty based on 1956 declaration”, "
            "29 or 30 September 2020, para. 6, highly values. In context Original "
            "teleSUR (sponsored by the governments of Venezuela, Cuba and Nicaragua), "
            "“Japan and Russia Agree to Move Forward on Peace Treaty”, 7 October 2021, "
            "not in this article: x, y. In context Original One origin: Nikkei Asia. ↩",
        ),
        (
            "[@kyodo-2021, para. 1; @xinhua-2020, para. 1; @nikkei-2020, para. 1]",
            "Three independent origins: Kyodo, Xinhua and Nikkei Asia. ↩",
        ),
    ],
)
def test_what_a_note_says(library: Library, text: str, line: str) -> None:
    item = fromstring(shown(library, text)).find(".//li[@class='note']")
    assert item is not None
    assert " ".join("".join(item.itertext()).split()).endswith(line)


def test_links_lead_from_the_page_to_sources_and_corrections(library: Library) -> None:
    html = shown(library, "[@kyodo-2021, para. 7]")
    assert 'href="../sources/kyodo-2021.md#para-7"' in html
    assert 'class="card__report" rel="noopener" href="../corrections.md"' in html
    assert "data-issue" not in html


@pytest.mark.parametrize(
    ("issues", "joint"), [("https://x.org/new", "?"), ("https://x.org/?a=1", "&")]
)
def test_a_report_goes_to_the_address_for_issues(library: Library, issues: str, joint: str) -> None:
    root = fromstring(shown(library, "[@kyodo-2021, para. 7]", NoteTargets(issues=issues)))
    link = root.find(".//a[@class='card__report']")
    assert link is not None
    assert link.get("href") == issues
    # The script adds the body.
    title = "Problem with a statement on “A & B”"
    start = link.get("data-issue", "")
    assert unquote(start) == f"{issues}{joint}title={title}&body="
    assert "%26%20B" in start


def fragment(library: Library, text: str) -> tuple[int | None, str]:
    [note] = marked(library, text).all()
    [passage] = note.passages
    url = library.sources[passage.source_id].record.url
    assert passage.original.startswith(url)
    return passage.paragraph, unquote(passage.original.removeprefix(url))


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
