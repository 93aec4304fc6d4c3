"""Lists of sentences with a link at the end of each, of which generated pages have thousands.

Python-Markdown looks for markup of each kind in each item. Where a list has none but such links,
one expression reads it to the same HTML; any other list is left to Python-Markdown.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.util import ETX, STX, AtomicString

from build_tools.expressions import expression
from build_tools.ledger import Ledger

# Text without markup, as `escape_markdown` leaves it.
_TEXT = r"(?:[^ \\`*_{}\[\]@|<>&\n\x02\x03]++| (?![ \[])|\\[!-/:-@\[-`{-~]|&(?:amp|lt|gt);)++"
_ITEM = expression(rf"^- (?=\S)({_TEXT}) \[({_TEXT})\]\(([\w./#-]+)\)", re.ASCII | re.MULTILINE)
_ITEMS = expression(rf"(?:{_ITEM.pattern}(?:\n|\Z))+", re.ASCII | re.MULTILINE)
_ESCAPED = expression(r"\\(.)")


class LinkListProcessor(BlockProcessor):
    """Read such a list on a generated page: on a written one each sentence is a statement."""

    def __init__(self, parser: BlockParser, ledger: Ledger) -> None:
        super().__init__(parser)
        self._ledger = ledger

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether a block is such a list, and a list of its own."""
        if self._ledger.page.written or not block.startswith("- "):
            return False
        before = self.lastChild(parent)
        own = parent.tag not in ("ul", "ol") and (before is None or before.tag not in ("ul", "ol"))
        return own and bool(_ITEMS.fullmatch(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the list, in which Python-Markdown then looks for nothing."""
        made = SubElement(parent, "ul")
        for match in _ITEM.finditer(blocks.pop(0)):
            item = SubElement(made, "li")
            item.text = AtomicString(f"{self._escaped(match[1])} ")
            link = SubElement(item, "a", href=match[3])
            link.text = AtomicString(self._escaped(match[2]))

    def _escaped(self, text: str) -> str:
        """Put escaped signs as Python-Markdown does until the page is done."""
        signs = self.parser.md.ESCAPED_CHARS
        return _ESCAPED.sub(lambda it: f"{STX}{ord(it[1])}{ETX}" if it[1] in signs else it[0], text)
