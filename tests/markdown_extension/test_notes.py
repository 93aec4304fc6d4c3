"""Notes: one for each group of citations, shared by groups alike, and linked to exact words."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, unquote_plus
from xml.etree.ElementTree import fromstring

import pytest
from project import SMALL, write_source

from build_tools.files.repository import Repository
from build_tools.markdown_extension.notes import Notes, NoteTargets, render_notes
from build_tools.sources.library import Library, load_library
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
        "[@osten-2019, para. 2] [@osten-2019, para. 1; @harbour-post-2015, ¶ 2] "
        "[@osten-2019, ¶ 2] [@osten-2019, ¶ 1; @harbour-post-2015, para. 2] @osten-2019 [para. 2]"
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
        ("osten-2019", "para. 1"),
        ("harbour-post-2015", "para. 2"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "[@osten-2019, para. 8]",
        "[@osten-2019]",
        '[@osten-2019, para. 2, "35 minutes"]',
        '[@osten-2019, no mention of "poll"]',
        "[see @osten-2019, para. 2]",
        "[@osten-2019, para. 2, in part]",
        "[@meridian-2019, para. 2]",
        "[@osten-2019, para. 2; @meridian-2019, para. 6]",
    ],
)
def test_a_difference_makes_another_note(library: Library, other: str) -> None:
    assert len(marked(library, f"[@osten-2019, para. 2] {other}").all()) == 2


def test_the_order_of_the_citations_makes_another_note(library: Library) -> None:
    text = (
        "[@osten-2019, para. 1; @harbour-post-2015, para. 1] "
        "[@harbour-post-2015, ¶ 1; @osten-2019, ¶ 1]"
    )
    assert len(marked(library, text).all()) == 2


def test_a_source_that_is_not_there_has_no_note(library: Library) -> None:
    notes = Notes(library)
    [group] = groups("[@ostn-2019, para. 2]")
    assert notes.mark(group) is None
    assert notes.all() == []


def test_beside_one_that_is_not_there_a_source_has_its_note(library: Library) -> None:
    [note] = marked(library, "[@ostn-2019, para. 2; @osten-2019, para. 2]").all()
    assert [passage.source_id for passage in note.passages] == ["osten-2019"]


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("[@osten-2019, para. 1]", ("Osten News Agency",)),
        # The Meridian follows Osten.
        ("[@meridian-2019, para. 1]", ("Osten News Agency",)),
        ("[@meridian-2019, para. 1; @osten-2019, para. 1]", ("Osten News Agency",)),
        (
            "[@harbour-post-2015, para. 1; @osten-2019, para. 1]",
            ("Harbour Post", "Osten News Agency"),
        ),
        ('[@harbour-post-2015, para. 1; @osten-2019, no mention of "x"]', ("Harbour Post",)),
        ('[@osten-2019, no mention of "x"]', ()),
    ],
)
def test_independent_origins_stand_behind_a_note(
    library: Library, text: str, origins: tuple[str, ...]
) -> None:
    [note] = marked(library, text).all()
    assert note.origins == origins


def test_only_state_media_are_labelled(library: Library) -> None:
    [note] = marked(library, "[@osten-2019, para. 1; @harbour-post-2015, para. 1]").all()
    assert [p.ownership for p in note.passages] == ["Orlavia's state news agency", ""]


def shown(library: Library, text: str, targets: NoteTargets | None = None) -> str:
    return render_notes(
        marked(library, text).all(), targets or NoteTargets(), "contacts/call.md", "A & B"
    )


def test_a_note_says_that_an_address_is_not_confirmed(tmp_path: Path) -> None:
    seeds = Path(shutil.copytree(SMALL / "seeds", tmp_path / "seeds"))
    record = seeds / "meridian-2019.yml"
    known = record.read_text("utf-8")
    record.write_text(known.replace("unknown:\n", "unknown:\n  URL: A guess.\n"), "utf-8")
    text = "[@meridian-2019, para. 1; @osten-2019, para. 1]"
    assert shown(load_library(seeds), text).count("Original (address likely, not confirmed)") == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "[see @osten-2019, para. 5, in part]",
            "see Osten News Agency (Orlavia's state news agency), "
            "“Verelin, Ulvholt agree to step up talks on Saint Ilva's Bell”, 16 May 2019, "
            "para. 5, in part. In context Original One origin: Osten News Agency. ↩",
        ),
        (
            '[@harbour-post-2015, para. 4, "I am patient"; @osten-2019, no mention of "x" or "y"]',
            "Harbour Post, “Ministers leave Lindhaven with no deal on Harbour Bell”, "
            "9 October 2015, para. 4. In context Original "
            "Osten News Agency (Orlavia's state news agency), "
            "“Verelin, Ulvholt agree to step up talks on Saint Ilva's Bell”, 16 May 2019, "
            "not in this article; searched for: “x”, “y”. In context Original "
            "One origin: Harbour Post. ↩",
        ),
        (
            "[@osten-2019, para. 1; @harbour-post-2015, para. 1; @coast-2020, para. 1]",
            "Three separate reports: Osten News Agency, Harbour Post and coast. ↩",
        ),
    ],
)
def test_what_a_note_says(tmp_path: Path, text: str, line: str) -> None:
    seeds = Path(shutil.copytree(SMALL / "seeds", tmp_path / "seeds"))
    write_source(seeds, "coast-2020", ["A third report."], origin="coast")
    item = fromstring(shown(load_library(seeds), text)).find(".//li[@class='note']")
    assert item is not None
    assert " ".join("".join(item.itertext()).split()).endswith(line)


def test_links_lead_from_the_page_to_sources_and_corrections(library: Library) -> None:
    html = shown(library, "[@osten-2019, para. 2]")
    assert 'href="../sources/osten-2019.md#para-2"' in html
    assert 'class="card__report" rel="noopener" href="../corrections.md"' in html
    assert "data-issue" not in html


def test_a_report_goes_to_the_repository(library: Library) -> None:
    targets = NoteTargets(repository=Repository("https://codeberg.org/a/b"))
    root = fromstring(shown(library, "[@osten-2019, para. 2]", targets))
    link = root.find(".//a[@class='card__report']")
    assert link is not None
    issues = "https://codeberg.org/a/b/issues/new"
    assert link.get("href") == issues
    # The script adds the body.
    title = "Problem with a statement on “A & B”"
    start = link.get("data-issue", "")
    assert unquote_plus(start) == f"{issues}?title={title}&body="
    assert "%26+B" in start


def test_every_cited_paragraph_is_led_to_in_context(library: Library) -> None:
    root = fromstring(shown(library, "[@osten-2019, paras. 2-3, 7]"))
    links = root.findall(".//a[@class='note__context']")
    page = "../sources/osten-2019.md#para-"
    assert [(link.text, link.get("href")) for link in links] == [
        (f"Para. {number} in context", f"{page}{number}") for number in (2, 3, 7)
    ]


def directives(library: Library, text: str) -> tuple[tuple[int, ...], list[str]]:
    [note] = marked(library, text).all()
    [passage] = note.passages
    url = library.sources[passage.source_id].record.url
    assert passage.original.startswith(url)
    fragment = passage.original.removeprefix(url).removeprefix("#:~:")
    return passage.paragraphs, [unquote(part) for part in fragment.split("&") if part]


def test_the_original_is_opened_at_the_pinned_words(library: Library) -> None:
    pin = '[@osten-2019, para. 2, "35 minutes"]'
    assert directives(library, pin) == ((2,), ["text=35 minutes"])


def test_beside_the_paragraph_with_the_pinned_words_the_others_are_found(library: Library) -> None:
    pin = '[@osten-2019, paras. 1-2, "35 minutes"]'
    numbers, [first, second] = directives(library, pin)
    assert (numbers, second) == ((1, 2), "text=35 minutes")
    assert first.startswith("text=")


def test_pinned_words_that_the_page_has_twice_are_found_by_their_paragraph(
    library: Library,
) -> None:
    pin = '[@osten-2019, para. 3, "they will not wait for another"]'
    _, [found] = directives(library, pin)
    assert found.startswith("text=The people of Ilvany")


def test_without_a_pin_it_is_opened_at_each_paragraph(library: Library) -> None:
    numbers, found = directives(library, "[@osten-2019, paras. 2-3]")
    assert numbers == (2, 3)
    assert found[0].startswith("text=The conversation, which was")
    assert len(found) == 2


@pytest.mark.parametrize("text", ["[@osten-2019]", '[@osten-2019, no mention of "poll"]'])
def test_without_a_paragraph_it_is_opened_at_its_start(library: Library, text: str) -> None:
    assert directives(library, text) == ((), [])
