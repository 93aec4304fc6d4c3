"""The map: every name in it, no colour for one island alone, and small."""

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from project import ROOT, SITE_KIT

from build_tools.explainer.coastline import COAST_FILE
from build_tools.explainer.island_map import INSET, MAIN, REGION, render_island_map
from build_tools.explainer.island_names import ISLANDS_FILE, Islands

SVG = "{http://www.w3.org/2000/svg}"
# Of the 350 kB that a first load may cost.
LARGEST = 15_000


@pytest.fixture(scope="module")
def islands() -> Islands:
    return SITE_KIT.data.of(ISLANDS_FILE)


@pytest.fixture(scope="module")
def html(islands: Islands) -> str:
    coast = SITE_KIT.data.of(COAST_FILE)
    assert coast
    return render_island_map(islands, coast)


@pytest.fixture(scope="module")
def figure(html: str) -> ET.Element:
    return ET.fromstring(html)


def text(element: ET.Element | None) -> str:
    assert element is not None
    return " ".join(" ".join(element.itertext()).split())


def test_it_is_small_and_has_no_blank_line(html: str) -> None:
    assert len(html.encode()) <= LARGEST
    assert not re.search(r"\n\s*\n", html)


def test_it_names_the_four_islands_and_hokkaido_in_three_scripts(
    figure: ET.Element, islands: Islands
) -> None:
    main, _ = figure.findall(f".//{SVG}svg[@role='img']")
    labels = [text(label) for label in main.iter(f"{SVG}text")]
    named = [island for island in islands if island.map]
    assert [island.japan.name for island in named] == [
        "Etorofu",
        "Kunashiri",
        "Shikotan",
        "Habomai",
        "Hokkaido",
    ]
    for island in named:
        scripts = f"{island.japan.script} / {island.russia.script}"
        assert islands.marked
        mark = f" {islands.marked.label}" if island.marked else ""
        assert f"{' / '.join(island.both_names)} {scripts}{mark}" in labels
    languages = [tspan.get("lang") for tspan in main.iter(f"{SVG}tspan") if tspan.get("lang")]
    assert languages == ["ja", "ru"] * len(named)


def test_the_inset_names_its_islets_and_the_text_below_those_without_data(
    figure: ET.Element, islands: Islands
) -> None:
    _, inset = figure.findall(f".//{SVG}svg[@role='img']")
    labels = [text(label) for label in inset.iter(f"{SVG}text")]
    for islet in islands.drawn_islets:
        assert " ".join(islet.both_names) in labels
    below = text(figure.find(".//details/p"))
    for islet in islands.missing_islets:
        assert " / ".join(islet.both_names) in below
    assert "outside the evidence" in text(figure.find("figcaption"))


def test_every_picture_has_a_title_and_a_description(figure: ET.Element, islands: Islands) -> None:
    pictures = figure.findall(f".//{SVG}svg[@role='img']")
    assert len(pictures) == 2
    for picture in pictures:
        title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
        assert title is not None
        assert description is not None
        assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert text(title)
    said = text(pictures[0].find(f"{SVG}desc"))
    for island in islands:
        if island.map:
            assert f"{' / '.join(island.both_names)}: {island.where}." in said


def test_the_scales_are_inside_the_picture(figure: ET.Element) -> None:
    words = [text(label) for label in figure.iter(f"{SVG}text")]
    assert {"50 km", "10 km"} <= set(words)
    assert "Natural Earth" in text(figure.find("figcaption"))
    for frame, kilometres in ((MAIN, 50), (INSET, 10)):
        ends = [(frame.box.west, 43.63), (frame.box.west + kilometres / 80.5, 43.63)]
        left, right = (frame.project(end)[0] for end in ends)
        assert frame.length(kilometres) == pytest.approx(right - left, rel=0.02)


def test_all_land_of_a_view_is_one_path_without_a_colour_of_its_own(figure: ET.Element) -> None:
    land = [e for e in figure.iter() if e.get("class") == "island-map__land"]
    # The land under the pattern is that same path.
    patterned = [e for e in figure.iter() if e.get("class") == "island-map__marked"]
    drawn = [(e.get("href"), e.get("fill")) for e in patterned]
    assert drawn == [
        ("#island-map-land", "url(#island-map-hatch)"),
        ("#island-map-land", "url(#island-map-dots)"),
        ("#island-map-islets", "url(#island-map-hatch)"),
    ]
    assert [element.tag for element in land] == [f"{SVG}use", f"{SVG}path", f"{SVG}use"]
    for element in figure.iter():
        assert not {"stroke", "style"} & set(element.keys())
        # A pattern is no colour.
        assert element.get("fill") in {None, *(fill for _, fill in drawn)}
    css = (ROOT / "docs/assets/blocks.css").read_text(encoding="utf-8")
    assert set(re.findall(r"fill: (var\(--map-land\))", css)) == {"var(--map-land)"}
    assert css.count("fill: var(--map-land)") == 1


def test_every_label_starts_inside_its_picture(figure: ET.Element) -> None:
    for picture in figure.findall(f".//{SVG}svg[@role='img']"):
        _, _, width, height = map(float, picture.get("viewBox", "").split())
        for label in picture.iter(f"{SVG}text"):
            assert 0 < float(label.get("x", "")) < width
            assert 10 < float(label.get("y", "")) < height


def test_patterns_tell_two_of_the_four_islands_from_the_others_and_from_all_other_land(
    figure: ET.Element, islands: Islands
) -> None:
    coast = SITE_KIT.data.of(COAST_FILE)
    assert coast
    assert islands.marked
    four = islands.groups[0].islands
    assert [island.japan.name for island in four if island.marked] == ["Shikotan", "Habomai"]
    hatched, dotted = (
        [ring for ring in coast.islands if lies_within(ring, area)]
        for area in (islands.marked.area, islands.marked.others_area)
    )
    assert len(hatched) == 1 + len(islands.drawn_islets)
    assert len(dotted) == 2
    assert not [ring for ring in hatched if ring in dotted]
    # Etorofu and Kunashiri are the largest, but for Hokkaido, which has no pattern.
    hokkaido, *largest = sorted(coast.islands, key=extent, reverse=True)[:3]
    assert sorted(largest) == sorted(dotted)
    assert hokkaido not in hatched
    key = [text(item) for item in figure.findall(".//li")]
    assert key == [islands.marked.key, islands.marked.others]


def lies_within(ring: Sequence[tuple[float, float]], area: Sequence[tuple[float, float]]) -> bool:
    """Tell whether an island is within a closed line, which must not cross its coast."""
    (side,) = {inside(point, area) for point in ring}
    return side


def extent(ring: Sequence[tuple[float, float]]) -> float:
    longitudes, latitudes = zip(*ring, strict=True)
    return (max(longitudes) - min(longitudes)) * (max(latitudes) - min(latitudes))


def inside(point: tuple[float, float], area: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a point is within a closed line: how often does a ray from it cross the line?"""
    crossings = (
        (a[1] > point[1]) != (b[1] > point[1])
        and point[0] < a[0] + (point[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for a, b in pairwise([*area, area[0]])
    )
    return sum(crossings) % 2 == 1


def test_the_small_map_names_the_two_countries(figure: ET.Element) -> None:
    labels = [e for e in figure.iter() if e.get("class") == "island-map__country"]
    assert [text(label) for label in labels] == ["Japan", "Russia"]


def test_the_frames_lie_within_each_other() -> None:
    for inner, outer in ((INSET, MAIN), (MAIN, REGION)):
        window = outer.window(inner)
        assert 0 < window.x < window.x + window.width < outer.width
        assert 0 < window.y < window.y + window.height < outer.height


def test_mercator_keeps_shapes_and_puts_north_up() -> None:
    left, top = MAIN.project((MAIN.box.west, MAIN.box.north))
    right, bottom = MAIN.project((MAIN.box.east, MAIN.box.south))
    assert (left, top, right) == (0, 0, MAIN.width)
    assert bottom == pytest.approx(MAIN.height, abs=0.5)
    # A small square on the ground, 10 km each way, is a square in the picture.
    down = MAIN.project((146, 44))[1] - MAIN.project((146, 44 + 10 / 111.195))[1]
    across = MAIN.project((146 + 10 / (111.195 * 0.71934), 44))[0] - MAIN.project((146, 44))[0]
    assert down == pytest.approx(across, rel=0.002)
