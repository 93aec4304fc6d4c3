"""Where links and pictures of a page may lead: to the web, a mail address, or the site itself.

A browser runs what follows `javascript:` or `data:`, and it takes a picture's address for a reason
to speak to another host.
"""

import html
import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from build_tools.pages.statements import PageText
from build_tools.problems import Problem

CODE = "markup"
_WEB, _MAIL = ("http", "https"), "mailto"
# Browsers leave these out of an address before they read its scheme.
_LEFT_OUT = re.compile(r"[\x00-\x20]")


def check_links(root: Element, made: Collection[Element], text: PageText) -> Iterator[Problem]:
    """Refuse addresses that a browser would run, or fetch from elsewhere to show the page.

    `made` are the elements that the build has made; their addresses are its own.
    """
    for element in root.iter():
        if element in made:
            continue
        for name in ("href", "src"):
            address = element.get(name)
            if address is not None and (reason := _refused(address, is_picture=name == "src")):
                shown = _plain(address)
                offset = text.text.find(shown.split("#")[0][:40]) if shown else -1
                message = f"{'a picture' if name == 'src' else 'a link'} must not {reason}"
                hint = "link to https://…, mailto:…, a page (name.md) or a place on it (#id)"
                if name == "src":
                    hint = "put the picture below docs/assets and give its path"
                yield Problem(text.place(max(offset, 0)), CODE, message, hint)


def _plain(address: str) -> str:
    """Return an address as a browser reads it, with no entity left in it."""
    address = address.replace(AMP_SUBSTITUTE, "&")
    return _LEFT_OUT.sub("", html.unescape(html.unescape(address)))


def _refused(address: str, *, is_picture: bool) -> str:
    """Say what is wrong with an address; empty where nothing is."""
    address = _plain(address)
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
