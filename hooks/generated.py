"""Add what is generated: pages after the written ones, files beside them, words of articles."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from build_tools.assembly import generated_pages_of
from build_tools.files.navigation import expand_nav
from build_tools.files.site_config import CITATIONS
from build_tools.generated.page_context import publish_page
from build_tools.generated.problems_above import render_problems_above
from build_tools.generated.publication import publication_of
from build_tools.generated.published_site import PublishedSite
from build_tools.generated.registry import GeneratedPage, generated_files
from build_tools.markdown_extension.note_words import NoteWords
from build_tools.preview.run import RUN


def _pages(config: MkDocsConfig) -> dict[str, GeneratedPage]:
    return generated_pages_of(config.mdx_configs[CITATIONS]["ledger"])


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what was refused; add generated pages and files, and the pages to the navigation."""
    refused = config.mdx_configs[CITATIONS]["ledger"].kit.refused
    for file in filter(None, map(files.get_file_from_path, refused)):
        files.remove(file)
    for page in _pages(config).values():
        file = File.generated(config, page.uri, content="")
        file.edit_uri = f"../{page.edit_path}"
        file.inclusion = file.inclusion if page.listed else InclusionLevel.NOT_IN_NAV
        files.append(file)
    for made in generated_files([file.src_uri for file in files.documentation_pages()]):
        files.append(file := File.generated(config, made.uri, content=""))
        file.dest_uri = made.path
    in_nav = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
    config.nav = expand_nav(config.nav, [file.src_uri for file in in_nav])
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Make the Markdown of a generated page: pages are read in turn, and these come last."""
    made = _pages(config).get(page.file.src_uri)
    return made.render(config.mdx_configs[CITATIONS]["ledger"]) if made else None


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Fill in the files, and the words in notes, now that every page has been read."""
    ledger = config.mdx_configs[CITATIONS]["ledger"]
    words = NoteWords.of(ledger, whole=RUN.previews_at(config.dev_addr.host))
    pages = {}
    for uri, page in ((file.src_uri, file.page) for file in files.documentation_pages()):
        html = words.fill(page.content or "")
        pages[uri] = publish_page(ledger, uri, page.file.url, page.title, page.meta, content=html)
        html, page.meta["notes"] = pages[uri].divided
        page.content = render_problems_above(ledger, uri) + html
    site = PublishedSite(ledger, publication_of(config), pages)
    for made in generated_files(pages):
        files.get_file_from_path(made.uri).content_string = made.render(site)
