"""A finished page as Markdown, which any Python-Markdown leaves as it is.

All of it is HTML, which Markdown passes through, except the headings that stand by themselves: a
program makes its table of contents of those.
"""

from html import unescape
from html.parser import HTMLParser

from bs4 import BeautifulSoup

from build_tools.templating import escape_markdown, render

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class _TopHeadings(HTMLParser):
    """The spans of headings that are in no other element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        starts = [0]
        for line in html.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self._starts, self._depth, self._start = starts, 0, 0
        self.spans: list[tuple[int, int]] = []
        self.feed(html)
        self.close()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's
        if tag in _HEADINGS and not self._depth:
            self._start = self._offset()
        self._depth += tag not in _VOID

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Leave the depth as it is: what SVG closes at once holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag not in _VOID
        if tag in _HEADINGS and not self._depth:
            self.spans.append((self._start, self._offset() + len(f"</{tag}>")))


def as_markdown(html: str) -> str:
    """Return HTML as Markdown from which the same HTML is made."""
    parts, end = [], 0
    for start, stop in _TopHeadings(html).spans:
        parts += [_raw(html[end:start]), _heading(html[start:stop])]
        end = stop
    parts.append(_raw(html[end:]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _raw(html: str) -> str:
    """Keep HTML together: one element is passed through whole, whatever is in it.

    Some extensions look for fences before any HTML is known for what it is.
    """
    hidden = html.strip().replace("`", "&#96;").replace("~", "&#126;")
    return render("plain_site/kept.md.j2", html=hidden) if hidden else ""


def _heading(html: str) -> str:
    heading = BeautifulSoup(html, "html.parser").find(list(_HEADINGS))
    assert heading is not None
    for link in heading.select(".headerlink"):
        link.decompose()
    # Without tables a bar is a sign like any other, and its escape would be shown.
    text = escape_markdown(unescape(heading.get_text()).strip()).replace("\\|", "|")
    attributes = [f"#{heading['id']}"] + ["data-search-exclude"] * heading.has_attr(
        "data-search-exclude"
    )
    return f"{'#' * _HEADINGS[heading.name]} {text} {{: {' '.join(attributes)} }}"
