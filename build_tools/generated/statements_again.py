"""The statements that the state of the evidence lists again, page by page.

There are thousands: each page's are HTML of their own, put in once all pages have been read. A
preview keeps them, and makes those of an edited page alone anew.
"""

from collections.abc import Callable, Iterable
from functools import partial
from html import escape

from markupsafe import Markup

from build_tools.generated.tally import tally_pages
from build_tools.kept import Kept
from build_tools.ledger import Entry, Ledger
from build_tools.templating import render, texts_behind

# As the template of the page writes it.
_PLACE = "<div data-statements-again></div>"
_TEMPLATE = "statements_again.html.j2"
_LISTS: Kept[str] = Kept()


def fill_again(html: str, ledger: Ledger, address: Callable[[str], str]) -> str:
    """Return the HTML of a page with these statements in their place, if it has one.

    `address` is the way to a page from there, given its path below docs. A statement is listed from
    the ledger by the id that it has on its page: no link to it can be broken.
    """
    before, place, after = html.partition(_PLACE)
    return before + "".join(_lists(ledger, address)) + after.lstrip() if place else html


def _lists(ledger: Ledger, address: Callable[[str], str]) -> Iterable[str]:
    pages: dict[str, list[Entry]] = {}
    for entry in (entry for tally in tally_pages(ledger) for entry in tally.singles):
        pages.setdefault(entry.page.title or entry.page.uri, []).append(entry)
    texts = texts_behind([_TEMPLATE], ledger.templates)
    for title, entries in pages.items():
        ways = {uri: address(uri) for uri in dict.fromkeys(entry.page.uri for entry in entries)}
        make = partial(render, _TEMPLATE, title=title, entries=entries, ways=ways, text=_text)
        yield _LISTS.get_or_make(title, (entries, ways, texts), make)


def _text(text: str) -> Markup:
    """Escape text as Markdown does, which leaves quotation marks."""
    return Markup(escape(text, quote=False))
