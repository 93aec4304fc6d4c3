"""One stylesheet for the whole site: a page is shown only once each one has loaded."""

from collections.abc import Callable, Sequence

from build_tools.expressions import expression

SITE_STYLESHEET = "assets/site.css"
# A link to a stylesheet of the site's own; what comes before its path leads to the site's root.
_LINK = expression(r'<link rel="stylesheet" href="(?P<root>[^"]*?)(?P<path>assets/[^"]+\.css)">\n?')


def find_stylesheets(html: str) -> tuple[str, ...]:
    """Return the paths below the site's root of the stylesheets that a page links, in order."""
    return tuple(match["path"] for match in _LINK.finditer(_head(html)))


def link_one(html: str) -> str:
    """Put the link to the one stylesheet in place of the first, and remove the others."""
    head = _head(html)
    parts, done = [], 0
    for match in _LINK.finditer(head):
        parts.append(head[done : match.start()].rstrip(" \t"))
        if not done:
            parts.append(f'<link rel="stylesheet" href="{match["root"]}{SITE_STYLESHEET}">\n')
        done = match.end()
    return "".join([*parts, html[done:]])


def _head(html: str) -> str:
    """Return a page up to its body, which is most of it and links none."""
    end = html.find("</head>")
    return html[:end] if end >= 0 else html


def join(paths: Sequence[str], read: Callable[[str], str]) -> str:
    """Return the stylesheets at some paths as one, in their order; `read` gives each one's text."""
    return "\n".join(read(path) for path in paths)
