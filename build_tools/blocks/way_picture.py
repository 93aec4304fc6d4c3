"""Ways by which words came, as rows of boxes with arrows: where each box lies.

All lengths are in units of the picture, of which it is `WIDTH` wide: a unit is a pixel where the
picture is as wide as a telephone.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

WIDTH = 360
# The number of a way, the box of an outlet at the right, and the arrow after any other box.
_NUMBER, _OUTLET, _ARROW = 24, 80, 16
_WIDEST = 104
_LINE, _PADDING, _BETWEEN, _BETWEEN_OUTLETS = 14, 8, 8, 26
# The width of a letter, reckoned rather too wide.
_LETTER = 6.4
_MARGIN = 3


@dataclass(frozen=True)
class Box:
    """A box with its lines of text."""

    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + self.height / 2

    @property
    def room(self) -> float:
        """How long a line may be."""
        return self.width - 2 * _MARGIN

    def is_too_long(self, line: str) -> bool:
        """Tell whether a line, which is then one word, must be drawn narrower."""
        return len(line) * _LETTER > self.room

    @property
    def right(self) -> float:
        """Where an arrow leaves it."""
        return self.left + self.width


@dataclass(frozen=True)
class Arrow:
    """A level arrow from one box to the next."""

    start: float
    end: float
    height: float


@dataclass(frozen=True)
class Row:
    """One way: its boxes and arrows but for the outlet, which several ways may reach."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True)
class Outlet:
    """The box of an outlet, as high as the ways that lead to it.

    `follows` says that it follows the outlet in the box right above.
    """

    box: Box
    follows: bool = False


@dataclass(frozen=True)
class WayPicture:
    """The rows in the order of the ways, and the outlets."""

    rows: tuple[Row, ...]
    outlets: tuple[Outlet, ...]
    height: float


def draw_ways(ways: Sequence[Sequence[str]], follows: Mapping[str, str]) -> WayPicture:
    """Draw ways, whose last name is the outlet; those to one outlet must stand together.

    `follows` has, for the name of an outlet, that of the one whose report it follows.
    """
    columns = max(len(way) for way in ways) - 1
    width = min((WIDTH - _NUMBER - _OUTLET) / columns - _ARROW, _WIDEST)
    rows: list[Row] = []
    outlets: list[Outlet] = []
    top, above = 0.0, ""
    for name, group in groupby(ways, key=lambda way: way[-1]):
        begun = top
        for way in group:
            boxes = tuple(_boxes(way[:-1], top, width))
            rows.append(Row(boxes, tuple(_arrows(boxes))))
            top = boxes[0].top + boxes[0].height + _BETWEEN
        box = Box(WIDTH - _OUTLET, begun, _OUTLET, top - _BETWEEN - begun, _wrap(name, _OUTLET))
        outlets.append(Outlet(box, follows=bool(above) and follows.get(name) == above))
        top, above = top - _BETWEEN + _BETWEEN_OUTLETS, name
    return WayPicture(tuple(rows), tuple(outlets), top - _BETWEEN_OUTLETS)


def _boxes(names: Sequence[str], top: float, width: float) -> Iterator[Box]:
    texts = [_wrap(name, width) for name in names]
    height = max(len(lines) for lines in texts) * _LINE + 2 * _PADDING
    for index, lines in enumerate(texts):
        yield Box(_NUMBER + index * (width + _ARROW), top, width, height, lines)


def _arrows(boxes: Sequence[Box]) -> Iterator[Arrow]:
    ends = [box.left for box in boxes[1:]] + [WIDTH - _OUTLET]
    for box, end in zip(boxes, ends, strict=True):
        yield Arrow(box.right, end, box.middle)


def _wrap(text: str, width: float) -> tuple[str, ...]:
    letters = int((width - 2 * _MARGIN) / _LETTER)
    return tuple(textwrap.wrap(text, letters, break_long_words=False))
