"""TopoJSON, decoded as far as a coastline needs it: the outer rings of the land.

The format is described in https://github.com/topojson/topojson-specification: arcs are stored once,
as whole numbers, each point as its distance from the one before.
"""

from itertools import accumulate
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]


def parse_outer_rings(topology: Any, name: str) -> list[Ring]:
    """Return the outer ring of each polygon of a quantized topology's object, in degrees.

    Lakes and other holes are left out. Raises KeyError where the object or a part of it is missing.
    """
    (scale_x, scale_y) = topology["transform"]["scale"]
    (left, bottom) = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs = accumulate(step[0] for step in arc)
        ys = accumulate(step[1] for step in arc)
        arcs.append(
            [(x * scale_x + left, y * scale_y + bottom) for x, y in zip(xs, ys, strict=True)]
        )
    return [
        _join(arcs, polygon[0])
        for geometry in topology["objects"][name]["geometries"]
        for polygon in geometry["arcs"]
    ]


def _join(arcs: list[list[Point]], numbers: list[int]) -> Ring:
    """Join arcs end to end; a negative number is an arc read backwards."""
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return tuple(ring)
