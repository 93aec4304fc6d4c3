"""Leave out what is too large to be read: a paragraph, an item or a cell beyond any that is honest.

Python-Markdown looks for the end of each bracket in all that follows, and a check compares a
statement with each of its own words: what takes a moment in a paragraph takes hours in one of a
hundred thousand words. Pages and lists may have any number of paragraphs.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from build_tools.ledger import Ledger
from build_tools.markdown_extension.inline import PageState
from build_tools.pages.statements import PageText
from build_tools.problems import Problem
from build_tools.syntax.position_tags import strip_tags

CODE = "markup"
LONGEST_PARAGRAPH = 5_000
# Opening brackets, and keys of citations.
MOST_SIGNS = 250


class SizeTreeprocessor(Treeprocessor):
    """Put a mark in place of each text that is too large, before its inline markup is read."""

    def __init__(self, md: Markdown, page: PageState, ledger: Ledger) -> None:
        super().__init__(md)
        self._page, self._ledger = page, ledger

    def run(self, root: Element) -> None:
        """Change the tree in place; the problems are the page's."""
        info = self._ledger.page
        if not info.written:
            return
        text = PageText(info.path, self._page.source, info.line_origins)
        for element in root.iter():
            if element.text and (found := list(_check(element.text, text))):
                element.text = "…"
                self._page.oversize += found
            if element.tail and (found := list(_check(element.tail, text))):
                element.tail = "…"
                self._page.oversize += found


def _check(tagged: str, page: PageText) -> Iterator[Problem]:
    # What Python-Markdown reads no further, such as code.
    if len(tagged) <= MOST_SIGNS or isinstance(tagged, AtomicString):
        return
    text = strip_tags(tagged).strip()
    limits = (
        (len(text), LONGEST_PARAGRAPH, "characters"),
        (text.count("["), MOST_SIGNS, "signs '['"),
        (text.count("@"), MOST_SIGNS, "signs '@'"),
    )
    for size, most, what in limits:
        if size > most:
            message = f"a paragraph must have at most {most:,} {what}"
            place = page.place(max(page.text.find(text.split("\n")[0]), 0))
            yield Problem(place, CODE, message, f"it has {size:,}: divide it")
            return
