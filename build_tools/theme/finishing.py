"""Finish pages as the theme has made them, and write the files that they need together."""

from dataclasses import dataclass, field
from pathlib import Path

from build_tools.theme.content_security import (
    HEADERS_FILE,
    add_policy,
    render_headers,
    script_hashes,
)
from build_tools.theme.html import fix_theme_html
from build_tools.theme.stylesheets import SITE_STYLESHEET, find_stylesheets, join, link_one


@dataclass
class Finishing:
    """One build's pages, finished one by one; what they link and run is gathered on the way.

    `published` is false for a preview, into which MkDocs puts a script of its own, and for pages
    to be read from files, which come from nowhere that a policy could name: these have none.
    """

    published: bool = True
    stylesheets: tuple[str, ...] = ()
    scripts: set[str] = field(default_factory=set)

    def finish(self, html: str) -> str:
        """Return a whole page with the theme's faults fixed, one stylesheet, and its policy."""
        # The pages all link the same ones, that for error 404 too: a preview may finish no other.
        self.stylesheets = find_stylesheets(html) or self.stylesheets
        html = link_one(fix_theme_html(html))
        if not self.published:
            return html
        self.scripts.update(script_hashes(html))
        return add_policy(html)

    def write(self, site: Path) -> None:
        """Write the stylesheet and the headers below `site`, once all pages have been finished."""
        text = join(self.stylesheets, lambda path: (site / path).read_text(encoding="utf-8"))
        (site / SITE_STYLESHEET).write_text(text, encoding="utf-8")
        if self.published:
            (site / HEADERS_FILE).write_text(render_headers(self.scripts), encoding="utf-8")
