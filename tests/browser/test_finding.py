"""Finding one's way: from a wrong address, by the path to a page, and by its topics."""

import re

import pytest
from fixture_types import OpenPage
from playwright.sync_api import expect

from build_tools.sources.library import Library
from build_tools.text.dates import format_edtf


def test_a_wrong_address_leads_on(open_page: OpenPage) -> None:
    page = open_page("/404.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    links = page.locator("article a")
    hrefs = links.evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert "/" in hrefs
    assert "/dispute/" in hrefs
    missing = [href for href in hrefs if not page.request.get(href).ok]
    assert missing == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_path_to_a_page_leads_up(open_page: OpenPage, width: int) -> None:
    page = open_page("/contacts/suga-putin-2020/", width=width)
    path = page.get_by_role("navigation", name="Breadcrumbs")
    expect(path.get_by_role("link")).to_have_text(["Home", "Leader contacts"])
    path.get_by_role("link", name="Leader contacts").click()
    page.wait_for_url("**/contacts/")


def test_a_topic_leads_to_other_pages_with_it(open_page: OpenPage) -> None:
    page = open_page("/contacts/abe-putin-2016/")
    page.get_by_role("region", name="About this page").get_by_text("Yasuhisa Kawamura").click()
    page.wait_for_url("**/tags/#person-yasuhisa-kawamura")
    expect(page.locator("#person-yasuhisa-kawamura")).to_be_in_viewport()


def test_every_page_that_rests_on_sources_says_where_they_end(
    open_page: OpenPage, paths: list[str], site_library: Library
) -> None:
    page = open_page("/", width=390)
    latest = site_library.end_of_evidence
    last = format_edtf(latest.isoformat()) if latest else "never"
    source = next(path for path in paths if path.startswith("/sources/") and path != "/sources/")
    for path in ("/", "/dispute/", "/timeline/", "/sources/", source):
        page.goto(path)
        ends = page.locator(".evidence-ends")
        expect(ends).to_be_in_viewport()
        expect(ends).to_contain_text(re.compile(rf"ends on {last}, more than \d+ years? ago"))
        expect(ends).to_contain_text("The articles do not give the present position")
    page.goto("/method/")
    expect(page.locator(".evidence-ends")).to_have_count(0)


def test_rows_of_a_wide_table_stand_below_each_other_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/contacts/", width=390)
    row = page.locator("tbody tr").first
    boxes = [cell.bounding_box() for cell in row.locator("th, td").all()]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 4
    assert tops == sorted(set(tops))
    assert all(box["width"] > 300 for box in boxes if box)
    label = row.locator("td").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"2016"'


def test_paper_shows_the_text_alone(open_page: OpenPage) -> None:
    page = open_page("/evidence/", color_scheme="dark")
    page.emulate_media(media="print")
    for chrome in (".md-header", ".md-footer", ".md-sidebar--primary"):
        expect(page.locator(chrome)).to_be_hidden()
    inside = page.locator("details:not([open]) li").first
    assert inside.bounding_box() is not None
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    )
