"""The lines that a browser shows of a page, each with the element that holds it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from build_tools.expressions import expression

BLOCKS = frozenset(
    "address article aside blockquote body button caption dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p"
    " pre section summary table tbody td tfoot th thead tr ul br".split()
)
_UNSEEN = frozenset(
    "script style template svg head noscript iframe object canvas select math audio video"
    " textarea".split()
)
_CELLS = ("td", "th")
# What parts of a line are in that a page's style sets side by side, and what has no such parts.
_LABELS, _OF_WRITING = frozenset(["span", "a", "time"]), ("p", "h1", "h2", "h3", "blockquote")
_HIDDEN = expression(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOT_WRITTEN = expression(r"[\W_]+")
_AFTER_SENTENCE = expression(r"(?<=[.!?…。！？」”»])\s+(?=\S)")
_FONT = expression(r"[-+]?\d")
_LEAST, _LONGEST, _SMALL, _NORMAL, _CARD = 2, 200, 2, 3, 6


@dataclass(frozen=True)
class Block:
    """A line with the element that holds it, and the share of its text that is links.

    `element` is the innermost that its first words are in. `manner` has the tags in which all of
    it is set, as italics, and `size` how large that is, of HTML's seven sizes, where elements tell.
    `tag` is the holder's, but for a cell of several lines, which lays out a page.
    """

    holder: Any
    element: Any
    text: str
    linked: float
    manner: frozenset[str]
    size: int
    tag: str


@dataclass(frozen=True)
class _Piece:
    text: str
    element: Any


def find_blocks(tree: Any) -> tuple[Block, ...]:
    """Return the lines of a page in reading order; the row of a table is one, with tabs."""
    given = list(_lines(tree))
    held = Counter(
        link for line in given for link in {it for p in line if p.text.strip() for it in _links(p)}
    )
    lines = [found for pieces in given if (found := _block(pieces, held))]
    often = Counter(block.holder for block in lines)
    return tuple(
        replace(it, tag="div") if it.tag in _CELLS and often[it.holder] > 1 else it for it in lines
    )


def key_of(text: str) -> str:
    """Return a text without what is no letter or figure."""
    return _NOT_WRITTEN.sub("", text)


def upwards(element: Any) -> Iterator[Any]:
    """Yield an element and all around it."""
    yield element
    yield from element.iterancestors()


def shape_of(element: Any) -> str:
    """Return the tag and classes of an element; if it has none, with those of the one around it."""
    own, parent = element.get("class", ""), element.getparent()
    around = "" if own or parent is None else f"{parent.tag}.{parent.get('class', '')}>"
    return f"{around}{element.tag}.{own}"


def _links(piece: _Piece) -> Iterator[Any]:
    """Yield the links and buttons that a text is in."""
    return (it for it in upwards(piece.element) if it.tag in ("a", "button"))


def _block(pieces: Sequence[_Piece], held: Counter[Any]) -> Block | None:
    """Return a line; `held` tells how many are in each link: in one left open, many."""
    cells = "".join(_spaced(pieces)).split("\t")
    text = "\t".join(cell for it in cells if (cell := " ".join(it.split())))
    if not key_of(text):
        return None
    seen = [piece for piece in pieces if piece.text.strip()]
    length = sum(len(piece.text.strip()) for piece in seen)
    above = [[it.tag for it in upwards(piece.element)] for piece in seen]
    links = sum(
        len(piece.text.strip())
        for piece in seen
        if any(held[link] <= _CARD for link in _links(piece))
    )
    element = seen[0].element
    around = [*upwards(element)]
    holder = next((it for it in around if it.tag in BLOCKS), around[-1])
    manner = frozenset.intersection(*map(frozenset, above))
    size = max(_size(piece.element) for piece in seen)
    return Block(holder, element, text, links / length, manner, size, holder.tag)


def _spaced(pieces: Sequence[_Piece]) -> Iterator[str]:
    """Yield the texts of a line, with a space where a page's style alone parts two of them.

    So it sets a label beside a link, or a name beside a time, in a line that has nothing but such
    elements, each of another tag or class. In a paragraph an element may begin within a word.
    """
    apart = all(it.element.tag in _LABELS or not it.text.strip() for it in pieces)
    before: _Piece | None = None
    for piece in pieces:
        if before and apart and _are_side_by_side(before, piece):
            yield " "
        yield piece.text
        before = piece


def _are_side_by_side(one: _Piece, other: _Piece) -> bool:
    """Tell whether nothing is between the elements of two texts, which are no one word."""
    return (
        one.element.getnext() is other.element
        and next(one.element.iterancestors(*_OF_WRITING), None) is None
        and shape_of(one.element) != shape_of(other.element)
        and not other.text[:1].islower()
    )


def _size(element: Any) -> int:
    """Return how large writing is by the nearest element that tells."""
    for it in upwards(element):
        if it.tag == "small":
            return _SMALL
        if it.tag == "font" and (size := _FONT.fullmatch(it.get("size", ""))):
            return _NORMAL + int(size[0]) if size[0][0] in "+-" else int(size[0])
    return _NORMAL


def _lines(tree: Any) -> Iterator[list[_Piece]]:
    """Yield the pieces of text of each line, a line break ending one."""
    line: list[_Piece] = []
    for piece in _pieces(tree):
        if piece is None:
            yield line
            line = []
        else:
            line.append(piece)
    yield line


def _pieces(element: Any) -> Iterator[_Piece | None]:
    """Yield each text with its element, and None at the edges of lines."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or _is_hidden(element):
        return
    # A button within a paragraph, as that of a footnote, is in its line.
    edge = element.tag in BLOCKS and not (element.tag == "button" and _is_in_paragraph(element))
    if edge:
        yield None
    if element.tag == "tr" and (row := _row(element)):
        yield from row
    else:
        yield from _within(element)
    if edge:
        yield None


def _within(element: Any) -> Iterator[_Piece | None]:
    yield from _texts(element.text or "", element)
    for child in element:
        yield from _pieces(child)
        yield from _texts(child.tail or "", element)


def _texts(text: str, element: Any) -> Iterator[_Piece | None]:
    """Yield a text, and None where a blank line in it ends a sentence.

    A browser shows such lines where the page's style keeps them, which is not asked: whoever wrote
    them meant paragraphs.
    """
    start = 0
    for match in _AFTER_SENTENCE.finditer(text):
        if match[0].count("\n") > 1:
            yield _Piece(text[start : match.start()].replace("\t", " "), element)
            yield None
            start = match.end()
    if text:
        yield _Piece(text[start:].replace("\t", " "), element)


def _row(element: Any) -> list[_Piece]:
    """Return the pieces of the row of a table, tabs between its cells, else none.

    Where a cell has several lines, a long one, or a table, this one lays out a page.
    """
    row: list[_Piece] = []
    cells = [cell for cell in element if cell.tag in _CELLS]
    if any(cell.find(".//tr") is not None for cell in cells):
        return []
    for cell in cells:
        lines = [line for line in _lines(cell) if "".join(it.text for it in line).strip()]
        if len(lines) > 1 or sum(len(it.text) for line in lines for it in line) > _LONGEST:
            return []
        row.extend([*(piece for line in lines for piece in line), _Piece("\t", cell)])
    return row if len(cells) >= _LEAST else []


def _is_in_paragraph(element: Any) -> bool:
    return element.getparent() is not None and element.getparent().tag == "p"


def _is_hidden(element: Any) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))
