"""Pictures on a screen and on paper: what they show can be read, is true to scale and leads on."""

from itertools import pairwise
from typing import Any

import pytest
from fixture_types import OpenPage
from playwright.sync_api import Page, expect
from widths import widen

TIMELINE = "/timeline/"
# Contacts, with and without an outlet that follows another.
WAYS = ["/contacts/suga-putin-2020/", "/contacts/kishida-putin-2021/"]
# Smaller text is hard to read.
SMALLEST = 11
LABELS = """selector => [...document.querySelectorAll(selector)].flatMap((svg, picture) => {
  const frame = svg.getBoundingClientRect()
  const scale = frame.width / svg.viewBox.baseVal.width
  return [...svg.querySelectorAll('text')].map(text => {
    const {left, top, right, bottom} = text.getBoundingClientRect()
    return {left, top, right, bottom, picture, words: text.textContent,
            inside: left >= frame.left - 1 && right <= frame.right + 1
                    && top >= frame.top - 1 && bottom <= frame.bottom + 1,
            size: parseFloat(getComputedStyle(text).fontSize) * scale}
  })
})"""


def covers(one: dict[str, Any], other: dict[str, Any]) -> bool:
    # Boxes of lines reach a little beyond their letters.
    return (
        one["picture"] == other["picture"]
        and one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] + 2 < other["bottom"]
        and other["top"] + 2 < one["bottom"]
    )


@pytest.mark.parametrize(
    ("path", "selector"), [(TIMELINE, ".year-scale"), *((path, ".ways svg") for path in WAYS)]
)
def test_words_are_legible_and_lie_apart(open_page: OpenPage, path: str, selector: str) -> None:
    page = open_page(path)
    for width in (390, 768, 1280, 1920):
        widen(page, width)
        labels = page.evaluate(LABELS, selector)
        assert len(labels) > 5
        for index, label in enumerate(labels):
            assert label["size"] >= SMALLEST, (width, label)
            assert label["inside"], (width, label)
            covered = [other["words"] for other in labels[:index] if covers(label, other)]
            assert covered == [], (width, label)


@pytest.mark.parametrize("path", WAYS)
def test_names_stay_within_their_boxes(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=390)
    outside = page.evaluate("""() => [...document.querySelectorAll(".ways__name")].filter(text => {
        const {left, right, top, bottom} = text.getBoundingClientRect()
        return ![...document.querySelectorAll(".ways__box")].some(box => {
            const b = box.getBoundingClientRect()
            return b.left <= left && right <= b.right && b.top <= top && bottom <= b.bottom
        })
    }).map(text => text.textContent)""")
    assert outside == []


def years_of(page: Page, number: int) -> list[tuple[int, float]]:
    """Return the years of a scale with the heights at which they are written."""
    texts = page.locator(".year-scale").nth(number).locator(".year-scale__year")
    found = texts.evaluate_all("""all => all.map(text =>
        [text.textContent, text.getBoundingClientRect().top])""")
    return [(int(year), top) for year, top in found]


def test_equal_years_are_equally_long_on_the_screen(open_page: OpenPage) -> None:
    page = open_page(TIMELINE)
    assert page.locator(".year-scale").count() == 2
    for number in (0, 1):
        years = years_of(page, number)
        lengths = [(b - a) / (year - before) for (before, a), (year, b) in pairwise(years)]
        assert len(lengths) > 4
        assert max(lengths) - min(lengths) < 0.2


def test_each_mark_leads_to_the_entry_of_its_date(open_page: OpenPage) -> None:
    page = open_page(TIMELINE)
    links = page.locator(".year-scale__link")
    # What is outside the evidence stands in boxes of its own.
    dated = page.locator(".timeline :is(.timeline__entry, .background__facts > li)[id]")
    assert links.count() == dated.count() > 10
    for link in links.all():
        target = page.locator(f'[id="{(link.get_attribute("href") or "").removeprefix("#")}"]')
        shown = link.locator(".year-scale__when").text_content()
        # An event's date is a statement, with its day of the week.
        expect(target.locator(".timeline__when, .background__when")).to_contain_text(shown or "")


def test_a_keyboard_follows_a_mark(open_page: OpenPage) -> None:
    page = open_page(TIMELINE, width=390)
    link = page.locator(".year-scale__link").nth(1)
    before = page.locator(".year-scale__link").nth(0)
    before.focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    frame = "room => getComputedStyle(room).strokeWidth + getComputedStyle(room).stroke"
    rooms = [one.locator(".year-scale__room").evaluate(frame) for one in (before, link)]
    assert rooms[0].endswith("none") and rooms[1].startswith("2pxrgb")
    page.keyboard.press("Enter")
    entry = page.locator(".timeline li:target")
    expect(entry).to_have_attribute("id", (link.get_attribute("href") or "").removeprefix("#"))
    expect(entry).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [TIMELINE, WAYS[-1]])
def test_pictures_are_dark_on_light_on_paper(open_page: OpenPage, path: str, scheme: str) -> None:
    page = open_page(path, color_scheme=scheme)
    page.emulate_media(media="print")
    words = page.locator(":is(.year-scale__words, .ways__name)").first
    colour = words.evaluate("text => getComputedStyle(text).fill.match(/[0-9.]+/g).map(Number)")
    # An alpha, if there is one, lets the white of the paper through.
    red, green, blue, *alpha = colour
    shade = [(alpha[0] if alpha else 1) * (255 - channel) for channel in (red, green, blue)]
    assert min(shade) > 120
