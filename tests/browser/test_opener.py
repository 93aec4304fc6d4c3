"""A window that a test has put back is as new, and what went wrong in it is not forgotten."""

from collections.abc import Iterator

import pytest
from guard import Guard
from opener import Opener
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def own(browser: Browser, address: str) -> Iterator[Opener]:
    """Windows of these tests alone."""
    yield (opener := Opener(browser, address))
    opener.close()


def test_the_next_test_finds_nothing_of_the_last(own: Opener) -> None:
    first = own.open("/")
    first.evaluate("localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b')")
    first.route("**/cards.js", lambda route: route.fulfill(body="document.title = 'c'"))
    first.emulate_media(media="print")
    own.put_back()
    page = own.open("/", width=390, color_scheme="dark")
    assert page is first
    assert page.evaluate("[localStorage.a, sessionStorage.a]") == [None, None]
    assert page.title() != "c"
    assert page.evaluate("[innerWidth, matchMedia('print').matches]") == [390, False]
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_a_window_of_other_options_or_alone_is_another(own: Opener) -> None:
    first = own.open("/")
    own.put_back()
    assert own.open("/", has_touch=True) is not first
    alone = own.open("/", alone=True)
    assert alone is not first
    own.put_back()
    assert alone.is_closed()


def test_who_has_complained_is_told_of_and_gone(own: Opener) -> None:
    first = own.open("/")
    first.evaluate("console.log('a complaint')")
    with pytest.raises(AssertionError, match="a complaint"):
        own.put_back()
    assert own.open("/") is not first


def test_the_guard_hears_of_what_goes_out(browser: Browser, address: str) -> None:
    guard, context = Guard(address), browser.new_context()
    guard.watch(context)
    other, near = "https://example.org/a.png", "http://127.0.0.1:9/b.png"
    context.new_page().set_content(f"<img src='{other}'><img src='{near}'>")
    context.close()
    assert sorted(guard.went_out) == [near, other]
    # Neither was reached.
    assert len(guard.complaints) == 2
