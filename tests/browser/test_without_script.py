"""Without JavaScript every page can be read, and every note can be reached."""

from fixture_types import OpenPage


def test_every_page_shows_all_its_text_and_notes(open_page: OpenPage, paths: list[str]) -> None:
    page = open_page("/", java_script_enabled=False)
    missing = {}
    for path in paths:
        page.goto(path)
        marks = page.locator("article .citation__mark")
        hrefs = marks.evaluate_all("links => links.map(link => link.getAttribute('href'))")
        # What is folded opens without a script; all else of the text is to be seen.
        hidden = page.locator("article :is(p, li, td, th, h1, h2, h3)").evaluate_all(
            """elements => elements.filter(element =>
                !element.closest("details") && !element.closest("[popover]")
                && !element.checkVisibility({visibilityProperty: true, opacityProperty: true})
            ).map(element => element.textContent.trim())"""
        )
        dead = page.locator("body").evaluate(
            "(body, hrefs) => hrefs.filter(href => !document.getElementById(href.slice(1)))", hrefs
        )
        if hidden or dead:
            missing[path] = (hidden, dead)
    assert missing == {}
