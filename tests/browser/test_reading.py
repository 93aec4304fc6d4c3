"""A reader's way: from a statement to its note, to the source, and back again."""

import pytest
from fixture_types import OpenPage
from playwright.sync_api import Locator, Page, expect

READERS = [
    pytest.param({"width": width, "java_script_enabled": script},
                 id=f"{width}{'' if script else '-no-script'}")
    for width in (1280, 390)
    for script in (True, False)
]  # fmt: skip
MARK = ".citation__mark"


def follow(page: Page, mark: Locator) -> None:
    """Go to the note of a marker: by its card, or straight where there are no scripts."""
    mark.click()
    card = page.locator(".card")
    if card.count():
        card.locator(".card__note").click()


def target(page: Page) -> str:
    return page.url.partition("#")[2]


def in_view(page: Page, id_: str) -> None:
    """The element that the address names is on the screen, and not under the header."""
    element = page.locator(f'[id="{id_}"]')
    expect(element).to_be_in_viewport()
    box = element.bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    # The header is fixed at the top, or has scrolled away.
    assert box["y"] + box["height"] > header["y"] + header["height"]


@pytest.mark.parametrize("reader", READERS)
def test_from_a_statement_to_its_source_and_back(
    open_page: OpenPage, reader: dict[str, object]
) -> None:
    page = open_page("/", **reader)
    # A statement that no other cites beside it, so that the way back is told by its id alone.
    statement = page.locator(".citation[id]").first
    statement_id = statement.get_attribute("id")
    mark = statement.locator(MARK).first
    mark_id = mark.get_attribute("id")
    assert statement_id
    assert mark_id

    follow(page, mark)
    note_id = target(page)
    assert note_id.startswith("note-")
    in_view(page, note_id)

    # Back to where one was reading.
    note = page.locator(f'[id="{note_id}"]')
    note.locator(f'.note__backlink[href="#{mark_id}"]').click()
    assert target(page) == mark_id
    in_view(page, mark_id)

    # And on, to the paragraph of the source.
    follow(page, mark)
    note.locator(".note__context").first.click()
    page.wait_for_url("**/sources/**")
    paragraph_id = target(page)
    assert paragraph_id.startswith("para-")
    in_view(page, paragraph_id)

    # The source's page leads back to the very statement.
    resting = page.locator(f'article details:has(a[href$="#{statement_id}"])').first
    resting.locator("summary").click()
    resting.locator(f'a[href$="#{statement_id}"]').click()
    page.wait_for_url(f"**/#{statement_id}")
    in_view(page, statement_id)


def test_every_note_of_a_page_is_reached_and_led_back_from(open_page: OpenPage) -> None:
    page = open_page("/differences/")
    links = page.locator(f"{MARK}, .note__backlink")
    hrefs = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(hrefs) > 20
    missing = page.evaluate(
        "hrefs => hrefs.filter(href => !document.getElementById(href.slice(1)))", hrefs
    )
    assert missing == []
