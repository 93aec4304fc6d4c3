"""Convert a page only if what it is made from has changed: others get back what they became."""

import logging
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_tools.files.site_config import CITATIONS
from build_tools.kept import set_kept_aside
from build_tools.preview.converted import BuildInputs, Conversion, ConvertedPage, PageInputs
from build_tools.preview.on_demand import FILES

_now = SimpleNamespace()  # Of this build and its current page.


def on_nav(nav: object, config: MkDocsConfig, files: Files) -> None:
    """Record what all pages depend on, now that every file is known."""
    _now.citations, _now.extensions = config.mdx_configs[CITATIONS], config.markdown_extensions
    _now.ledger = _now.citations["ledger"]
    others = [(it.src_uri, it.url, it.inclusion) for it in files], repr(config.validation)
    _now.site = BuildInputs.of(_now.extensions, config.mdx_configs, others)
    _now.conversion = Conversion.of(logging.getLogger("mkdocs"))


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give MkDocs nothing to convert where the outcome is known, and a ledger for this page."""
    inputs = PageInputs.of(markdown, page.title, _now.ledger, _now.site)
    _now.markdown, known = markdown, _now.conversion.begin(page.file.src_uri, inputs)
    _now.citations["ledger"] = _now.ledger.of_next_page()
    # MkDocs makes each extension anew for every page.
    config.markdown_extensions = [] if known else _now.extensions
    return "" if known else markdown


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep what became of the page, or put back what is kept, and enter its evidence."""
    part, _now.citations["ledger"] = _now.citations["ledger"], _now.ledger
    config.markdown_extensions = _now.extensions
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    made = _now.conversion.end(
        ConvertedPage(html, page.toc, page.title, page.present_anchor_ids, links, part.gathered())
    )
    page.markdown, page.toc, page.title = _now.markdown, made.toc, made.title
    page.present_anchor_ids = made.anchors
    page.links_to_anchors = {files.src_uris.get(uri): a for uri, a in made.links.items()}
    _now.ledger.adopt([made.evidence], made.evidence.page_problems)
    return made.html


def on_serve(server: LiveReloadServer, **_: object) -> None:
    """Serve what builds leave to be asked for; set aside what all builds to come will use."""
    server.set_app(FILES.beside(server.get_app(), server.mount_path, server.root))
    set_kept_aside()
