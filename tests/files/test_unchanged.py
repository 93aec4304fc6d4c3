"""Loading a file once for as long as it does not change."""

import os
from pathlib import Path

import pytest

from build_tools.files.unchanged import load_once, version_of


@load_once
def _load(path: Path, kind: str) -> list[str]:
    return [kind, path.read_text(encoding="utf-8")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "names.yml"
    path.write_text("the bell", encoding="utf-8")
    return path


def test_an_unchanged_file_gives_the_same_object(file: Path) -> None:
    assert _load(file, "names") is _load(file, "names")


def test_a_written_file_is_loaded_again(file: Path) -> None:
    before = _load(file, "names")
    file.write_text("the old bell", encoding="utf-8")
    assert _load(file, "names") == ["names", "the old bell"] != before


def test_a_file_of_the_same_size_is_loaded_again(file: Path) -> None:
    before = _load(file, "names")
    file.write_text("the ball", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert _load(file, "names") == ["names", "the ball"] != before


def test_other_arguments_give_another_value(file: Path) -> None:
    assert _load(file, "names") != _load(file, "terms")


def test_what_is_raised_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "late.yml"
    assert version_of(path) is None
    with pytest.raises(FileNotFoundError):
        _load(path, "names")
    path.write_text("here", encoding="utf-8")
    assert _load(path, "names") == ["names", "here"]
