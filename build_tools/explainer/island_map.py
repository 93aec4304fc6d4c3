"""The map: the four islands and Hokkaido, the region around, and the islets enlarged."""

from build_tools.explainer.coastline import Coast
from build_tools.explainer.island_names import Islands
from build_tools.explainer.outlines import Box
from build_tools.explainer.projection import STEPS, Frame
from build_tools.templating import render

# A unit is a pixel where the map is as wide as a telephone, so font sizes are in pixels there.
MAIN = Frame(Box(143.2, 42.75, 149.05, 45.66), 360)
INSET = Frame(Box(145.75, 43.34, 147.0, 43.92), 360)
REGION = Frame(Box(127, 31, 156, 54), 74)
_MAIN_BAR, _INSET_BAR = 50, 10  # kilometres


def render_island_map(islands: Islands, coast: Coast) -> str:
    """Return the map as a `<figure>` with inline SVG, which takes its colours from the page.

    All land of a view is one path, so no island can have a colour of its own. The HTML has no blank
    line, so it can stand in Markdown.
    """
    return render(
        "explainer/island_map.html.j2",
        islands=tuple(islands),
        islets=islands.drawn_islets,
        missing=islands.missing_islets,
        main=MAIN,
        inset=INSET,
        region=REGION,
        steps=STEPS,
        main_land=MAIN.draw(coast.islands),
        inset_land=INSET.draw(coast.islands),
        region_land=REGION.draw(coast.region),
        marked=islands.marked,
        main_marked=MAIN.outline(islands.marked.area) if islands.marked else "",
        main_others=MAIN.outline(islands.marked.others_area) if islands.marked else "",
        inset_marked=INSET.outline(islands.marked.area) if islands.marked else "",
        countries=islands.countries,
        inset_in_main=MAIN.window(INSET),
        main_in_region=REGION.window(MAIN),
        main_bar=_MAIN_BAR,
        inset_bar=_INSET_BAR,
    )
