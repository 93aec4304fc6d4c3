"""Whatever keeps a file from being read is a problem with its path, and no traceback."""

import os
from pathlib import Path

import pytest

from build_tools.files.text_files import LARGEST, read_text
from build_tools.problems import InputProblems


def test_a_text_ends_its_lines_as_everywhere(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("ō: 1\r\nb: 2\n".encode())
    assert read_text(tmp_path / "a.yml", "a.yml", "yaml") == "ō: 1\nb: 2\n"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "binary").write_bytes(b"one\ntwo \xff\n")
    (tmp_path / "large").write_bytes(b"a" * (LARGEST + 1))
    expected = {
        "folder": "shown:1:1: yaml: the file must be a regular one: it is a folder",
        "link": "shown:1:1: yaml: the file must be readable: No such file or directory",
        "pipe": "shown:1:1: yaml: the file must be a regular one: it is a pipe or a device",
        "large": "shown:1:1: yaml: the file must have at most 1,000,000 bytes, not 1,000,001",
        "binary": "shown:2:1: yaml: the file must be UTF-8 text",
    }
    for name, message in expected.items():
        with pytest.raises(InputProblems) as raised:
            read_text(tmp_path / name, "shown", "yaml")
        assert [str(problem) for problem in raised.value.problems] == [message]


def test_each_line_break_is_one_to_everything_that_reads_a_page(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"one\r\ntwo\rthree\n\rfour")
    assert read_text(tmp_path / "page", "shown", "yaml") == "one\ntwo\nthree\n\nfour"
