"""Outlines cut to a rectangle and thinned: what makes a coast small enough for a page.

Two textbook algorithms, Sutherland-Hodgman and Douglas-Peucker. Programs that have them need
some 170 MB of packages, for a file drawn once in years.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from build_tools.explainer.topojson import Point, Ring


@dataclass(frozen=True)
class Box:
    """A rectangle in degrees of longitude and latitude."""

    west: float
    south: float
    east: float
    north: float


def clip(ring: Ring, box: Box) -> Ring:
    """Cut a closed ring to a box; where it leaves the box, it follows the box's edge."""
    for axis, limit, sign in (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    ):
        ring = tuple(_cut(ring, axis, limit, sign))
        if not ring:
            return ()
        ring = (*ring, ring[0])
    return ring


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[Point]:
    """Yield the points on the inner side of one edge, and those where the ring crosses it."""
    for start, end in pairwise(ring):
        starts_in = sign * (start[axis] - limit) >= 0
        ends_in = sign * (end[axis] - limit) >= 0
        if starts_in:
            yield start
        if starts_in != ends_in:
            share = (limit - start[axis]) / (end[axis] - start[axis])
            yield (
                start[0] + share * (end[0] - start[0]),
                start[1] + share * (end[1] - start[1]),
            )


def thin(line: Ring, tolerance: float) -> Ring:
    """Leave out the points that lie within `tolerance` degrees of the line without them."""
    if len(line) < 3:  # noqa: PLR2004
        return line
    distance = _distance_from(line[0], line[-1])
    farthest = max(range(1, len(line) - 1), key=lambda index: distance(line[index]))
    if distance(line[farthest]) <= tolerance:
        return (line[0], line[-1])
    return thin(line[: farthest + 1], tolerance)[:-1] + thin(line[farthest:], tolerance)


def _distance_from(start: Point, end: Point) -> Callable[[Point], float]:
    """Return the function that measures how far a point is from the line between two others."""
    along, up = end[0] - start[0], end[1] - start[1]
    length = (along**2 + up**2) ** 0.5

    def distance(point: Point) -> float:
        right, above = point[0] - start[0], point[1] - start[1]
        if not length:
            return float((right**2 + above**2) ** 0.5)
        return float(abs(along * above - up * right) / length)

    return distance


def area(ring: Ring) -> float:
    """Return the area inside a closed ring, in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2
