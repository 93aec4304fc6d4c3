"""Fences in the Markdown of a page: which lines are fenced, and by what.

All that must tell code from text asks here, so that all read the same lines as code.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Backticks further on make it code within a line: "```x``` is ...".
_OPENING = re.compile(
    r"(?P<margin>[ \t>]*(?:[-*+][ \t]+|\d+\.[ \t]+)?)(?P<mark>`{3,}(?!.*`)|~{3,})(?P<word>.*)"
)


@dataclass(frozen=True)
class Fence:
    """A fence by the indices of its two lines; an unclosed one has no `end`.

    `margin` is the white space and the marks of quotes and lists before it; `word` the text after.
    """

    start: int
    end: int | None
    margin: str
    mark: str
    word: str


def find_fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the fences of a text in order, none inside another."""
    index = 0
    while index < len(lines):
        match = _OPENING.fullmatch(lines[index])
        if not match:
            index += 1
            continue
        end = _end(lines, index, match["mark"])
        yield Fence(index, end, match["margin"], match["mark"], match["word"].strip())
        index = (index if end is None else end) + 1


def _end(lines: Sequence[str], start: int, mark: str) -> int | None:
    closing = re.compile(rf"[ \t>]*{re.escape(mark)}{re.escape(mark[0])}*[ \t]*")
    later = range(start + 1, len(lines))
    return next((index for index in later if closing.fullmatch(lines[index])), None)
