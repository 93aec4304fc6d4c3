"""The site by keyboard alone: each stop is seen, and leads on and back."""

from collections.abc import Iterator

import pytest
from fixture_types import OpenPage
from playwright.sync_api import Page, expect

# Where the keyboard is: on the screen, told by an outline (its own or its label's), and not faded.
# What slides or fades in, as the search does, has a second to do so.
_STOP = """async () => {
    const element = document.activeElement
    // The colours are chosen in a box without a size; its label is what one sees.
    const shown = element.matches(".md-option") ? element.nextElementSibling : element
    const look = () => {
        const box = shown.getBoundingClientRect(), style = getComputedStyle(shown)
        return {
            outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
            visible: shown.checkVisibility({opacityProperty: true, visibilityProperty: true}),
            onScreen: box.right > 0 && box.bottom > 0
                && box.left < innerWidth && box.top < innerHeight,
        }
    }
    const end = performance.now() + 1000
    let seen = look()
    while (!Object.values(seen).every(Boolean) && performance.now() < end) {
        await new Promise(resolve => setTimeout(resolve, 20))
        seen = look()
    }
    return {
        name: `${element.localName}.${element.className}: ${
            (element.getAttribute("aria-label") || element.textContent).trim().slice(0, 40)}`,
        mark: element.matches(".citation__mark") && element.id,
        back: element.matches(".note__backlink") && element.getAttribute("href"),
        ...seen,
    }
}"""


def stops(page: Page, most: int = 90) -> Iterator[dict[str, object]]:
    """Press Tab again and again; yield each stop, and hold it to being seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        assert stop["outlined"], stop
        assert stop["visible"], stop
        assert stop["onScreen"], stop
        yield stop


@pytest.mark.parametrize("width", [1280, 390])
def test_from_home_to_a_note_and_back(open_page: OpenPage, width: int) -> None:
    page = open_page("/", width=width)
    mark = next(stop["mark"] for stop in stops(page) if stop["mark"])
    note = page.locator(f".citation__mark[id={mark}]").get_attribute("href")
    page.keyboard.press("Enter")
    if not page.url.endswith(f"{note}"):
        # A card has opened at the mark; the way through a card has tests of its own.
        page.keyboard.press("Escape")
        page.goto(f"/{note}")
    # The note's own links come next; the last of them leads back.
    assert any(stop["back"] == f"#{mark}" for stop in stops(page, 20))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/#{mark}")
    expect(page.locator(f"[id={mark}]")).to_be_in_viewport()


def test_the_first_stop_skips_to_the_content(open_page: OpenPage) -> None:
    page = open_page("/dispute/")
    [stop] = stops(page, 1)
    assert "Skip to content" in str(stop["name"])
    page.keyboard.press("Enter")
    in_content = "document.activeElement.closest('article') !== null"
    page.keyboard.press("Tab")
    assert page.evaluate(in_content)


def test_on_a_narrow_screen_the_keyboard_opens_the_navigation(open_page: OpenPage) -> None:
    page = open_page("/dispute/", width=390)
    link = page.locator(".md-nav--primary").get_by_role("link", name="Timeline")
    expect(link).not_to_be_visible()
    page.get_by_text("Navigation", exact=True).locator("..").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_in_viewport()
    link.press("Enter")
    page.wait_for_url("**/timeline/")


def test_on_a_narrow_screen_the_keyboard_opens_a_section(open_page: OpenPage) -> None:
    page = open_page("/dispute/", width=390)
    page.get_by_text("Navigation", exact=True).locator("..").focus()
    page.keyboard.press("Enter")
    link = page.locator(".md-nav--primary").get_by_role("link", name="Corrections")
    expect(link).not_to_be_visible()
    page.locator(".md-nav--primary label.md-nav__link", has_text="About").press("Enter")
    expect(link).to_be_in_viewport()
    link.press("Enter")
    page.wait_for_url("**/corrections/")
