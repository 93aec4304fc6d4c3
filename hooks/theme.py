"""Fix what the theme makes of a page: its HTML, and the many stylesheets that it links.

Its templates are compiled once in a preview, not at every build.
"""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_tools.files.site_config import CITATIONS
from build_tools.preview.bytecode import BYTECODE
from build_tools.site_data.search_words import SEARCH_WORDS
from build_tools.theme.html import fix_theme_html
from build_tools.theme.search_index import refine_index_file
from build_tools.theme.stylesheets import SITE_STYLESHEET, find_stylesheets, join, link_one

# The stylesheets of this build's pages, which all link the same.
_paths: list[str] = []
# The address and the name of each page, by its path below docs.
_names: dict[str, tuple[str, str]] = {}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let Jinja keep what it compiles from one build to the next."""
    env.bytecode_cache = BYTECODE
    _names.clear()
    _names.update((f.src_uri, (f.url, f.page.title)) for f in files.documentation_pages())


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Record what a page links to, and fix it."""
    _paths[:] = find_stylesheets(output)
    return link_one(fix_theme_html(output))


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Fix the page for error 404, which is a template; no other file has such tags."""
    return link_one(fix_theme_html(output_content))


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the one stylesheet, and refine the index of the search, now that both are there."""
    site = Path(config.site_dir)
    data = config.mdx_configs[CITATIONS]["ledger"].kit.data
    refine_index_file(site, _names, data.of(SEARCH_WORDS).words)
    text = join(_paths, lambda path: (site / path).read_text(encoding="utf-8"))
    (site / SITE_STYLESHEET).write_text(text, encoding="utf-8")
