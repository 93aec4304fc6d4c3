"""Have the theme render its navigation once; finish what it makes of a page, and of the search."""

from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from build_tools.files.site_config import CITATIONS
from build_tools.generated.search_fields import search_fields
from build_tools.preview.bytecode import BYTECODE
from build_tools.preview.run import RUN
from build_tools.theme.finishing import Finishing
from build_tools.theme.navigation import ThinNavigation
from build_tools.theme.search_index import refine_index_file

_now = SimpleNamespace()  # Of this build.


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let Jinja keep what it compiles from one build to the next."""
    env.bytecode_cache = BYTECODE
    _now.names = {f.src_uri: (f.url, f.page.title) for f in files.documentation_pages()}
    _now.finishing = Finishing(published=not RUN.previews and not config.extra.get("offline"))
    _now.navigation = ThinNavigation(get_relative_url, config.theme["features"])


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Leave out the entries of the navigation that are put in once the theme is done."""
    context["nav"] = _now.navigation.thin(nav, page)


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish a page; what it was made from is done with."""
    page.content = page.markdown = None
    return _now.navigation.fill(_now.finishing.finish(output), page)


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the page for error 404, which is a template; no other file has such tags."""
    return _now.finishing.finish(output_content)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what pages link, and refine the index of the search, now that both are there."""
    fields = search_fields(config.mdx_configs[CITATIONS]["ledger"])
    refine_index_file(Path(config.site_dir), _now.names, fields)
    _now.finishing.write(Path(config.site_dir))
