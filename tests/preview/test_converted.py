"""A page is known while all that it was made from is the same; nothing else matters."""

import logging
from dataclasses import replace
from threading import Thread

import pytest
from project import KIT, SITE_CONFIG

from build_tools.files.site_config import CITATIONS
from build_tools.ledger import Gathered, Ledger, PageInfo
from build_tools.pages.front_matter import LineOrigin, PageMeta
from build_tools.preview.converted import BuildInputs, Conversion, ConvertedPage, PageInputs
from build_tools.sources.library import Library
from build_tools.templating import render


def surroundings(ledger: Ledger, **options: object) -> BuildInputs:
    given = {CITATIONS: {"ledger": ledger}, "toc": {"permalink": True, **options}}
    return BuildInputs.of(["toc", CITATIONS], given, ("index.md",))


def test_two_builds_of_the_same_page_have_equal_inputs(library: Library) -> None:
    first, second = (
        PageInputs.of("text", "Title", Ledger(library, KIT), surroundings(Ledger(library, KIT)))
        for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize(
    "change",
    [
        {"markdown": "other text"},
        {"title": "Other title"},
        {"info": PageInfo(line_origins=(LineOrigin(2),))},
        {"info": PageInfo(meta=PageMeta(claims="none"))},
        {"info": PageInfo(written=False)},
    ],
)
def test_a_change_of_the_page_makes_them_differ(
    library: Library, change: dict[str, object]
) -> None:
    inputs = PageInputs.of(
        "text", "Title", Ledger(library, KIT), surroundings(Ledger(library, KIT))
    )
    assert replace(inputs, **change) != inputs  # type: ignore[arg-type]


@pytest.mark.parametrize("written", [True, False])
def test_a_library_that_is_loaded_anew_makes_only_written_pages_differ(
    library: Library, written: bool
) -> None:
    site, info = surroundings(Ledger(library, KIT)), PageInfo(written=written)
    inputs, others = (
        PageInputs.of("text", "Title", Ledger(given, KIT, info), site)
        for given in (library, replace(library))
    )
    assert (inputs != others) == written


def test_surroundings_differ_by_options_and_files(library: Library) -> None:
    site = surroundings(Ledger(library, KIT))
    assert surroundings(Ledger(library, KIT), permalink=False) != site
    assert replace(site, others=("index.md", "other.md")) != site


def test_with_an_unknown_extension_no_two_builds_are_equal() -> None:
    extensions = [CITATIONS, "pymdownx.snippets"]
    first, second = (BuildInputs.of(extensions, {}, ()) for _ in range(2))
    assert first != second


def test_every_extension_of_the_site_is_known() -> None:
    extensions = SITE_CONFIG.extensions
    first, second = (BuildInputs.of(extensions, {}, ()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("edited", "known"),
    [
        ("note_words.html.j2", False),
        # What the page's own template imports.
        ("extracts.html.j2", False),
        ("notes.html.j2", True),
    ],
)
def test_a_page_is_known_while_the_templates_that_it_was_made_with_are(
    library: Library, edited: str, known: bool
) -> None:
    conversion = Conversion(logging.getLogger("test"))
    page = PageInputs.of("text", "Title", Ledger(library, KIT), surroundings(Ledger(library, KIT)))
    uri = f"{edited}.md"
    assert not conversion.begin(uri, page)
    html = render("note_words.html.j2", number=1, several=False, extracts=(), whole="")
    evidence = Gathered({}, (), {}, {})
    made = conversion.end(ConvertedPage(html, None, "Title", frozenset(), {}, evidence))
    assert conversion.begin(uri, page)
    assert conversion.end(replace(made, html="")) == made
    templates = {**page.site.templates, edited: "edited"}
    changed = replace(page, site=replace(page.site, templates=templates))
    assert conversion.begin(uri, changed) == known
    conversion.end(made)


def test_what_is_logged_about_a_page_is_logged_again(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    above, below = logging.getLogger("test"), logging.getLogger("test.pages")
    page = PageInputs.of("[a]", "Title", Ledger(library, KIT), surroundings(Ledger(library, KIT)))
    evidence = Gathered({}, (), {}, {})
    made = ConvertedPage("<p>", None, "Title", frozenset(), {}, evidence)
    for known in (False, True, True):
        caplog.clear()
        conversion = Conversion(above)
        assert conversion.begin("logged.md", page) == known
        if not known:
            below.warning("no page '%s'", "a")
            # A preview's server tells in threads of its own what it is asked for.
            asked = Thread(target=below.warning, args=("asked for",))
            asked.start()
            asked.join()
        assert conversion.end(made).html == "<p>"
        assert caplog.messages == ["no page 'a'", *([] if known else ["asked for"])]
