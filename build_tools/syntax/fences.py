"""Fences in the Markdown of a page: which lines are fenced, and by what.

All that must tell code from text asks here, so that all read the same lines as code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_tools.expressions import expression

# Backticks further on make it code within a line: "```x``` is ...".
_OPENING = expression(
    r"(?P<margin>[ \t>]*+(?:[-*+][ \t]++|\d++\.[ \t]++)?+)"
    r"(?P<mark>`{3,}+(?!.*`)|~{3,}+)(?P<word>.*)"
)
_CLOSING = expression(r"[ \t>]*+(?P<mark>`{3,}+|~{3,}+)[ \t]*+")


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


def find_fences(lines: Sequence[str]) -> tuple[Fence, ...]:
    """Return the fences of a text in order, none inside another."""
    return _fences(tuple(lines))


# All that must tell code from text asks for those of the same page, one after the other.
@lru_cache(maxsize=10)
def _fences(lines: tuple[str, ...]) -> tuple[Fence, ...]:
    return tuple(_find(lines))


def _find(lines: Sequence[str]) -> Iterator[Fence]:
    if not any("```" in line or "~~~" in line for line in lines):
        return
    closings = [(m["mark"] if (m := _CLOSING.fullmatch(line)) else "") for line in lines]
    longest = {sign: _longest_after(closings, sign) for sign in "`~"}
    index = 0
    while index < len(lines):
        match = _OPENING.fullmatch(lines[index])
        if not match:
            index += 1
            continue
        mark = match["mark"]
        # Looked for only where there is one: else each unclosed fence would read to the end.
        closed = longest[mark[0]][index + 1] >= len(mark)
        later = range(index + 1, len(lines))
        end = next(at for at in later if closings[at].startswith(mark)) if closed else None
        yield Fence(index, end, match["margin"], match["mark"], match["word"].strip())
        index = (index if end is None else end) + 1


def _longest_after(closings: Sequence[str], sign: str) -> list[int]:
    """Return for each line the length of the longest closing fence from there on."""
    lengths = [0]
    for mark in reversed(closings):
        lengths.append(max(lengths[-1], len(mark) if mark.startswith(sign) else 0))
    return lengths[::-1]
