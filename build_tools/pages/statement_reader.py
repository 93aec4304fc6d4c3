"""Read statements from the element tree that Python-Markdown has made of a page.

The tree is walked once, in document order. A block's text is gathered until a citation ends it
and makes it a statement; text that no citation follows is kept as uncited.
"""

import hashlib
import html
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from build_tools.pages.refused_markup import ENTITY
from build_tools.pages.statements import PageText, Statement, UncitedText, Waiver
from build_tools.problems import Place
from build_tools.syntax.citations import Citation, CitationGroup
from build_tools.syntax.position_tags import strip_tags
from build_tools.text.folding import fold
from build_tools.text.sentences import split_sentences

CITATION_TAG = "citation-group"
WAIVER_TAG = "citation-waiver"
ERROR_TAG = "citation-error"
# Blocks that state nothing by themselves: a heading is borne out by what is under it.
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SILENT_BLOCKS = HEADINGS | {"th", "dt", "caption", "summary"}
# Of boxes that extensions make: the titles of tabs, and that of an admonition.
_SILENT_CLASSES = frozenset(["tabbed-labels", "tabbed-set"])
_ESCAPED = re.compile("\x02(\\d+)\x03")
_FINISHED = re.compile(r"[.!?][\"”)]*\s*$")
_LEADING_PUNCTUATION = re.compile(r"^[\s.,;:!?)\]]+")


@dataclass(frozen=True)
class FoundGroup:
    """A citation group with the offsets of its `@`s and of its end in the page's text."""

    group: CitationGroup
    offsets: tuple[int, ...]
    end: int
    outlet: str

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations with page offsets in place of those in the inline text."""
        pairs = zip(self.group.items, self.offsets, strict=True)
        return tuple(replace(citation, offset=offset) for citation, offset in pairs)


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
    table, and in what the build has made.
    """

    element: Element
    exempt: bool
    silent: bool
    in_list: bool = False
    prose: bool = True
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
        block = Block(element, exempt, silent, in_list, prose)
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
                block = Block(element, exempt, silent, in_list, prose)
            else:
                block.pieces.extend(self._inline(child))
            if child.tail:
                block.pieces.append(self._plain(child.tail))
        yield block

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
                return html.unescape(re.sub(r"<[^>]*>", " ", strip_tags(raw)))
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


class StatementReader:
    """Make statements and uncited text of the blocks of one page, in document order."""

    def __init__(self, page: PageText, uri: str, groups: list[FoundGroup], *, exempt: bool) -> None:
        self.statements: list[Statement] = []
        self.uncited: list[UncitedText] = []
        self.statement_of_group: dict[int, str] = {}
        self.used_waivers: set[Place] = set()
        # Groups that the next statement of the paragraph repeats: one marker does for the run.
        self.repeated: set[int] = set()
        self._page, self._uri, self._groups, self._exempt = page, uri, groups, exempt
        self._cursor = 0
        self._ids: set[str] = set()
        self._before = ""  # What the current block has said.
        self._opening = ""  # What the last block outside a list has said.
        # Groups of statements outside tables and blocks.
        self.in_prose: set[int] = set()
        self._prose = True  # Whether the current block is prose.
        self._last_group: int | None = None  # Of the statement before, in the same block.

    def read(self, block: Block) -> None:
        """Read one block: each run of text that ends in a citation is a statement."""
        text, malformed, context = "", False, ""
        self._before = self._opening if block.in_list else ""
        self._prose = block.prose
        open_groups: list[int] = []  # Narrative citations, whose sentence has not ended yet.
        first = len(self.statements)
        self._last_group = None
        for piece in block.pieces:
            if piece is None:
                text, malformed = "", True
                continue
            if isinstance(piece, Waiver):
                self._waive(piece, first)
                continue
            if isinstance(piece, Context):
                context = piece.text
                continue
            if isinstance(piece, str):
                text += piece
                if open_groups:
                    text = self._close_sentence(text, open_groups, context)
                continue
            found = self._groups[piece]
            if found.group.narrative:
                if open_groups and _FINISHED.search(text):
                    # The sentence before is over, and has its own citations.
                    self._add(text, open_groups, context)
                    text, open_groups = "", []
                text = self._open_sentence(text, block) + found.outlet
                open_groups.append(piece)
                self._opened_at = len(text)
                continue
            self._add(text, [*open_groups, piece], context)
            text, open_groups = "", []
        if open_groups:
            self._add(text, open_groups, context)
        elif not malformed:
            self._leave(text, block)
        if not block.in_list and (said := f"{self._before} {text}".strip()):
            self._opening = said

    def _waive(self, waiver: Waiver, first: int) -> None:
        """Attach a waiver to the last statement of its block."""
        if len(self.statements) > first:
            last = self.statements[-1]
            self.statements[-1] = replace(last, waivers=(*last.waivers, waiver))
            self.used_waivers.add(waiver.place)

    def _open_sentence(self, text: str, block: Block) -> str:
        """Keep the sentence that a narrative citation is in; what comes before it is uncited."""
        spans = split_sentences(text)
        if not spans:
            return ""
        # A finished sentence before the citation is not the citation's.
        finished = _FINISHED.search(text)
        start = len(text) if finished else spans[-1][0]
        self._leave(text[:start], block)
        return text[start:]

    def _close_sentence(self, text: str, open_groups: list[int], context: str) -> str:
        for _, end in split_sentences(text)[:-1]:
            if end >= self._opened_at:
                self._add(text[:end], open_groups, context)
                open_groups.clear()
                return text[end:]
        return text

    def _add(self, text: str, indices: list[int], context: str = "") -> None:
        words = " ".join(_LEADING_PUNCTUATION.sub("", text).split())
        groups = [self._groups[index] for index in indices]
        citations = tuple(citation for group in groups for citation in group.citations)
        limit = min(citation.offset for citation in citations)
        end = max(group.end for group in groups)
        narrative = groups[0].group.narrative
        if narrative:
            words = words.removesuffix(".")
            # The words after a narrative citation are found after it; the statement ends there.
            tail = words[-40:]
            found = self._page.find(
                tail, limit, min(len(self._page.text), limit + len(words) + 400)
            )
            end = max(end, found + len(tail) if found is not None else end)
        # The outlet's name, which a narrative citation is shown as, is not in the page's text.
        opening = " ".join(words.split()[:3]) if narrative else words
        # A block may show what it holds in another order than it is written in.
        after = self._cursor if self._cursor <= limit else 0
        start = self._page.find(opening, after, limit)
        start = limit if start is None else start
        words = context + words
        id_ = self._new_id(words)
        self.statements.append(
            Statement(
                id_,
                self._page,
                words,
                citations,
                start,
                end,
                before=self._before,
                prose=self._prose,
            )
        )
        if self._prose:
            self.in_prose.update(indices)
        self._before = f"{self._before} {words}".strip()
        self.statement_of_group.update(dict.fromkeys(indices, id_))
        self._mark_run(indices)
        self._cursor = end

    def _mark_run(self, indices: list[int]) -> None:
        """Note whether a statement cites just what the one before it in its block does."""
        before, self._last_group = self._last_group, None
        if len(indices) > 1 or self._groups[indices[0]].group.narrative:
            return  # A narrative citation is a word of its sentence.
        [self._last_group] = indices
        if before is not None and self._shown(before) == self._shown(self._last_group):
            self.repeated.add(before)

    def _shown(self, index: int) -> list[tuple[object, ...]]:
        return [citation.shown for citation in self._groups[index].citations]

    def _leave(self, text: str, block: Block) -> None:
        words = " ".join(_LEADING_PUNCTUATION.sub("", text).split())
        if not re.search(r"\w", words) or block.silent:
            return
        found = self._page.find(words, self._cursor, len(self._page.text), first=True)
        exempt = self._exempt or block.exempt
        start = self._cursor if found is None else found
        self._cursor = start if found is None else start + 1
        self.uncited.append(UncitedText(self._page, words, start, exempt, block.prose))

    def _new_id(self, words: str) -> str:
        digest = hashlib.sha256(f"{self._uri}\n{fold(words).text}".encode()).hexdigest()[:8]
        id_, count = f"s-{digest}", 1
        while id_ in self._ids:
            count += 1
            id_ = f"s-{digest}-{count}"
        self._ids.add(id_)
        return id_
