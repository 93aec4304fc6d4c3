"""The reader's colours: the device's until others are chosen, and then the chosen ones."""

import pytest
from fixture_types import OpenPage
from going import go
from playwright.sync_api import Page, Route, expect

LABELS = ("Switch to light mode", "Switch to dark mode", "Switch to system preference")
# A browser tells its page of such a change in a frame.
NEXT_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SCHEME = {"light": "default", "dark": "slate"}


def scheme(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-md-color-scheme")


def shown(page: Page) -> list[str | None]:
    """The names of the switches that are to be seen."""
    labels = page.locator("[data-md-component=palette] label").all()
    return [label.get_attribute("title") for label in labels if label.is_visible()]


@pytest.mark.parametrize("device", ["light", "dark"])
def test_a_page_has_the_devices_colours_before_any_file_of_a_script_has_come(
    open_page: OpenPage, device: str
) -> None:
    page = open_page("/", color_scheme=device)
    # As on a first visit.
    page.evaluate("localStorage.clear()")
    page.route("**/*.js", Route.fulfill)
    page.goto("/dispute/")
    assert scheme(page) == SCHEME[device]
    assert shown(page) == []


def test_they_are_switched_in_turn_and_kept(open_page: OpenPage) -> None:
    page = open_page("/", color_scheme="dark")
    found = [scheme(page)]
    for name in (LABELS[0], LABELS[1], LABELS[2], LABELS[0]):
        assert shown(page) == [name]
        page.get_by_title(name).click()
        found.append(scheme(page))
    assert found == ["slate", "default", "slate", "slate", "default"]
    go(page, "/dispute/")
    assert scheme(page) == "default"
    assert shown(page) == [LABELS[1]]
    # What has been chosen stays when the device changes.
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.evaluate(NEXT_FRAMES)
    assert scheme(page) == "default"
    # And a page has it from the start.
    page.route("**/*.js", Route.fulfill)
    page.goto("/dispute/")
    assert scheme(page) == "default"


def test_the_devices_colours_are_followed_as_they_change(open_page: OpenPage) -> None:
    page = open_page("/", color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert shown(page) == [LABELS[0]]


def test_a_keyboard_switches_them_and_stays_there(open_page: OpenPage) -> None:
    page = open_page("/")
    page.locator("[data-md-component=palette] input").first.focus()
    for name in (LABELS[1], LABELS[2], LABELS[0]):
        page.keyboard.press("Enter")
        assert shown(page) == [name]
        assert page.evaluate("document.activeElement.ariaLabel") == name
    page.keyboard.press("ArrowRight")
    assert shown(page) == [LABELS[1]]


@pytest.mark.parametrize("device", ["light", "dark"])
def test_what_the_browser_draws_has_them_too(open_page: OpenPage, device: str) -> None:
    page = open_page("/", color_scheme=device)
    of = "element => getComputedStyle(element)"
    root = page.locator("html").evaluate(f"{of}.colorScheme")
    assert root == ("dark" if device == "dark" else "normal")
    header = page.locator(".md-header").evaluate(f"{of}.backgroundColor")
    bar = page.locator("meta[name=theme-color]").get_attribute("content")
    assert bar is not None
    assert header == f"rgb({', '.join(str(part) for part in bytes.fromhex(bar[1:]))})"
