"""The dated changes of the site."""

from pathlib import Path

import pytest

from build_tools.problems import Problem
from build_tools.site_data.changes import Changes, load_changes

ENTRY = """\
  - date: {date}
    kind: {kind}
    page: {page}
    title: A title
    summary: A summary.
"""


def entry(date: str, kind: str = "page", page: str = "a.md") -> str:
    return ENTRY.format(date=date, kind=kind, page=page)


A = entry("2026-11-22")


def loaded(tmp_path: Path, *entries: str) -> tuple[Changes, tuple[Problem, ...]]:
    (tmp_path / "_drafts").mkdir()
    for name in ("a.md", "a.txt", "_drafts/a.md"):
        (tmp_path / name).touch()
    (tmp_path / "changes.yml").write_text("changes:\n" + "".join(entries), encoding="utf-8")
    return load_changes(tmp_path / "changes.yml", "docs/_data/changes.yml", tmp_path)


def test_changes_come_newest_first_and_date_their_page(tmp_path: Path) -> None:
    (tmp_path / "b.md").touch()
    changes, problems = loaded(
        tmp_path,
        entry("2026-11-22"),
        entry("2026-12-02", "correction"),
        entry("2026-11-30", "page", "b.md"),
    )
    assert problems == ()
    assert [change.date for change in changes.entries] == ["2026-12-02", "2026-11-30", "2026-11-22"]
    assert (changes.published("a.md"), changes.modified("a.md")) == ("2026-11-22", "2026-12-02")
    # A generated page changes with the pages that it is made from.
    assert (changes.published("c.md"), changes.modified("c.md")) == ("", "2026-12-02")
    assert changes.latest == "2026-12-02"
    assert [change.kind for change in changes.corrections] == ["correction"]


def test_a_page_that_is_gone_keeps_its_changes(tmp_path: Path) -> None:
    (tmp_path / "_data").mkdir()
    page = "pages: [{page: b.md, title: B, date: 2026-12-03, reason: It was wrong.}]"
    (tmp_path / "_data/gone.yml").write_text(page, encoding="utf-8")
    entries = (A, entry("2026-11-22", page="b.md"), entry("2026-12-02", "correction", "b.md"))
    changes, problems = loaded(tmp_path, *entries)
    assert problems == ()
    assert [change.page for change in changes.corrections] == ["b.md"]


def test_a_missing_file_is_no_changes(tmp_path: Path) -> None:
    assert load_changes(tmp_path / "no.yml", "no.yml", tmp_path) == (Changes(), ())
    assert Changes().latest == ""


@pytest.mark.parametrize(
    ("entries", "line", "message"),
    [
        ([entry("22 November 2026")], 2, "'changes.0.date'"),
        ([entry("20261122")], 2, "'changes.0.date': must be a day as YYYY-MM-DD"),
        ([entry("2026-11-31")], 2, "'changes.0.date'"),
        ([entry("2026-11-22", "news")], 3, "must be one of 'page', 'addition' or 'correction'"),
        ([A, entry("2026-11-22", page="b.md")], 9, "there is no 'b.md'"),
        ([A, entry("2026-11-22", page="a.txt")], 9, "there is no 'a.txt'"),
        ([A, entry("2026-11-22", page="_drafts/a.md")], 9, "there is no '_drafts/a.md'"),
        ([A, entry("2026-11-22", page="/etc/hostname")], 9, "there is no '/etc/hostname'"),
        (["  []\n"], 1, "'a.md' must have an entry of the kind 'page'"),
        ([A, A], 9, "must have one entry of the kind 'page'"),
        ([A, *[entry("2026-11-23", "addition")] * 2], 14, "one entry of the kind 'addition' for"),
        ([entry("2026-11-22", "correction")], 2, "must first have an entry of the kind 'page'"),
        ([entry("2026-11-22"), entry("2026-11-21", "addition")], 7, "must first have"),
        ([entry("2026-11-22"), entry("2026-11-23")], 9, "must have one entry of the kind 'page'"),
        (["  - date: [\n"], 3, "must parse"),
        (["  text\n"], 1, "'changes' must be a list"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    tmp_path: Path, entries: list[str], line: int, message: str
) -> None:
    _, [problem] = loaded(tmp_path, *entries)
    assert (problem.place.path, problem.place.line) == ("docs/_data/changes.yml", line)
    assert message in problem.message


def test_a_file_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "changes.yml").write_bytes(b"\xff\xfe")
    _, [problem] = load_changes(tmp_path / "changes.yml", "changes.yml", tmp_path)
    assert "UTF-8" in problem.message
