"""Pieces of text for a terminal: a line with a caret under a place, two texts with marked words."""

import unicodedata
from difflib import SequenceMatcher
from string import punctuation

from build_tools.problems import Comparison
from build_tools.text.folding import fold

WIDTH = 100
_ELLIPSIS = "…"


def point_at(line: str, column: int, width: int = WIDTH) -> tuple[str, str]:
    """Return a line, clipped around a column (from 1) to `width` cells, and the caret's line.

    Tabs and control characters become spaces; East Asian wide characters take two cells.
    """
    line = "".join(sign if sign.isprintable() else " " for sign in line)
    at = min(max(column - 1, 0), len(line))
    first, last = _window(line, at, width)
    before = _ELLIPSIS if first else ""
    after = _ELLIPSIS if last < len(line) else ""
    caret = " " * (len(before) + sum(map(_cells, line[first:at]))) + "^"
    return before + line[first:last] + after, caret


def _window(line: str, at: int, width: int) -> tuple[int, int]:
    """Widen a span from `at` on both sides in turn, until it fills `width` or the line ends."""
    first = last = at
    room = width
    while room > 0 and (first > 0 or last < len(line)):
        if last < len(line) and (first == 0 or last - at <= at - first):
            room -= _cells(line[last])
            last += 1
        else:
            first -= 1
            room -= _cells(line[first])
    return first, last


def _cells(sign: str) -> int:
    """Return how many cells of a terminal a character takes."""
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def mark_differences(comparison: Comparison) -> tuple[str, str]:
    """Return both texts, folded, with words that only one of them has in «»."""
    given = fold(comparison.given).text.split()
    nearest = fold(comparison.nearest).text.split()
    marked: tuple[list[str], list[str]] = ([], [])
    # The punctuation around words counts only where nothing else differs.
    bare = (
        [word.strip(punctuation) for word in given],
        [word.strip(punctuation) for word in nearest],
    )
    compared = bare if bare[0] != bare[1] else (given, nearest)
    for kind, *spans in SequenceMatcher(None, *compared, autojunk=False).get_opcodes():
        for words, (start, end), out in zip(
            (given, nearest), (spans[:2], spans[2:]), marked, strict=True
        ):
            run = " ".join(words[start:end])
            if run:
                out.append(run if kind == "equal" else f"«{run}»")
    return " ".join(marked[0]), " ".join(marked[1])
