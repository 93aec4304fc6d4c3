"""References at the end of a page: copied by key and by finger, and there without script."""

import re

import pytest
from fixture_types import OpenPage
from playwright.sync_api import Browser, Page, expect

from build_tools.sources.library import Library
from build_tools.text.dates import format_edtf

PAGE = "/contacts/suga-putin-2020/"
COPYING = ["clipboard-read", "clipboard-write"]


@pytest.fixture(scope="module")
def source_page(paths: list[str]) -> str:
    """The path of the page of a source, whichever."""
    return next(path for path in paths if re.fullmatch("/sources/[^/]+/", path))


def opened(page: Page) -> None:
    page.locator(".cite > summary").focus()
    page.keyboard.press("Enter")


def copied(page: Page) -> str:
    expect(page.get_by_role("status")).to_have_text("Copied to clipboard")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_reference_is_copied_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page(PAGE, permissions=COPYING)
    opened(page)
    page.keyboard.press("Tab")
    outlet = page.locator(".cite h3 a").first
    expect(outlet).to_be_focused()
    page.keyboard.press("Tab")
    name = f"Copy the reference to {outlet.inner_text()}, Chicago, note"
    button = page.get_by_role("button", name=name)
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    # What is copied is what is read, but for the button beside it.
    shown = page.locator(".cite__references dd").first.inner_text()
    assert copied(page) == shown.removesuffix(button.inner_text()).rstrip()
    expect(button).to_be_focused()


def test_a_reference_is_copied_with_a_finger(open_page: OpenPage, source_page: str) -> None:
    page = open_page(source_page, width=390, has_touch=True, permissions=COPYING)
    page.locator(".cite > summary").tap()
    page.get_by_role("button", name="Copy the reference to this page, APA").tap()
    assert copied(page).startswith("The contributors to this explainer. (2026, ")


def test_a_summary_is_copied_with_the_address_of_its_page(
    open_page: OpenPage, site_library: Library
) -> None:
    page = open_page("/", permissions=COPYING)
    button = page.get_by_role("button", name="Copy this summary")
    box = button.bounding_box()
    assert box
    assert box["height"] >= 24
    button.click()
    text = copied(page)
    shown = page.locator(".summary p").first.inner_text()
    assert len(shown) > 300
    assert text.startswith(shown[:80])
    # Who passes it on passes on that things have changed.
    since = "Since then, from outside the articles, 21 March 2022: Russia's Foreign Ministry said"
    latest = site_library.end_of_evidence
    last = format_edtf(latest.isoformat()) if latest else "never"
    ends = rf"the evidence ends on {last}\.\) {since} [^.]*\. https?://[^ ]+/$"
    assert re.search(ends, text)
    assert len(text.partition(" (From ")[0].split()) <= 120
    assert "[" not in text


def test_buttons_are_large_enough_for_a_finger(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=390)
    opened(page)
    for button in page.locator(".cite__copy").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_without_script_there_are_references_and_no_buttons(
    open_page: OpenPage, source_page: str
) -> None:
    page = open_page(source_page, java_script_enabled=False)
    page.locator(".cite > summary").click()
    expect(page.locator(".cite__references dd").first).to_be_visible()
    expect(page.locator(".cite__copy").first).to_be_hidden()


@pytest.mark.parametrize("of_source", [False, True])
def test_a_file_of_references_is_fetched_when_asked_for(
    browser: Browser, address: str, source_page: str, of_source: bool
) -> None:
    path = source_page if of_source else PAGE
    page = browser.new_page(base_url=address)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(path)
    opened(page)
    assert not [url for url in requested if url.endswith((".csl.json", ".yaml", ".bib", ".ris"))]
    with page.expect_download() as download:
        page.get_by_role("link", name="BibLaTeX").click()
    assert download.value.suggested_filename == f"{path.split('/')[-2]}.bib"
    assert "@article{" in download.value.path().read_text("utf-8")
    page.close()
