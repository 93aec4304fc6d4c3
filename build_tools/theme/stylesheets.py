"""One stylesheet for the whole site: a page is shown only once each one has loaded."""

import re
from collections.abc import Callable, Sequence

SITE_STYLESHEET = "assets/site.css"
_END_OF_HEAD = "</head>"
# A link to a stylesheet of the site's own; what comes before its path leads to the site's root.
_LINK = re.compile(
    r'(?:(?<![ \t])[ \t]++)?+<link rel="stylesheet" '
    r'href="(?P<root>[^"]*?)(?P<path>assets/[^"]+\.css)">\n?'
)


def find_stylesheets(html: str) -> tuple[str, ...]:
    """Return the paths below the site's root of the stylesheets that a page links, in order."""
    return tuple(match["path"] for match in _LINK.finditer(html.partition(_END_OF_HEAD)[0]))


def link_one(html: str) -> str:
    """Put the link to the one stylesheet in place of the first, and remove the others."""
    links = iter([r'<link rel="stylesheet" href="{root}' + SITE_STYLESHEET + '">\n'])

    def replace(match: re.Match[str]) -> str:
        return next(links, "").format(root=match["root"])

    head, end, body = html.partition(_END_OF_HEAD)
    return _LINK.sub(replace, head) + end + body


def join(paths: Sequence[str], read: Callable[[str], str]) -> str:
    """Return the stylesheets at some paths as one, in their order; `read` gives each one's text."""
    return "\n".join(read(path) for path in paths)
