"""Refuse a taken address; put back pages, as `conversion` does: see `build_tools/preview/`."""

from types import SimpleNamespace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from build_tools.preview.address import AddressError, require_free
from build_tools.preview.rendered import Rendering
from build_tools.preview.run import RUN

_now = SimpleNamespace()  # Of this build.


def on_startup(command: str, dirty: bool) -> None:
    """Note what this run is for, for all hooks."""
    RUN.begin(command)


def on_config(config: MkDocsConfig) -> None:
    """Look whether the address is free, once: later builds find their own server there."""
    if RUN.starts_now():
        try:
            require_free(*config.dev_addr)
        except AddressError as error:
            raise PluginError(str(error)) from None


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Record what all pages are rendered from."""
    others = env.globals["page_names"], repr((config.nav, config.extra)), config.site_url
    _now.rendering = Rendering.of(config.config_file_path, config.theme.custom_dir, others)


@event_priority(50)
def on_page_context(context: TemplateContext, page: Page, **_: object) -> None:
    """Put back what the page was before; what the search read there is kept as well."""
    about = page.title, {**page.meta}, page.update_date, page.canonical_url, page.edit_url
    inputs = page.content, str(page.toc), about, context["explainer"]
    if html := _now.rendering.find(page.url, page.file.src_uri, inputs):
        page.meta |= {"finished": html, "search": {"exclude": True}}


@event_priority(-150)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Record the page as it is published."""
    _now.rendering.add(page.url, output)


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """Complete the index that the search has written, before that is refined."""
    _now.rendering.complete_index(config.site_dir)
