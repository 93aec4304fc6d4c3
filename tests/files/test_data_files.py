"""A file of data: missing, wrong or right, it is never an exception."""

from pathlib import Path

import pytest

from build_tools.files.data_files import load_data
from build_tools.files.models import StrictModel


class Page(StrictModel):
    title: str


def load(path: Path) -> tuple[Page | None, list[str]]:
    file, lined, problems = load_data(Page, path, "docs/_data/page.yml", "page", "another")
    assert (file is None) == (lined is None)
    return file, [f"{problem.place}: {problem.code}" for problem in problems]


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.yml").write_text("title: 択捉島\n", encoding="utf-8")
    assert load(tmp_path / "page.yml") == (Page(title="択捉島"), [])


def test_a_missing_file_is_no_problem(tmp_path: Path) -> None:
    assert load(tmp_path / "page.yml") == (None, [])


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"title: \xff\n", "docs/_data/page.yml:1:1: page"),
        (b"\ntitel: A\ntitle: A\n", "docs/_data/page.yml:2:1: page"),
        (b"title: [\n", "docs/_data/page.yml:2:1: yaml"),
        (b"", "docs/_data/page.yml:1:1: page"),
    ],
)
def test_a_wrong_file_is_a_problem_at_its_place(tmp_path: Path, data: bytes, found: str) -> None:
    (tmp_path / "page.yml").write_bytes(data)
    assert load(tmp_path / "page.yml") == (None, [found])
