"""The coast: decoded, cut and thinned; the committed file is what its script draws."""

import json
import os
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import ROOT

from build_tools.explainer.coastline import Coast, load_coast, render_coast
from build_tools.explainer.draw_coastline import draw_coastline
from build_tools.explainer.outlines import Box, area, clip, thin
from build_tools.explainer.topojson import Point, Ring, parse_outer_rings

FILE = ROOT / "docs/_data/coastline.geojson"
SQUARE: Ring = ((0, 0), (4, 0), (4, 4), (0, 4), (0, 0))
POINTS = st.tuples(st.floats(-9, 9), st.floats(-9, 9))


@pytest.fixture(scope="module")
def coast() -> Coast:
    coast, problems = load_coast(FILE, "docs/_data/coastline.geojson", FILE.parent)
    assert problems == ()
    assert coast
    return coast


def test_arcs_are_joined_and_read_backwards_where_the_number_is_negative() -> None:
    topology = {
        "transform": {"scale": [0.5, 2], "translate": [10, 20]},
        "arcs": [[[0, 0], [2, 0], [0, 1]], [[0, 0], [0, 1], [2, 0]]],
        "objects": {"land": {"geometries": [{"arcs": [[[0, ~1], ["a hole"]]]}]}},
    }
    assert parse_outer_rings(topology, "land") == [
        ((10, 20), (11, 20), (11, 22), (10, 22), (10, 20))
    ]


def test_a_ring_is_cut_at_the_edges_of_the_box() -> None:
    assert area(clip(SQUARE, Box(1, -1, 3, 2))) == pytest.approx(4)
    assert clip(SQUARE, Box(-1, -1, 5, 5)) == SQUARE
    assert clip(SQUARE, Box(5, 5, 6, 6)) == ()


@given(st.lists(POINTS, min_size=3, max_size=12), POINTS, POINTS)
def test_what_is_cut_lies_in_the_box(points: list[Point], one: Point, other: Point) -> None:
    (west, east), (south, north) = (sorted(pair) for pair in zip(one, other, strict=True))
    for x, y in clip((*points, points[0]), Box(west, south, east, north)):
        assert west - 1e-9 <= x <= east + 1e-9
        assert south - 1e-9 <= y <= north + 1e-9


def test_points_near_the_line_are_left_out() -> None:
    assert thin(((0, 0), (1, 0.1), (2, 0), (2, 2)), 0.2) == ((0, 0), (2, 0), (2, 2))
    assert thin(((0, 0), (1, 0.3), (2, 0)), 0.2) == ((0, 0), (1, 0.3), (2, 0))
    assert thin(SQUARE, 0.5) == SQUARE


@given(st.lists(POINTS, min_size=2, max_size=20).map(tuple))
def test_thinning_keeps_the_ends_and_adds_nothing(line: Ring) -> None:
    thinned = thin(line, 1)
    assert (thinned[0], thinned[-1]) == (line[0], line[-1])
    assert set(thinned) <= set(line)


def holds(coast: Coast, point: Point) -> bool:
    """Whether a point lies on land: a line from it to the east crosses the coast an odd number."""
    x, y = point
    crossings = 0
    for ring in coast.islands:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("name", "point"),
    [
        ("Etorofu / Iturup", (147.8, 45.05)),
        ("Kunashiri / Kunashir", (146.05, 44.22)),
        ("Shikotan", (146.75, 43.8)),
        ("Suishō / Tanfilyev", (145.91, 43.435)),
        ("Yuri / Yury", (146.06, 43.425)),
        ("Shibotsu / Zelyony", (146.15, 43.5)),
        ("Taraku / Polonsky", (146.32, 43.63)),
        ("Hokkaido", (144, 43.5)),
    ],
)
def test_the_file_has_the_islands(coast: Coast, name: str, point: Point) -> None:
    assert holds(coast, point), name
    assert not holds(coast, (147.5, 44))


def test_the_file_is_geojson_and_what_is_loaded_is_what_is_written(coast: Coast) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert render_coast(coast) == text
    file = json.loads(text)
    assert file["type"] == "FeatureCollection"
    assert file["credit"].startswith("Natural Earth, public domain")
    for feature in file["features"]:
        for (ring,) in feature["geometry"]["coordinates"]:
            assert ring[0] == ring[-1]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text[:-20],
        lambda text: text.replace("islands", "isles"),
        lambda text: text.replace("145.767", '"west"'),
    ],
)
def test_a_spoilt_file_is_a_problem(tmp_path: Path, spoil: Callable[[str], str]) -> None:
    path = tmp_path / "coastline.geojson"
    path.write_text(spoil(FILE.read_text(encoding="utf-8")), encoding="utf-8")
    coast, [problem] = load_coast(path, "docs/_data/coastline.geojson", tmp_path)
    assert coast is None
    assert (problem.code, problem.place.path) == ("coastline", "docs/_data/coastline.geojson")
    assert "make map" in problem.hint


def test_a_site_may_have_no_coast(tmp_path: Path) -> None:
    assert load_coast(tmp_path / "coastline.geojson", "coastline.geojson", tmp_path) == (None, ())


def test_the_script_draws_the_committed_file() -> None:
    land = Path(sys.prefix) / "node" / "node_modules" / "world-atlas" / "land-10m.json"
    if not land.exists():
        reason = "the map's land is missing: run tests/install_tools.sh where npm is installed"
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    topology = json.loads(land.read_text(encoding="utf-8"))
    assert render_coast(draw_coastline(topology)) == FILE.read_text(encoding="utf-8")
