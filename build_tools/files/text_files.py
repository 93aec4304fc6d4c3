"""Text files, read whole; one that cannot be read is a problem like any other."""

import stat
from pathlib import Path

from build_tools.problems import InputProblems, Place, Problem

# In bytes: a long book has as many. Reading takes some five seconds for each million.
LARGEST = 1_000_000


def read_bytes(path: Path, shown: str, code: str, most: int = LARGEST) -> bytes:
    """Return the bytes of a regular file; raises InputProblems, at the path `shown`, on failure.

    A pipe or a device is not even opened: it could keep a reader waiting, or never end. A file of
    more than `most` bytes is not read either.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if path.is_dir() else "a pipe or a device"
            message = f"the file must be a regular one: it is {kind}"
            raise InputProblems([Problem(Place(shown), code, message)])
        if status.st_size > most:
            message = f"the file must have at most {most:,} bytes, not {status.st_size:,}"
            raise InputProblems([Problem(Place(shown), code, message)])
        return path.read_bytes()
    except OSError as error:
        message = f"the file must be readable: {error.strerror}"
        raise InputProblems([Problem(Place(shown), code, message)]) from None


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
