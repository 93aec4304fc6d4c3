"""The dated changes of the site."""

from pathlib import Path

import pytest

from build_tools.problems import Problem
from build_tools.site_data.changes import Changes, load_changes

CHANGE = """\
date: {date}
kind: {kind}
page: {page}
title: A title
summary: A summary.
"""
SHOWN = "docs/_data/changes"


def change(date: str, kind: str = "page", page: str = "a.md") -> str:
    return CHANGE.format(date=date, kind=kind, page=page)


A = change("2026-11-22")


def loaded(tmp_path: Path, *changes: str) -> tuple[Changes, tuple[Problem, ...]]:
    (tmp_path / "_drafts").mkdir()
    for name in ("a.md", "a.txt", "_drafts/a.md"):
        (tmp_path / name).touch()
    folder = tmp_path / "_data/changes"
    folder.mkdir(parents=True)
    for number, text in enumerate(changes):
        (folder / f"{number}.yml").write_text(text, encoding="utf-8")
    return load_changes(folder, SHOWN, tmp_path)


def test_changes_come_newest_first_and_date_their_page(tmp_path: Path) -> None:
    (tmp_path / "b.md").touch()
    changes, problems = loaded(
        tmp_path,
        change("2026-11-22"),
        change("2026-12-02", "correction"),
        change("2026-11-30", "page", "b.md"),
    )
    assert problems == ()
    assert [it.date for it in changes.entries] == ["2026-12-02", "2026-11-30", "2026-11-22"]
    assert (changes.published("a.md"), changes.modified("a.md")) == ("2026-11-22", "2026-12-02")
    # A generated page changes with the pages that it is made from.
    assert (changes.published("c.md"), changes.modified("c.md")) == ("", "2026-12-02")
    assert changes.latest == "2026-12-02"
    assert [it.kind for it in changes.corrections] == ["correction"]


def test_a_page_that_is_gone_keeps_its_changes(tmp_path: Path) -> None:
    (tmp_path / "_data").mkdir()
    page = "pages: [{page: b.md, title: B, date: 2026-12-03, reason: It was wrong.}]"
    (tmp_path / "_data/gone.yml").write_text(page, encoding="utf-8")
    entries = (A, change("2026-11-22", page="b.md"), change("2026-12-02", "correction", "b.md"))
    changes, problems = loaded(tmp_path, *entries)
    assert problems == ()
    assert [it.page for it in changes.corrections] == ["b.md"]


def test_a_missing_folder_is_no_changes(tmp_path: Path) -> None:
    assert load_changes(tmp_path / "no", "no", tmp_path) == (Changes(), ())
    assert Changes().latest == ""


@pytest.mark.parametrize(
    ("changes", "at", "message"),
    [
        ([change("22 November 2026")], "0.yml:1", "'date'"),
        ([change("20261122")], "0.yml:1", "'date': must be a day as YYYY-MM-DD"),
        ([change("2026-11-31")], "0.yml:1", "'date'"),
        ([change("2026-11-22", "news")], "0.yml:2", "must be one of 'page', 'addition' or"),
        ([A, change("2026-11-22", page="b.md")], "1.yml:3", "there is no 'b.md'"),
        ([A, change("2026-11-22", page="a.txt")], "1.yml:3", "there is no 'a.txt'"),
        ([A, change("2026-11-22", page="_drafts/a.md")], "1.yml:3", "there is no '_drafts/a.md'"),
        ([A, change("2026-11-22", page="/etc/hostname")], "1.yml:3", "there is no '/etc/hostname'"),
        ([A, A], "1.yml:3", "must have one change of the kind 'page'"),
        ([A, *[change("2026-11-23", "addition")] * 2], "2.yml:3", "kind 'addition' for a day"),
        ([change("2026-11-22", "correction")], "0.yml:1", "must first have a change of the kind"),
        ([A, change("2026-11-21", "addition")], "1.yml:1", "must first have"),
        ([A, change("2026-11-23")], "1.yml:3", "must have one change of the kind 'page'"),
        (["date: [\n"], "0.yml:2", "must parse"),
        (["text\n"], "0.yml:1", "must be a mapping"),
        ([""], "0.yml:1", "must be a mapping"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    tmp_path: Path, changes: list[str], at: str, message: str
) -> None:
    _, [problem] = loaded(tmp_path, *changes)
    assert str(problem.place).startswith(f"{SHOWN}/{at}:")
    assert message in problem.message


def test_a_page_without_a_day_is_told_of_at_the_folder_and_is_what_it_is_about(
    tmp_path: Path,
) -> None:
    _, [problem] = loaded(tmp_path)
    assert (problem.place.path, problem.about) == (SHOWN, "docs/a.md")
    assert "'a.md' must have a change of the kind 'page'" in problem.message


def test_a_file_that_is_no_text_or_no_change_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xff\xfe")
    (tmp_path / "b.yaml").write_text(A, encoding="utf-8")
    _, [unread, unnamed] = load_changes(tmp_path, SHOWN, tmp_path)
    assert "UTF-8" in unread.message
    assert (unnamed.place.path, unnamed.message[-4:]) == (f"{SHOWN}/b.yaml", ".yml")


def test_a_change_told_twice_is_told_of_its_page_with_the_other_file(tmp_path: Path) -> None:
    twice = change("2026-12-02", "correction")
    _, [problem] = loaded(tmp_path, A, twice, twice)
    assert (problem.place.path, problem.about) == (f"{SHOWN}/2.yml", "docs/a.md")
    assert problem.hint == f"say in {SHOWN}/1.yml all that changed that day"
