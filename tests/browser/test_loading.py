"""Nothing holds a page up or moves it while it loads, and what is not near is laid out later."""

from pathlib import Path

import pytest
from fixture_types import OpenPage
from going import go
from playwright.sync_api import expect

# Cards for notes and terms, a copied link, a marked statement: some 2 kB packed.
LARGEST_SCRIPT = 4_700


def test_the_sites_one_script_is_small_and_holds_nothing_up(built_site: Path) -> None:
    html = (built_site / "dispute/index.html").read_text("utf-8")
    assert '<script src="../assets/cards.js" defer></script>' in html
    [script] = (built_site / "assets").glob("*.js")
    assert script.stat().st_size <= LARGEST_SCRIPT


@pytest.mark.parametrize("scripts", [True, False])
def test_notes_are_folded_until_a_link_leads_to_one(open_page: OpenPage, scripts: bool) -> None:
    page = open_page("/differences/", java_script_enabled=scripts)
    note = page.locator(".note").last
    expect(note).not_to_be_visible()
    page.goto(f"/differences/#{note.get_attribute('id')}")
    expect(note).to_be_in_viewport()


def test_the_closed_drawer_is_worked_out_when_it_opens(open_page: OpenPage) -> None:
    page = open_page("/dispute/", width=390)
    link = page.locator(".md-sidebar--primary a[href$='people/']")
    assert not link.evaluate("link => link.checkVisibility()")
    page.locator(".md-header [for=__drawer]").click()
    expect(link).to_be_in_viewport()
    link.click()
    page.wait_for_url("**/people/")


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_loads(open_page: OpenPage, width: int) -> None:
    page = open_page("/", width=width)
    shifts = """new Promise(done => {
        let sum = 0
        new PerformanceObserver(list => { for (const {value} of list.getEntries()) sum += value })
            .observe({type: "layout-shift", buffered: true})
        setTimeout(() => done(sum), 300)
    })"""
    for path in ("/", "/differences/", "/people/"):
        go(page, path)
        assert page.evaluate(shifts) == 0, path
