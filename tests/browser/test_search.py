"""The search, open and with what it found, is accessible too."""

import re

import pytest
from accessibility import violations
from fixture_types import OpenPage
from going import go
from playwright.sync_api import Page, expect
from test_every_page import READERS


def search(page: Page, words: str) -> None:
    """Open the search by its key and type; the theme listens to keys, not to the text."""
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_open_search_is_accessible(open_page: OpenPage, axe: str) -> None:
    pages = [open_page("/", width=width, color_scheme=scheme) for scheme, width in READERS[:2]]
    for page in pages:
        search(page, "treaty")
    found = zip(READERS[:2], violations(pages, axe), strict=True)
    lines = [f"{reader}: {line}" for reader, some in found for line in some]
    assert not lines, "\n".join(lines)


@pytest.mark.parametrize("words", ["Habomai", "Shikotan"])
def test_the_search_leads_to_a_page_that_has_the_words(open_page: OpenPage, words: str) -> None:
    page = open_page("/")
    search(page, words)
    # Until all is typed the results are those of its beginning.
    whole = page.locator(".md-search-result__item mark", has_text=re.compile(f"^{words}$"))
    expect(whole.first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/*h=*")
    expect(page.locator("article")).to_contain_text(words)


def test_the_search_works_where_storage_is_blocked(open_page: OpenPage) -> None:
    page = open_page("/", alone=True)
    page.add_init_script("""Object.defineProperty(window, "localStorage", {
        configurable: true, get() { throw new DOMException("blocked", "SecurityError") }
    })""")
    go(page, "/dispute/")
    search(page, "Habomai")
    # A choice of colours holds for the page.
    page.keyboard.press("Escape")
    page.get_by_title("Switch to light mode").click()
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
