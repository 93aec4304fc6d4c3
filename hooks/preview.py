"""Convert a page only if something that its HTML or its evidence is made from has changed.

Each other page gets back what an earlier build in this process made of it. A page about which
MkDocs logs something is not kept, so that the next build logs it too.
"""

import logging
from logging.handlers import BufferingHandler
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_tools.files.site_config import CITATIONS
from build_tools.preview.pages import PAGES, BuildInputs, ConvertedPage, PageInputs

_log, _heard = logging.getLogger("mkdocs"), BufferingHandler(capacity=10_000)
_now = SimpleNamespace()  # Of this build and its current page.


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Record what all pages depend on, now that every file is known."""
    _now.citations = config.mdx_configs[CITATIONS]
    _now.ledger = _now.citations["ledger"]
    paths = [(file.src_uri, file.url, file.inclusion) for file in files]
    others = (paths, repr(config.validation))
    _now.site = BuildInputs.of(config.markdown_extensions, config.mdx_configs, others)


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give MkDocs nothing to convert where the outcome is known, and a ledger for this page."""
    _now.inputs = PageInputs.of(markdown, page.title, _now.ledger, _now.site)
    _now.kept = PAGES.get(page.file.src_uri, _now.inputs)
    _now.citations["ledger"] = _now.ledger.of_next_page()
    _heard.flush()
    _log.addHandler(_heard)
    return "" if _now.kept else markdown


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep what became of the page, or put back what is kept, and enter its evidence."""
    _log.removeHandler(_heard)
    part, _now.citations["ledger"] = _now.citations["ledger"], _now.ledger
    if not (made := _now.kept):
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        made = ConvertedPage(
            html, page.toc, page.title, page.present_anchor_ids, links, part.gathered()
        )
        if not _heard.buffer:
            PAGES.put(page.file.src_uri, _now.inputs, made)
    page.markdown, page.toc, page.title = _now.inputs.markdown, made.toc, made.title
    page.present_anchor_ids = made.anchors
    page.links_to_anchors = {files.get_file_from_path(uri): a for uri, a in made.links.items()}
    _now.ledger.adopt([made.evidence], made.evidence.page_problems)
    return made.html
