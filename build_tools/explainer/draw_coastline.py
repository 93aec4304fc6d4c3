"""Draws the coast's file from Natural Earth's land: `make map` runs it.

Usage: python -m build_tools.explainer.draw_coastline land-10m.json coastline.geojson
"""

import json
import sys
from pathlib import Path

from build_tools.explainer.coastline import Coast, render_coast
from build_tools.explainer.outlines import Box, area, clip, thin
from build_tools.explainer.topojson import Ring, parse_outer_rings

# A little more than the map shows, so that the cut edges are outside the picture.
_ISLANDS = Box(143.2, 42.0, 149.4, 46.0)
_REGION = Box(124, 28, 160, 58)
# About 150 m, half of what the package rounds to. Less than a pixel on any screen.
_FINE, _DECIMALS = 0.0015, 3
_COARSE, _COARSE_DECIMALS = 0.12, 2
# Square degrees. The package has a few rings without any area; the region keeps its larger islands.
_ANY_AREA, _LARGER = 0.0005, 0.06


def draw_coastline(topology: object) -> Coast:
    """Cut, thin and round the land of world-atlas's land-10m.json."""
    rings = parse_outer_rings(topology, "land")
    return Coast(
        _draw(rings, _ISLANDS, _FINE, _DECIMALS, _ANY_AREA),
        _draw(rings, _REGION, _COARSE, _COARSE_DECIMALS, _LARGER),
    )


def _draw(
    rings: list[Ring], box: Box, tolerance: float, decimals: int, smallest: float
) -> tuple[Ring, ...]:
    drawn = []
    for ring in rings:
        cut = thin(clip(ring, box), tolerance)
        if area(cut) > smallest:
            drawn.append(tuple((round(x, decimals), round(y, decimals)) for x, y in cut))
    return tuple(sorted(drawn, key=area, reverse=True))


if __name__ == "__main__":
    given, made = map(Path, sys.argv[1:])
    topology = json.loads(given.read_text(encoding="utf-8"))
    made.write_text(render_coast(draw_coastline(topology)), encoding="utf-8")
