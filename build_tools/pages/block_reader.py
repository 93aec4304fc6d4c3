"""Read blocks of text from the element tree that Python-Markdown has made of a page.

The tree is walked once, in document order; headings, tables and boxes are told from running text.
"""

import html
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from build_tools.expressions import expression
from build_tools.pages.refused_markup import ENTITY
from build_tools.pages.statements import Waiver
from build_tools.syntax.position_tags import strip_tags

CITATION_TAG = "citation-group"
WAIVER_TAG = "citation-waiver"
ERROR_TAG = "citation-error"
# Blocks that state nothing by themselves: a heading is borne out by what is under it.
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SILENT_BLOCKS = HEADINGS | {"th", "dt", "caption", "summary"}
# Of boxes that extensions make: the titles of tabs, and that of an admonition.
_SILENT_CLASSES = frozenset(["tabbed-labels", "tabbed-set"])
_ESCAPED = expression("\x02(\\d+)\x03")


@dataclass(frozen=True)
class Context:
    """Words that belong to the statements of a block, though they are elsewhere."""

    text: str


# Text, the index of a citation group, a reviewer's waiver of what comes before it, context, or
# None for a malformed citation, which has a problem of its own.
Piece = str | int | Waiver | Context | None


@dataclass
class Block:
    """The inline content of one block element: text, and indices of citation groups.

    `silent` marks headings and the like, which may go without a citation. `prose` is false in a
    table, and in what the build has made. `head` is what heads the column and the row of a cell.
    """

    element: Element
    exempt: bool
    silent: bool
    in_list: bool = False
    prose: bool = True
    head: str = ""
    pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True)
class Made:
    """The elements that templates of blocks have made.

    `labels` are those that state nothing; `contexts` are what a reader of an element has read above
    or beside it, such as the outlet over a column: part of its statements, though it is not before
    them in the page.
    """

    elements: Collection[Element]
    labels: Set[Element]
    contexts: Mapping[Element, str]


class BlockReader:
    """Walk the tree of one page and yield its blocks in document order.

    A block is exempt from citing where it, or what it is in, has the class `no-claim`; on a
    heading the class exempts the heading's whole section.
    """

    def __init__(
        self, md: Markdown, waivers: list[Waiver], made: Made, is_code: Callable[[int, str], bool]
    ) -> None:
        """`is_code` takes HTML that Python-Markdown has put aside, by its number there."""
        self._md, self._waivers, self._made, self._is_code = md, waivers, made, is_code
        self._heads: dict[Element, str] = {}

    def read(self, root: Element) -> Iterator[Block]:
        """Yield the blocks below the root."""
        exempt_level = 0  # The level of the heading whose section is exempt; 0 for none.
        for child in root:
            level = int(child.tag[1]) if child.tag in HEADINGS else 0
            if level and (not exempt_level or level <= exempt_level):
                exempt_level = level if _says_no_claim(child) else 0
            yield from self._blocks(child, exempt=bool(exempt_level), in_list=False, prose=True)

    def _blocks(
        self, element: Element, *, exempt: bool, in_list: bool, prose: bool
    ) -> Iterator[Block]:
        exempt = exempt or _says_no_claim(element)
        silent = element.tag in _SILENT_BLOCKS or element in self._made.labels
        silent = silent or (element.tag == "div" and bool(_SILENT_CLASSES & _classes(element)))
        in_list = in_list or element.tag == "li"
        prose = prose and element.tag != "table" and element not in self._made.elements
        if element.tag == "table":
            self._heads |= self._heads_of(element)
        head = self._heads.get(element, "")
        block = Block(element, exempt, silent, in_list, prose, head)
        if context := self._made.contexts.get(element):
            block.pieces.append(Context(context))
        if element.text:
            block.pieces.append(self._plain(element.text))
        for child in element:
            if self._md.is_block_level(child.tag):
                if _is_title(child, element):
                    continue
                yield block
                yield from self._blocks(child, exempt=exempt, in_list=in_list, prose=prose)
                block = Block(element, exempt, silent, in_list, prose, head)
            else:
                block.pieces.extend(self._inline(child))
            if child.tail:
                block.pieces.append(self._plain(child.tail))
        yield block

    def _heads_of(self, table: Element) -> dict[Element, str]:
        """Map each cell of a table to what stands over its column, and before it in its row."""
        heads = ["".join(head.itertext()) for head in table.iterfind("thead/tr/th")]
        return {
            cell: self._plain(f"{head}. {''.join(row[0].itertext())}" if number else head)
            for row in table.iterfind("tbody/tr")
            for number, (cell, head) in enumerate(zip(row, heads, strict=False))
        }

    def _inline(self, element: Element) -> Iterator[Piece]:
        if element.tag == WAIVER_TAG:
            yield self._waivers[int(element.get("index", ""))]
            return
        if element.tag == CITATION_TAG:
            yield int(element.get("index", ""))
            return
        if element.tag == ERROR_TAG:
            yield None
            return
        if element.text:
            yield self._plain(element.text)
        if element.tag == "br":
            yield " "
        if element.tag == "img" and (words := element.get("alt")):
            # Some readers get these words in place of the picture.
            yield f" {self._plain(words)} "
        for child in element:
            yield from self._inline(child)
            if child.tail:
                yield self._plain(child.tail)

    def _plain(self, text: str) -> str:
        """Undo what Python-Markdown has stashed: escapes, entities, code; drop raw HTML."""

        def unstash(match: re.Match[str]) -> str:
            index = int(match[1])
            raw = self._md.htmlStash.rawHtmlBlocks[index]
            if not isinstance(raw, str):
                return ""
            if self._is_code(index, raw):
                return html.unescape(re.sub(r"<[^<>]*+>", " ", strip_tags(raw)))
            return html.unescape(raw) if ENTITY.fullmatch(raw) else ""

        text = HTML_PLACEHOLDER_RE.sub(unstash, html.unescape(text.replace(AMP_SUBSTITUTE, "&")))
        return _ESCAPED.sub(lambda match: chr(int(match[1])), text)


def _is_title(element: Element, parent: Element) -> bool:
    """Tell whether an element is the title that an admonition has been given."""
    return (
        parent.tag == "div"
        and "admonition" in _classes(parent)
        and element is parent[0]
        and element.get("class") == "admonition-title"
    )


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())


def _says_no_claim(element: Element) -> bool:
    return "no-claim" in _classes(element)
