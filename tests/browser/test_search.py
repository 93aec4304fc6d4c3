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


# What readers type, and the pages that answer it; the first that is found is to be one of them.
QUERIES = {
    "kuril islands": ["", "dispute/"],
    "1956 declaration": ["declaration-1956/"],
    "領土": ["dispute/"],
    "hoppo ryodo": ["dispute/"],
    "Зеленый": ["dispute/"],
    "suga phone call": ["contacts/suga-putin-2020/"],
    "29 september 2020": ["contacts/suga-putin-2020/", "sources/xinhua-2020/", "timeline/"],
    "27 meetings": ["contacts/abe-putin-2016/", "contacts/", "people/", "timeline/"],
    "Who is Kato?": ["people/"],
    "shimotomai": ["people/"],
    "san francisco treaty": ["background/"],
    "What happened in March 2022?": ["background/"],
    "us military bases": ["dispute/"],
    "U.S. bases": ["dispute/", "contacts/suga-putin-2020/"],
    "who owns telesur": ["sources/", "sources/telesur-2021/"],
    "sanctions": ["background/", "not-in-the-sources/"],
    "how many people live": ["background/", "not-in-the-sources/"],
    "xinhua": ["sources/xinhua-2020/"],
    "map of the islands": [""],
    "how to cite": ["reuse/"],
    "who owns the kurils": ["", "dispute/"],
    "Etorofu Iturup": ["dispute/"],
    "visa free": ["", "dispute/", "contacts/suga-putin-2020/", "glossary/"],
    "kyodo article": ["sources/kyodo-2021/"],
    "how are facts checked": ["method/"],
}
LEAST = 23
# What the theme says once it has searched.
COUNTED = re.compile(r"(No|\d+) matching documents?")


def test_the_search_puts_a_page_that_answers_first(open_page: OpenPage) -> None:
    page = open_page("/people/")
    links = page.locator(".md-search-result__link")
    nothing = page.locator(".search-nothing")
    typed = page.locator(".md-search__input")
    page.keyboard.press("/")
    expect(typed).to_be_focused()
    missed = {}
    # The sources have nothing of the last but one, and the last holds nothing to search for.
    for query, right in {**QUERIES, "Lavrov": [], "What is the": []}.items():
        # What was found before is gone first.
        for words, count in (("", "Type to start searching"), (query, COUNTED)):
            typed.fill(words)
            # The theme listens to keys, not to the text.
            page.keyboard.press("Shift")
            expect(page.locator(".md-search-result__meta")).to_have_text(count)
        expect(nothing).to_be_visible(visible=not right)
        found = links.evaluate_all("found => found[0]?.href ?? ''")
        found = found.partition("://")[2].partition("/")[2].partition("?")[0].partition("#")[0]
        if right and found not in right:
            missed[query] = found
    assert len(QUERIES) - len(missed) >= LEAST, missed
    assert "not-in-the-sources/" in (nothing.locator("a").get_attribute("href") or "")
