"""The search of this site leads to the pages that answer what its readers type."""

import re

from fixture_types import OpenPage
from playwright.sync_api import expect

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
    "medvedev": ["not-in-the-sources/"],
    "who signed 1956": ["declaration-1956/", "not-in-the-sources/"],
    "opinion polls": ["not-in-the-sources/"],
    "kunasir": ["dispute/"],
    "nagato": ["contacts/abe-putin-2016/"],
    "hokaido": ["dispute/"],
    "chikotan": ["dispute/"],
    "simotomai": ["people/"],
    "putine": ["people/"],
    "鈴木": ["people/"],
    "Мотэги": ["people/"],
    "russky island": ["contacts/abe-putin-2016/"],
    "19 november": ["contacts/abe-putin-2016/"],
    "sochi": ["not-in-the-sources/"],
    "compromise": ["not-in-the-sources/"],
    "did suga meet putin": ["contacts/suga-putin-2020/", "not-in-the-sources/"],
    "sanctions ukraine": ["background/"],
    "akie abe": ["background/"],
    "peace deal": ["", "dispute/"],
}
LEAST = 42
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
    for query, right in {**QUERIES, "Shoigu": [], "What is the": []}.items():
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
