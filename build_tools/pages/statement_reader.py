"""Read statements from the blocks of a page, in document order.

A block's text is gathered until a citation ends it and makes it a statement; text that no citation
follows is kept as uncited.
"""

import hashlib
import re
from dataclasses import dataclass, replace

from build_tools.expressions import expression
from build_tools.pages.block_reader import Block, Context
from build_tools.pages.statements import PageText, Statement, UncitedText, Waiver, interned
from build_tools.problems import Place
from build_tools.syntax.citations import Citation, CitationGroup
from build_tools.text.folding import fold
from build_tools.text.sentences import split_sentences

_FINISHED = expression(r"[.!?][\"”)]*\s*$")
_LEADING_PUNCTUATION = expression(r"^[\s.,;:!?)\]]+")


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
        self._before = self._opening if block.in_list else block.head
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
        # What ends the sentence before stands after its citations.
        if (ended := _LEADING_PUNCTUATION.match(text)) and self._before:
            self._before += "".join(ended[0].split())
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
            interned(
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
