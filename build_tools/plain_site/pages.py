"""Every page of the site, written or generated, as finished HTML: made without MkDocs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.assembly import generated_pages_of, load_kit
from build_tools.files.page_files import written_pages
from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_text
from build_tools.generated.page_context import head_that_is_shown, publish_page
from build_tools.generated.publication import PublishedPage
from build_tools.generated.statements_again import fill_again
from build_tools.ledger import Ledger
from build_tools.manuscript.read import load_site_library, page_info, site_markdown
from build_tools.markdown_extension.note_words import NoteWords
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import parse_page
from build_tools.problems import InputProblems


@dataclass(frozen=True)
class PlainPage:
    """One page: as published, with its HTML, and the keys of its head that the theme reads."""

    page: PublishedPage
    head: Mapping[str, Any]


def url_of(uri: str) -> str:
    """Return the address of a page in the site, given its path below docs."""
    stem = uri.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('index').rstrip('/')}/"


def read_pages(config: SiteConfig) -> tuple[Ledger, dict[str, PlainPage]]:
    """Make all pages, by their paths below docs.

    Raises InputProblems where a check finds a fault: no page is made then.
    """
    library, kit = load_site_library(config), load_kit(config)
    ledger = Ledger(library, kit, fillings=load_fillings(config.docs, config.root))
    md = site_markdown(config, ledger)
    made: dict[str, tuple[str, str, Mapping[str, Any]]] = {}
    for uri, path, text, written in _sources(config, ledger):
        source = parse_page(text, path, ledger.fillings)
        ledger.page = page_info(source, path, uri, written=written)
        md.reset()
        html = md.convert(source.body)
        titles = [found["name"] for found in getattr(md, "toc_tokens", ()) if found["level"] == 1]
        head = head_that_is_shown(source.meta)
        made[uri] = html, titles[0] if titles else uri, head
    if problems := ledger.problems:
        raise InputProblems(problems)
    words = NoteWords.of(ledger)
    pages = {}
    for uri, (html, title, read) in made.items():
        text, notes = words.fill(uri, html)
        page = publish_page(ledger, uri, url_of(uri), title, read)
        shown = page.with_html(fill_again(text, ledger, address=str), notes)
        pages[uri] = PlainPage(shown, read)
    return ledger, pages


def _sources(config: SiteConfig, ledger: Ledger) -> Iterator[tuple[str, str, str, bool]]:
    """Yield the path below docs, the path to name, the text of each page, and if it is written.

    Generated pages come last: they are made of what the others say, in the order of MkDocs.
    """
    for path in sorted(written_pages(config.docs), key=_place):
        uri, shown = (
            path.relative_to(config.docs).as_posix(),
            path.relative_to(config.root).as_posix(),
        )
        if uri not in ledger.kit.refused:
            yield uri, shown, read_text(path, shown, "front-matter"), True
    for page in generated_pages_of(ledger).values():
        yield page.uri, page.uri, page.render(ledger), False


def _place(path: Path) -> tuple[object, ...]:
    """Where MkDocs reads a page: folder by folder, the page of the folder itself first."""
    return path.parent.parts, path.stem != "index", path.name
