"""Add what is generated: pages after the written ones, files beside them, words of articles."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from build_tools.assembly import generated_pages_of, render_generated
from build_tools.files.navigation import expand_nav
from build_tools.files.site_config import CITATIONS
from build_tools.generated.page_context import publish_page
from build_tools.generated.problems_above import render_problems_above
from build_tools.generated.publication import publication_of
from build_tools.generated.published_site import PublishedSite
from build_tools.generated.registry import generated_files
from build_tools.generated.statements_again import fill_again
from build_tools.markdown_extension.note_words import NoteWords
from build_tools.preview.on_demand import FILES
from build_tools.preview.run import RUN


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what was refused; add generated pages and files, and the pages to the navigation."""
    ledger = config.mdx_configs[CITATIONS]["ledger"]
    for file in filter(None, map(files.get_file_from_path, ledger.kit.refused)):
        files.remove(file)
    for page in generated_pages_of(ledger).values():
        files.append(file := File.generated(config, page.uri, content=""))
        file.edit_uri = f"../{page.edit_path}"
        file.inclusion = file.inclusion if page.listed else InclusionLevel.NOT_IN_NAV
    for made in generated_files([file.src_uri for file in files.documentation_pages()]):
        path = str(Path(config.site_dir, made.path))  # To hold the texts of all took much memory.
        files.append(file := File.generated(config, made.uri, abs_src_path=path))
        file.dest_uri = made.path
    in_nav = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
    config.nav = expand_nav(config.nav, [file.src_uri for file in in_nav])
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Make the Markdown of a generated page: pages are read in turn, and these come last."""
    return render_generated(config.mdx_configs[CITATIONS]["ledger"], page.file.src_uri)


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Make the files, and fill in the words in notes, now that every page has been read."""
    ledger = config.mdx_configs[CITATIONS]["ledger"]
    words = NoteWords.of(ledger, whole=RUN.previews_at(config.dev_addr.host))
    pages = {}
    for file in files.documentation_pages():
        page, (text, notes) = file.page, words.fill(file.src_uri, file.page.content or "")
        text = fill_again(text, ledger, lambda to, it=file: files.src_uris[to].url_relative_to(it))
        made = publish_page(ledger, file.src_uri, file.url, page.title, page.meta)
        pages[made.uri] = made.with_html(text, notes)
        page.content = render_problems_above(ledger, made.uri) + text
        page.meta["notes"] = notes
    site = PublishedSite(ledger, publication_of(config), pages)
    for left in FILES.deliver(generated_files(pages), site, Path(config.site_dir)):
        files.remove(files.src_uris[left.uri])
