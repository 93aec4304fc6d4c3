"""Hand each finished page to the library, which mends what the theme's HTML lacks."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from build_tools.theme.html import mend_theme_html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend a page."""
    return mend_theme_html(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mend the page for what is not found, which is a template; no other file has such tags."""
    return mend_theme_html(output_content)
