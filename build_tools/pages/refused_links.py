"""Where links and pictures of a page may lead: to the web, a mail address, or the site itself.

A browser runs what follows `javascript:` or `data:`, and it takes a picture's address for a reason
to speak to another host.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from build_tools.pages.page_links import Link
from build_tools.problems import Problem

CODE = "markup"
_WEB, _MAIL = ("http", "https"), "mailto"


def check_links(links: Iterable[Link]) -> Iterator[Problem]:
    """Refuse addresses that a browser would run, or fetch from elsewhere to show the page."""
    for link in links:
        if reason := _refused(link.address, is_picture=link.is_picture):
            message = f"{'a picture' if link.is_picture else 'a link'} must not {reason}"
            hint = "link to https://…, mailto:…, a page (name.md) or a place on it (#id)"
            if link.is_picture:
                hint = "put the picture below docs/assets and give its path"
            yield Problem(link.place, CODE, message, hint)


def _refused(address: str, *, is_picture: bool) -> str:
    """Say what is wrong with an address; empty where nothing is."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "have a malformed address"
    if is_picture:
        return "come from another host" if parts.scheme or parts.netloc else ""
    malformed = parts.scheme != _MAIL and bool(parts.scheme) != bool(parts.netloc)
    if parts.scheme and parts.scheme not in (*_WEB, _MAIL):
        return f"begin with “{parts.scheme}:”"
    if malformed or "\\" in address:
        return "have a malformed address"
    return "have a user's name in its address" if "@" in parts.netloc else ""
