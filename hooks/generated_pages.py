"""Add the generated pages to the build, after the written ones, which they are made from."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_tools.pages import expand_nav, generated_pages, render_page
from build_tools.site_config import CITATIONS


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Append the generated pages, and put them in the navigation."""
    pages = generated_pages(config.mdx_configs[CITATIONS]["ledger"].library)
    for page in pages:
        file = File.generated(config, page.uri, content="")
        file.edit_uri = f"../{page.edit_path}"
        files.append(file)
    config.nav = expand_nav(config.nav, pages)
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Make the Markdown of a generated page: pages are read in turn, and these come last."""
    ledger = config.mdx_configs[CITATIONS]["ledger"]
    generated = {made.uri: made for made in generated_pages(ledger.library)}
    made = generated.get(page.file.src_uri)
    return render_page(made, ledger) if made else None
