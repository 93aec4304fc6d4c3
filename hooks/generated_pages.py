"""Add the generated pages to the build, after the written ones, which they are made from."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from build_tools.assembly import generated_pages
from build_tools.files.site_config import CITATIONS
from build_tools.generated.evidence import render_evidence_json
from build_tools.generated.registry import GeneratedPage, expand_nav

EVIDENCE_JSON = "evidence.json"


def _pages(config: MkDocsConfig) -> tuple[GeneratedPage, ...]:
    return generated_pages(config.mdx_configs[CITATIONS]["ledger"].library)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Append the generated pages, and put them in the navigation."""
    pages = _pages(config)
    for page in pages:
        file = File.generated(config, page.uri, content="")
        file.edit_uri = f"../{page.edit_path}"
        files.append(file)
    files.append(File.generated(config, EVIDENCE_JSON, content=""))
    config.nav = expand_nav(config.nav, pages)
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Make the Markdown of a generated page: pages are read in turn, and these come last."""
    made = {made.uri: made for made in _pages(config)}.get(page.file.src_uri)
    return made.render(config.mdx_configs[CITATIONS]["ledger"]) if made else None


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Fill in the JSON, now that every page has been read."""
    ledger = config.mdx_configs[CITATIONS]["ledger"]
    files.get_file_from_path(EVIDENCE_JSON).content_string = render_evidence_json(ledger)
