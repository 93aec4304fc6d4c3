"""Give templates what goes around a page's text, and pages their dates and addresses."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from build_tools.files.site_config import CITATIONS
from build_tools.generated.page_context import (
    context_inputs,
    escaped_texts_of_head,
    head_for_theme,
    make_page_context,
)
from build_tools.generated.publication import publication_of
from build_tools.generated.sitemap_dates import last_modified
from build_tools.ledger import Ledger


def _ledger(config: MkDocsConfig) -> Ledger:
    return config.mdx_configs[CITATIONS]["ledger"]


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Say where pages are edited, before any is made."""
    if repository := config.mdx_configs[CITATIONS]["repository"]:
        config.repo_url, config.repo_name = repository.address, repository.name
        config.edit_uri = repository.edit_folder(config.docs_dir, config.config_file_path)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let templates link pages by path; date pages, for the sitemap too; one address each."""
    # Some 4 kB of each page would be the indents of the theme's statements: MkDocs leaves them in.
    env.lstrip_blocks = True
    pages = files.documentation_pages()
    env.globals["page_urls"] = {file.src_uri: file.url for file in pages}
    env.globals["page_names"] = {file.src_uri: file.page.title for file in pages}
    for file in pages:
        day = last_modified(_ledger(config), file.src_uri)
        file.page.update_date = day or file.page.update_date
        file.page.canonical_url = publication_of(config).address_of(file.url)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Give the theme only what was validated of a written head: MkDocs reads other forms too."""
    page.meta = head_for_theme(_ledger(config).page, page.meta)


@event_priority(100)
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
) -> None:
    """Add `explainer`: see `PageContext`."""
    file, repository = page.file, config.mdx_configs[CITATIONS]["repository"]
    around = context_inputs(_ledger(config), file.src_uri, file.url, page.title, page.meta)
    context["explainer"] = make_page_context(around, publication_of(config), repository)
    page.meta |= escaped_texts_of_head(page.meta)
