"""Where a page leads, and the places on it to which others may: each link with its own place."""

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from build_tools.expressions import expression
from build_tools.pages.statements import PageText
from build_tools.problems import Place

# Browsers leave these out of an address before they read its scheme.
_LEFT_OUT = expression(r"[\x00-\x20]")
# So much of an address is enough to find it: the rest may be written with entities.
_ENOUGH, _LEAST = 40, 12


@dataclass(frozen=True)
class Link:
    """A link or a picture that a writer has typed: its address as a browser reads it."""

    address: str
    place: Place
    is_picture: bool = False


@dataclass(frozen=True)
class PageLinks:
    """The links of one page, and the ids on it that a link may name."""

    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()


def find_links(root: Element, made: Collection[Element], text: PageText) -> Iterator[Link]:
    """Yield the links and pictures of a tree; `made` are elements that the build has made."""
    # The same address may be on a page more than once: each time further down.
    after: dict[str, int] = {}
    for element in root.iter():
        if element in made:
            continue
        for name in ("href", "src"):
            if (given := element.get(name)) is not None:
                address = _plain(given)
                offset = _find(address, text.text, after.get(address, 0))
                after[address] = offset + 1
                yield Link(address, text.place(offset), is_picture=name == "src")


def _find(address: str, text: str, start: int) -> int:
    """Return where an address is typed, from an offset on or else anywhere; 0 where it is not."""
    if not address:
        return 0
    # Whole, but not as the end of a longer one; else by its beginning.
    form = re.compile(rf"(?<![\w./#-]){re.escape(address)}(?![\w/#-])")
    if match := form.search(text, start) or form.search(text):
        return match.start()
    return max(text.find(address[:_ENOUGH]), text.find(address[:_LEAST]), 0)


def _plain(address: str) -> str:
    """Return an address as a browser reads it, with no entity left in it."""
    address = address.replace(AMP_SUBSTITUTE, "&")
    return _LEFT_OUT.sub("", html.unescape(html.unescape(address)))
