"""Give templates what goes around a page's text, and the site its feed."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from build_tools.files.site_config import CITATIONS
from build_tools.generated.feed import FEED, render_feed
from build_tools.generated.page_context import make_page_context, publish_page, texts_of_head
from build_tools.generated.publication import Publication
from build_tools.ledger import Ledger
from build_tools.site_data.changes import CHANGES


def _ledger(config: MkDocsConfig) -> Ledger:
    ledger: Ledger = config.mdx_configs[CITATIONS]["ledger"]
    return ledger


def _publication(config: MkDocsConfig) -> Publication:
    return Publication(
        config.site_name, config.site_description, config.site_author, config.site_url or ""
    )


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Append the feed."""
    urls = {file.src_uri: file.url for file in files.documentation_pages()}
    feed = render_feed(_publication(config), _ledger(config).kit.data.of(CHANGES), urls)
    files.append(File.generated(config, FEED, content=feed))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let templates link pages by path; date pages by their changes; one address each."""
    # Some 4 kB of each page would be the indents of the theme's statements: MkDocs leaves them in.
    env.lstrip_blocks = True
    changes, pages = _ledger(config).kit.data.of(CHANGES), files.documentation_pages()
    env.globals["page_urls"] = {file.src_uri: file.url for file in pages}
    for file in pages:
        file.page.update_date = changes.modified(file.src_uri) or file.page.update_date
        file.page.canonical_url = _publication(config).address_of(file.url)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Make text of what MkDocs has read as dates and numbers."""
    page.meta |= texts_of_head(page.meta)


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Add `explainer`: see `PageContext`."""
    ledger, uri = _ledger(config), page.file.src_uri
    made = publish_page(ledger, uri, page.file.url, page.title, page.meta)
    issues = config.extra.get("issues") or ""
    context["explainer"] = make_page_context(ledger, _publication(config), made, issues)
