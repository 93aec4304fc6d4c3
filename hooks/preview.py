"""Refuse a taken address; leave finished pages to the server: see `build_tools/preview/`."""

from types import SimpleNamespace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_tools.files.site_config import CITATIONS
from build_tools.preview.address import AddressError
from build_tools.preview.on_demand import FILES
from build_tools.preview.rendered import Rendering
from build_tools.preview.run import RUN

_now = SimpleNamespace()  # Of this build.


def on_startup(command: str, dirty: bool) -> None:
    """Note what this run is for, for all hooks."""
    RUN.begin(command)


def on_config(config: MkDocsConfig) -> None:
    """Begin a build: before a server's first, its address must be free."""
    try:
        RUN.start_at(*config.dev_addr)
    except AddressError as error:
        raise PluginError(str(error)) from None


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Leave the pages to the server that would be rendered from the same as before."""
    others = env.globals["page_names"], repr((config.nav, config.extra)), config.site_url
    _now.rendering = Rendering.of(config.config_file_path, config.theme.custom_dir, others)
    _now.pages, ledger = files.documentation_pages(), config.mdx_configs[CITATIONS]["ledger"]
    for file, html in _now.rendering.find_all(_now.pages, ledger):
        file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        files.remove(file)
        FILES.leave(file.dest_uri, html)


def on_template_context(context: dict[str, object], **_: object) -> None:
    """Let the sitemap list the pages that were put back, too."""
    context["pages"] = _now.pages


@event_priority(-150)
def on_post_page(output: str, page: Page, **_: object) -> None:
    """Record the page as it is published."""
    _now.rendering.add(page.url, output)


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """Complete the index that the search has written, before that is refined."""
    _now.rendering.complete_index(config.site_dir)
