"""The map on a screen: every label can be read, and covers no other."""

from fixture_types import OpenPage
from project import SITE_KIT
from widths import widen

from build_tools.explainer.coastline import COAST_FILE
from build_tools.explainer.island_map import render_island_map
from build_tools.explainer.island_names import ISLANDS_FILE
from build_tools.explainer.island_table import render_island_table

# Smaller text is hard to read on a telephone.
SMALLEST = 11
VIEWS = ".island-map svg[role=img]"
MEASURE = """(views) => [...document.querySelectorAll(views)].flatMap((svg, view) => {
  const frame = svg.getBoundingClientRect()
  const scale = frame.width / svg.viewBox.baseVal.width
  const box = ({left, top, right, bottom}) => ({left, top, right, bottom})
  return [...svg.querySelectorAll('text')].map((text) => ({
    ...box(text.getBoundingClientRect()), view, words: text.textContent, frame: box(frame),
    size: parseFloat(getComputedStyle(text).fontSize) * scale,
  }))
})"""

# Pixels between a label and the small map in the corner.
GAP = 2
SMALL_MAP = "document.querySelector('.island-map__edge').getBoundingClientRect().toJSON()"

Label = dict[str, float]


def overlap(one: Label, other: Label) -> bool:
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def test_labels_are_legible_and_lie_apart(open_page: OpenPage) -> None:
    islands = SITE_KIT.data.of(ISLANDS_FILE)
    coast = SITE_KIT.data.of(COAST_FILE)
    page = open_page("/people/")
    html = render_island_map(islands, coast) + render_island_table(islands, [])
    # In place of a map that the page may have of its own.
    page.evaluate("document.querySelectorAll('.island-map').forEach((old) => old.remove())")
    page.evaluate(
        "(html) => document.querySelector('h1').insertAdjacentHTML('afterend', html)", html
    )
    page.evaluate("document.querySelector('.island-map details').open = true")
    for width in (390, 600, 768, 1280, 1920):
        widen(page, width)
        labels = page.evaluate(MEASURE, VIEWS)
        assert len(labels) > 15
        corner = page.evaluate(SMALL_MAP)
        around = {
            side: at + (GAP if side in ("right", "bottom") else 0) for side, at in corner.items()
        }
        near = {label["words"] for label in labels if not label["view"] and overlap(label, around)}
        assert near == {"Japan", "Russia"}, width
        for label in labels:
            frame, said = label["frame"], (width, label["words"])
            assert label["size"] >= SMALLEST, said
            assert frame["left"] <= label["left"] < label["right"] <= frame["right"], said
            assert frame["top"] <= label["top"] < label["bottom"] <= frame["bottom"], said
            others = (other for other in labels if other is not label)
            covered = [other["words"] for other in others if overlap(label, other)]
            assert covered == [], said
        assert page.evaluate("document.documentElement.scrollWidth") <= width
