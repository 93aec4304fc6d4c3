"""A page on paper: what is read, every note, each article's address once, nothing to click."""

import unicodedata
from io import BytesIO

import pytest
from fixture_types import OpenPage
from playwright.sync_api import expect
from pypdf import PdfReader

# A page with folded parts, if there is one, else any with notes.
PAGES = ["/", "/differences/"]
CHROME = (
    ".md-header",
    ".md-footer",
    ".md-path",
    ".md-sidebar",
    ".headerlink",
    ".note__back",
    ".note__original",
    ".cite__copy",
    ".summary__button",
    ".md-top",
)


def bare(text: str) -> str:
    """Return a text without white space and ligatures: on paper lines break anywhere."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("path", [*PAGES, "/contacts/"])
def test_paper_has_the_text_and_the_notes_and_no_controls(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.emulate_media(media="print")
    for selector in CHROME:
        for element in page.locator(selector).all():
            expect(element).not_to_be_visible()
    # The islets enlarged would take a sheet of their own.
    folded = "article details:not(.island-map__enlarged) > :not(summary, .cite__files)"
    for part in page.locator(folded).all():
        expect(part).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/declaration-1956/", "/not-in-the-sources/"])
def test_a_box_of_outside_facts_has_its_facts_on_paper(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    boxes = page.locator(".background").all()
    assert boxes
    page.emulate_media(media="print")
    for box in boxes:
        # The date of a fact, be it told alone or in a list.
        expect(box.locator("b:visible").first).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_the_pdf_has_the_notes_on_at_most_half_of_its_sheets(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path)
    notes = page.locator(".note").count()
    assert notes
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages]
    text = bare("".join(sheets))
    # What cannot be broken must not push the page's first words apart.
    assert bare(page.locator("h1").inner_text().rstrip("¶")) in bare(sheets[0])
    for words in page.locator(".note :is(.note__source b, .note__place)").all_text_contents():
        assert bare(words) in text
    originals = page.locator(".note__original").evaluate_all("l => l.map(a => a.href)")
    for address in {original.split("#")[0] for original in originals}:
        assert text.count(bare(address)) == 1
    [first] = [number for number, text in enumerate(sheets) if "\nNotes\n" in f"\n{text}\n"]
    [after] = [number for number, text in enumerate(sheets) if "About this page" in text]
    assert 0 < after - first <= len(sheets) / 2
