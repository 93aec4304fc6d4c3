"""A scale of years, drawn downwards: where each date lies on it, and where its words find room.

Equal years have equal lengths. All lengths are in units of the picture, of which it is `WIDTH`
wide: a unit is a pixel where the picture is as wide as a telephone.
"""

import datetime
import math
from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.text.dates import span

WIDTH = 360
_LEAST_LENGTH = 440
# A line of words, the space around them, and the least height that a finger can meet.
_LINE, _PADDING, _LEAST_ROW = 14, 6, 26
# A mark is never shorter than this, and is drawn beside another that it would touch. The second is
# for those in a window, which have no words.
_LEAST_MARK, _LEAST_INNER = 8, 5
_LEAST_TICK = 27
_STEPS = (1, 2, 5, 10, 20, 50, 100)
# In years: what is this long, and of which the articles date nothing, is drawn as a gap.
_GAP = 10


@dataclass(frozen=True)
class Mark:
    """What stands on the scale for one date, in EDTF, and the words beside it.

    `entry` is what the articles date, `event` one with a page of its own, `outside` what is
    outside the evidence. With `href` the mark is a link.
    """

    when: str
    shown: str
    words: str = ""
    href: str = ""
    form: Literal["entry", "event", "outside"] = "entry"


@dataclass(frozen=True)
class DrawnMark:
    """A mark from `top` to `bottom`, in a column that no other has there but one it lies on."""

    mark: Mark
    top: float
    bottom: float
    column: int

    @property
    def middle(self) -> float:
        """The height at which the mark is joined to its words."""
        return (self.top + self.bottom) / 2

    def has_room_for(self, later: "DrawnMark") -> bool:
        """Tell whether a mark that starts later may be in the same column.

        It may lie on this one where enough of this one is still seen.
        """
        long_enough = self.bottom - self.top >= 2 * (later.bottom - later.top)
        encloses = self.top < later.top and later.bottom <= self.bottom
        return self.bottom <= later.top or (long_enough and encloses)


@dataclass(frozen=True)
class Row:
    """Words beside the scale: those of a mark, or of the enlarged part.

    `at` is the height on the scale that they belong to, `top` where they found room.
    """

    at: float
    lines: int
    drawn: DrawnMark | None = None
    top: float = 0

    @property
    def height(self) -> float:
        """The room that the words take."""
        height = self.lines * _LINE + _PADDING
        return max(height, _LEAST_ROW) if self.drawn else height


@dataclass(frozen=True)
class Window:
    """The part of a scale that is drawn enlarged beside it, and the marks in it."""

    top: float
    bottom: float
    marks: tuple[DrawnMark, ...]

    @property
    def columns(self) -> int:
        """How many marks stand beside each other at most."""
        return max((drawn.column + 1 for drawn in self.marks), default=1)


@dataclass(frozen=True)
class Scale:
    """The years from `first` up to `end`, which is not among them, as they are drawn."""

    first: int
    end: int
    length: float
    ticks: tuple[tuple[int, float], ...]
    rows: tuple[Row, ...]
    gaps: tuple[tuple[float, float], ...]
    window: Window | None = None

    @property
    def year(self) -> float:
        """The length of a year."""
        return self.length / (self.end - self.first)


def draw_scales(marks: Sequence[Mark], enlarged: str = "") -> tuple[Scale, ...]:
    """Draw all marks, of which there is at least one; and those within an interval again, enlarged.

    What is enlarged has its words there alone.
    """
    ordered = sorted(marks, key=lambda mark: span(mark.when))
    dates = [mark.when for mark in marks]
    if not enlarged:
        return (_draw(ordered, _years_of(dates)),)
    inner = [mark for mark in ordered if lies_within(mark.when, enlarged)]
    outer = [mark for mark in ordered if mark not in inner]
    part = _years_of([enlarged])
    return _draw(outer, _years_of([*dates, enlarged]), part, inner), _draw(inner, part)


def lies_within(when: str, interval: str) -> bool:
    """Tell whether no day that a date may mean lies outside an interval."""
    (start, stop), (first, last) = span(when), span(interval)
    return first <= start and stop <= last


@dataclass(frozen=True)
class _Years:
    """From `first` up to `end`, which is not among them."""

    first: int
    end: int


def _years_of(dates: Sequence[str]) -> _Years:
    """Return the whole years in which dates lie."""
    spans = [span(when) for when in dates]
    last = max(stop for _, stop in spans)
    return _Years(min(start for start, _ in spans).year, math.ceil(_moment(last)))


def _moment(day: datetime.date) -> float:
    """Return the beginning of a day in years."""
    days = (day - datetime.date(day.year, 1, 1)).days
    return day.year + days / (366 if isleap(day.year) else 365)


def _draw(
    marks: Sequence[Mark],
    years: _Years,
    part: _Years | None = None,
    inner: Sequence[Mark] = (),
) -> Scale:
    """Draw marks that are in order; those in `inner` go without words, in the window of `part`."""
    empty = [(a, b) for a, b in _pauses(marks, part) if b - a >= _GAP]
    # The picture is as long as its words need.
    needed = [Row(0, 1 + bool(mark.words), DrawnMark(mark, 0, 0, 0)) for mark in marks]
    needed += [Row(0, 2)] * bool(part)
    length = max(_LEAST_LENGTH, sum(row.height for row in needed))
    unit = length / (years.end - years.first)

    def at(moment: float) -> float:
        return (moment - years.first) * unit

    gaps = tuple((at(a), at(b)) for a, b in empty)
    # The words come in the order of beginnings, as in a list.
    starts = [
        (_moment(span(drawn.mark.when)[0]), Row(drawn.middle, 1 + bool(drawn.mark.words), drawn))
        for drawn in _place(marks, years.first, unit, _LEAST_MARK)
    ]
    window = None
    if part:
        placed = tuple(_place(inner, years.first, unit, _LEAST_INNER))
        window = Window(at(part.first), at(part.end), placed)
        starts.append((part.first, Row((window.top + window.bottom) / 2, 2)))
    rows = [row for _, row in sorted(starts, key=lambda pair: pair[0])]
    step = next((step for step in _STEPS if step * unit >= _LEAST_TICK), _STEPS[-1])
    ticks = tuple((y, at(y)) for y in range(years.first, years.end) if y % step == 0)
    return Scale(years.first, years.end, length, ticks, tuple(_spread(rows, length)), gaps, window)


def _pauses(marks: Sequence[Mark], part: _Years | None) -> Iterator[tuple[float, float]]:
    """Yield the times between one mark of the evidence and the next, in years."""
    days = [span(mark.when) for mark in marks if mark.form != "outside"]
    spans = [(_moment(start), _moment(stop)) for start, stop in days]
    if part:
        spans.append((part.first, part.end))
    until = math.inf
    for start, stop in sorted(spans):
        if start > until:
            yield until, start
        until = stop if until == math.inf else max(until, stop)


def _place(marks: Sequence[Mark], first: int, unit: float, least: float) -> Iterator[DrawnMark]:
    """Yield the marks, which are in order, each in the first column that is free at its height."""
    columns: list[list[DrawnMark]] = []
    for mark in marks:
        start, stop = ((_moment(day) - first) * unit for day in span(mark.when))
        more = max(least - (stop - start), 0) / 2
        drawn = DrawnMark(mark, start - more, stop + more, 0)
        free = (i for i, used in enumerate(columns) if all(it.has_room_for(drawn) for it in used))
        column = next(free, len(columns))
        if column == len(columns):
            columns.append([])
        columns[column].append(replace(drawn, column=column))
        yield columns[column][-1]


def _spread(rows: Sequence[Row], length: float) -> Iterator[Row]:
    """Yield the rows, which are in order, each as near to its height as the others allow.

    Rows that would cover each other become a run, whose middle is the mean of what they want: the
    least squares of their distances, by the pooling of adjacent violators.
    """
    runs: list[_Run] = []
    for row in rows:
        runs.append(_Run(row.at - row.height / 2, row.height, (row,)))
        while len(runs) > 1 and runs[-2].top(length) + runs[-2].height > runs[-1].top(length):
            later = runs.pop()
            runs[-1] = runs[-1].joined(later)
    for run in runs:
        top = run.top(length)
        for row in run.rows:
            yield replace(row, top=top)
            top += row.height


@dataclass(frozen=True)
class _Run:
    """Rows right below each other, and the top that they would have if there were no end."""

    wanted: float
    height: float
    rows: tuple[Row, ...]

    def top(self, length: float) -> float:
        return max(min(self.wanted, length - self.height), 0)

    def joined(self, later: "_Run") -> "_Run":
        ours, theirs = len(self.rows), len(later.rows)
        wanted = (self.wanted * ours + (later.wanted - self.height) * theirs) / (ours + theirs)
        return _Run(wanted, self.height + later.height, self.rows + later.rows)
