"""Text files, read whole; one that cannot be read is a problem like any other."""

import stat
from pathlib import Path

from build_tools.files.one_look import seen_once
from build_tools.problems import InputProblems, Place, Problem

# In bytes: a long book has as many. Reading takes some five seconds for each million.
LARGEST = 1_000_000


def read_bytes(path: Path, shown: str, code: str, most: int = LARGEST) -> bytes:
    """Return the bytes of a regular file; raises InputProblems, at the path `shown`, on failure.

    A pipe or a device is not even opened: it could keep a reader waiting, or never end. A file of
    more than `most` bytes is not read either.
    """
    found = _read(path, most)
    if isinstance(found, str):
        raise InputProblems([Problem(Place(shown), code, f"the file must {found}")])
    return found


@seen_once
def _read(path: Path, most: int) -> bytes | str:
    """Return the bytes of a file, or what must be so that it can be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if path.is_dir() else "a pipe or a device"
            return f"be a regular one: it is {kind}"
        if status.st_size > most:
            return f"have at most {most:,} bytes, not {status.st_size:,}"
        return path.read_bytes()
    except OSError as error:
        return f"be readable: {error.strerror}"


def read_text(path: Path, shown: str, code: str) -> str:
    """Return the text of a file, lines by `\\n`; raises InputProblems also if it is not UTF-8."""
    data = read_bytes(path, shown, code)
    try:
        return with_plain_breaks(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "the file must be UTF-8 text"
        raise InputProblems([Problem(Place(shown, line), code, message)]) from None


def with_plain_breaks(text: str) -> str:
    """Return the text with each line break as `\\n`, as MkDocs and Python-Markdown read a page."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
