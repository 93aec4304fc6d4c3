"""While one look lasts, files and folders stay as they are first seen."""

from pathlib import Path

import pytest

from build_tools.files.one_look import one_look
from build_tools.files.page_files import written_pages
from build_tools.files.text_files import read_text
from build_tools.problems import InputProblems


def test_a_file_is_as_first_seen_until_the_look_ends(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("the bell")
    with one_look():
        assert read_text(path, "page.md", "page") == "the bell"
        path.write_text("the ball")
        assert read_text(path, "page.md", "page") == "the bell"
    assert read_text(path, "page.md", "page") == "the ball"
    with one_look():
        assert read_text(path, "page.md", "page") == "the ball"


def test_one_that_cannot_be_read_stays_so_and_is_told_by_each_of_its_names(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    with one_look():
        for shown in ("docs/page.md", "page.md"):
            with pytest.raises(InputProblems, match=f"{shown}.*must be readable"):
                read_text(path, shown, "page")
            path.write_text("the bell")


def test_a_page_that_is_added_is_seen_by_the_next_look(tmp_path: Path) -> None:
    with one_look():
        assert written_pages(tmp_path) == ()
        (tmp_path / "page.md").touch()
        assert written_pages(tmp_path) == ()
    assert written_pages(tmp_path) == (tmp_path / "page.md",)
