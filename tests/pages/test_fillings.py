"""What is put into blocks from other files, each line with where it is written."""

from pathlib import Path

import pytest
import yaml
from project import ROOT, SMALL

from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import Filling, parse_page

PAGE = """---
title: A call
event:
  name: {name}
  summary: They spoke.
  kind: {{is: call, stated: It was a call.}}
  dates:
    is: {date}
    stated: It was in {date}.
  participants: {{is: [A], stated: A spoke.}}
  accounts: {{is: [A], stated: A gave it.}}
  points:
    The bell: Nothing.
---

# A call

```event
```
"""
TIMELINE = "eras:\n  - from: 1945\n    title: All\nentries: []\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "docs/calls").mkdir()
    (tmp_path / "docs/_data/timeline.yml").write_text(TIMELINE)
    (tmp_path / "docs/calls/b.md").write_text(PAGE.format(name="B", date="1956"))
    (tmp_path / "docs/a.md").write_text(PAGE.format(name="A", date="1957"))
    (tmp_path / "docs/none.md").write_text("---\ntitle: No event\n---\n\ntext\n")
    return tmp_path / "docs"


def data(filling: Filling) -> dict:
    return yaml.safe_load("\n".join(filling.lines))


def assert_places(filling: Filling, root: Path) -> None:
    """Each line stands in the file that its origin names, as far aside as it says."""
    assert len(filling.lines) == len(filling.line_origins)
    for line, origin in zip(filling.lines, filling.line_origins, strict=True):
        if line == "events:" or line.startswith("- page: "):
            continue
        written = (root / origin.path).read_text(encoding="utf-8").split("\n")[origin.line - 1]
        assert line == " " * -origin.shift + written


def test_the_events_of_all_pages(docs: Path) -> None:
    filling = load_fillings(docs, docs.parent)["comparison"]
    events = data(filling)["events"]
    assert [page["page"] for page in events] == ["a.md", "calls/b.md"]
    assert "summary" not in events[0]["event"]
    assert events[0]["event"]["points"] == {"The bell": "Nothing."}
    assert_places(filling, docs.parent)


def test_the_timeline_has_the_entries_and_the_events(docs: Path) -> None:
    filling = load_fillings(docs, docs.parent)["timeline"]
    found = data(filling)
    assert list(found) == ["eras", "entries", "events"]
    assert list(found["events"][0]["event"]) == ["name", "summary", "dates"]
    assert_places(filling, docs.parent)


@pytest.mark.parametrize("root", [SMALL, ROOT])
def test_the_fillings_of_a_whole_project(root: Path) -> None:
    fillings = load_fillings(root / "docs", root)
    assert len(data(fillings["comparison"])["events"]) > 1
    for filling in fillings.values():
        assert_places(filling, root)


@pytest.mark.parametrize(
    ("old", "new"), [("is: 1957", "is: 1958"), ("name: A", "nam: A"), ("summary: ", "summary: a: ")]
)
def test_a_wrong_event_is_left_out(docs: Path, old: str, new: str) -> None:
    page = docs / "a.md"
    page.write_text(page.read_text().replace(old, new))
    events = data(load_fillings(docs, docs.parent)["comparison"])["events"]
    assert [page["page"] for page in events] == ["calls/b.md"]


def test_where_all_events_are_wrong_the_block_is_not_shown(docs: Path) -> None:
    """Their own pages say what is wrong: nothing is to be said at the block as well."""
    for path in ("a.md", "calls/b.md"):
        (docs / path).write_text((docs / path).read_text().replace("summary", "sumary"))
    assert load_fillings(docs, docs.parent)["comparison"] == Filling()


def test_where_there_is_nothing_there_is_no_filling(docs: Path) -> None:
    for path in ("a.md", "calls/b.md", "_data/timeline.yml"):
        (docs / path).unlink()
    fillings = load_fillings(docs, docs.parent)
    assert "comparison" not in fillings
    for kind, name in (("timeline", "timeline.yml"), ("glossary", "glossary.yml")):
        assert fillings[kind].lines == ()
        [problem] = fillings[kind].problems
        assert str(problem).startswith(f"docs/_data/{name}:1:1: block: the file must be readable")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("eras: [\n", "2:1", "the YAML must parse"),
        ("eras: []\n...\n", "2:1", "without a line '...'"),
        ("---\neras: []\n", "1:1", "without a line '---'"),
        ("  eras: []\n", "1:3", "'eras' must start at the margin"),
        ("eras: []\nevents: []\n", "2:1", "'events' must be left to the build"),
    ],
)
def test_what_is_wrong_in_a_file_is_placed_there(
    docs: Path, text: str, place: str, message: str
) -> None:
    (docs / "_data/timeline.yml").write_text(text)
    fillings = load_fillings(docs, docs.parent)
    [problem] = fillings["timeline"].problems
    assert str(problem).startswith(f"docs/_data/timeline.yml:{place}: ")
    assert message in problem.message
    page = parse_page("A\n\n```timeline\n```\n\nB\n", "docs/page.md", fillings)
    assert page.problems == (problem,)
    assert "timeline" not in page.body


def test_a_key_in_quotation_marks_is_found(docs: Path) -> None:
    page = docs / "a.md"
    page.write_text(page.read_text().replace("\nevent:", '\n"event":'))
    assert len(data(load_fillings(docs, docs.parent)["comparison"])["events"]) == 2


def test_what_is_not_utf_8_is_no_traceback(docs: Path) -> None:
    (docs / "_data/timeline.yml").write_bytes(b"eras: \xff\xfe")
    (docs / "a.md").write_bytes(b"---\nevent: \xff\n---\n")
    fillings = load_fillings(docs, docs.parent)
    [problem] = fillings["timeline"].problems
    assert str(problem) == "docs/_data/timeline.yml:1:1: block: the file must be UTF-8 text"


def test_lines_that_end_as_on_windows(docs: Path) -> None:
    before = load_fillings(docs, docs.parent)
    for path in ("a.md", "calls/b.md", "_data/timeline.yml"):
        text = (docs / path).read_bytes().replace(b"\n", b"\r\n")
        (docs / path).write_bytes(text)
    assert load_fillings(docs, docs.parent) == before
