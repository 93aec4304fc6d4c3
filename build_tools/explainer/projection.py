"""Mercator's projection, from degrees to the units of a picture.

Mercator because it keeps shapes and puts north up, and because the map is so small that its one
fault hardly shows: within the largest frame of the islands the scale changes by 3 % either way.
"""

import math
from dataclasses import dataclass
from functools import cached_property

from build_tools.explainer.outlines import Box, clip
from build_tools.explainer.topojson import Point, Ring

# Kilometres to a degree of longitude on the equator of a sphere with the Earth's mean radius.
_DEGREE = math.radians(6371)
# Steps to a unit: paths are written in whole fifths, a third of a pixel on a wide screen.
STEPS = 5


@dataclass(frozen=True)
class Rectangle:
    """A rectangle in the units of a picture."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Frame:
    """A part of the Earth, drawn `width` units wide; the height follows."""

    box: Box
    width: float

    @cached_property
    def height(self) -> int:
        """Return the height of the picture in whole units."""
        return round(self.project((self.box.west, self.box.south))[1])

    @property
    def _unit(self) -> float:
        return self.width / (self.box.east - self.box.west)

    def project(self, point: Point) -> Point:
        """Return where a longitude and latitude lie in the picture, from its top left corner."""
        longitude, latitude = point
        up = _northing(self.box.north) - _northing(latitude)
        return ((longitude - self.box.west) * self._unit, up * self._unit)

    def length(self, kilometres: float) -> float:
        """Return how long a distance is in the picture, at its middle latitude."""
        middle = math.radians((self.box.south + self.box.north) / 2)
        return kilometres / (_DEGREE * math.cos(middle)) * self._unit

    def window(self, inner: "Frame") -> Rectangle:
        """Return the part of this picture that another frame covers."""
        left, top = self.project((inner.box.west, inner.box.north))
        right, bottom = self.project((inner.box.east, inner.box.south))
        return Rectangle(left, top, right - left, bottom - top)

    def draw(self, rings: tuple[Ring, ...]) -> str:
        """Return the path of all rings, cut a little outside the frame, in steps."""
        margin = (self.box.east - self.box.west) / 20
        box = Box(
            self.box.west - margin,
            self.box.south - margin,
            self.box.east + margin,
            self.box.north + margin,
        )
        return "".join(self._draw(ring) for ring in (clip(ring, box) for ring in rings) if ring)

    def outline(self, points: tuple[Point, ...]) -> str:
        """Return the path of one closed line, in steps; the last point need not be the first."""
        return self._draw((*points, points[0]))

    def _draw(self, ring: Ring) -> str:
        """Return one closed ring: its first point, then each step from the point before."""
        points = [self.project(point) for point in ring[:-1]]
        whole = [(round(x * STEPS), round(y * STEPS)) for x, y in points]
        path, (x, y) = f"M{whole[0][0]} {whole[0][1]}l", whole[0]
        for right, down in whole[1:]:
            if (right, down) != (x, y):
                path += f"{right - x} {down - y} "
            x, y = right, down
        return f"{path.rstrip()}z".replace(" -", "-")


def _northing(latitude: float) -> float:
    """Return Mercator's ordinate, in degrees of longitude."""
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))
