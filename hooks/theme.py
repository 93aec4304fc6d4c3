"""Finish what the theme makes of a page, and what its search reads.

Its templates are compiled once in a preview, not at every build.
"""

from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_tools.files.site_config import CITATIONS
from build_tools.preview.bytecode import BYTECODE
from build_tools.preview.run import RUN
from build_tools.site_data.search_words import SEARCH_WORDS
from build_tools.theme.finishing import Finishing
from build_tools.theme.search_index import refine_index_file

# Of this build: the address and the name of each page, by its path below docs.
_now = SimpleNamespace(names={}, finishing=Finishing())


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let Jinja keep what it compiles from one build to the next."""
    env.bytecode_cache = BYTECODE
    _now.names = {f.src_uri: (f.url, f.page.title) for f in files.documentation_pages()}
    _now.finishing = Finishing(published=not RUN.previews and not config.extra.get("offline"))


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish a page."""
    finished: str = _now.finishing.finish(output)
    return finished


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the page for error 404, which is a template; no other file has such tags."""
    finished: str = _now.finishing.finish(output_content)
    return finished


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what pages link, and refine the index of the search, now that both are there."""
    site = Path(config.site_dir)
    words = config.mdx_configs[CITATIONS]["ledger"].kit.data.of(SEARCH_WORDS).words
    refine_index_file(site, _now.names, words)
    _now.finishing.write(site)
