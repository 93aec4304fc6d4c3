"""HTML of a page as Markdown: Pandoc's, with citations in place of the markers of notes."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urldefrag, urljoin

from bs4 import Tag
from markdownify import ATX, MarkdownConverter

from build_tools.expressions import expression
from build_tools.generated.publication import Publication

_MARKUP = expression(r"([\\`*_\[\]@|$~^#<>])")
_LIST = expression(r"^(\s*\d+)([.)])(?=\s)")
_FENCE = expression(r"^ *(`{3,})", re.MULTILINE)
# The marks of notes, in place of which citations are written, and the links of headings to
# themselves: half of the tags of many a page, which need not be parsed.
_LEFT_OUT = expression(
    r'<sup class="citation__marks">.*?</sup>|<a class="headerlink"[^<>]*>[^<>]*</a>', re.DOTALL
)


class _Element(Tag):
    """An element that finds what is around it without a filter: the library asks it of each."""

    def find_parent(self, name: str) -> Tag | None:  # type: ignore[override]
        """Return the nearest element around this one that has a name."""
        around = self.parent
        while around is not None and around.name != name:
            around = around.parent
        return around


class Converter(MarkdownConverter):
    """Writes citations for markers, whole addresses for links, and captions as Pandoc has them."""

    def __init__(self, site: Publication, url: str, citations: Mapping[str, str]) -> None:
        # The library's type has no room for them.
        options: Any = {"features": "html.parser", "element_classes": {Tag: _Element}}
        super().__init__(heading_style=ATX, bullets="-", bs4_options=options)
        self._site, self._base = site, urljoin(site.address, url)
        self._citations = citations

    def convert(self, html: str) -> str:
        """Return the Markdown of a page's HTML."""
        return super().convert(_LEFT_OUT.sub("", html))

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Escape what is no markup, for Pandoc."""
        if parent_tags & {"pre", "code"}:
            return text
        return _LIST.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))

    def convert_span(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Put a citation in place of a marker."""
        if "citation" not in (element.get("class") or ()):
            return text
        outlet = element.find(class_="citation__outlet")
        cited = self._citations.get(str(element.get("id")), "")
        shown = [outlet.get_text()] if outlet else []
        return f" {' '.join([*shown, cited])}" if cited else text

    def convert_a(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Give a link its whole address; a term is explained on the web page alone."""
        kinds = element.get("class") or ()
        if "term" in kinds:
            return text
        path, fragment = urldefrag(urljoin(self._base, str(element.get("href") or "")))
        if path.startswith(self._site.address):
            path = self._site.address_of(path.removeprefix(self._site.address))
        return f"[{text}]({path}{'#' * bool(fragment)}{fragment})"

    def convert_img(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """Give a picture its whole address."""
        element["src"] = urljoin(self._base, str(element.get("src") or ""))
        # The library's types leave out what it converts.
        return str(super().convert_img(element, text, parent_tags))  # type: ignore[misc]

    def convert_tr(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a row; a second rule, below one that names a group, would cut the table in two."""
        table = element.find_parent("table")
        if table is not None and table.thead and not element.find_parent("thead"):
            return f"|{text}\n"
        return str(super().convert_tr(element, text, parent_tags))  # type: ignore[misc]

    def convert_pre(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Fence code with more backquotes than the fences in it have."""
        within = max(map(len, _FENCE.findall(text)), default=2)
        fence = "`" * (within + 1)
        code = text.strip("\n")
        return f"\n\n{fence}\n{code}\n{fence}\n\n"

    def convert_svg(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Leave a picture out: each has its text beside it."""
        return ""

    def convert_caption(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Write the caption of a table."""
        return f"\n\nTable: {' '.join(text.split())}\n\n"
