"""The statement: the run of text in one block that ends in a citation; and the page it is on.

Every check and every generated page works on these values, which one parse of a page makes.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from build_tools.expressions import expression
from build_tools.lexicon.stand_ins import StandIn
from build_tools.pages.front_matter import HeadText, LineOrigin
from build_tools.problems import Place, Problem
from build_tools.syntax.citations import Citation
from build_tools.text.folding import straighten

_QUOTED = expression(r'"([^"]+)"')
Value = TypeVar("Value")


@lru_cache(maxsize=20_000)
def interned(value: Value) -> Value:
    """Return the value met before that equals this one; this one where there is none.

    In a preview each build reads the same statements again. What is worked out of one is looked for
    a dozen times, and to find it by the same object takes no comparison of pages line by line.
    """
    return value


@dataclass(frozen=True)
class PageText:
    """The Markdown of a page; `line_origins` says where each line is written.

    What is below the last of these follows it in its file. Without any, the text is all that the
    file holds.
    """

    path: str
    text: str
    # Left out of the hash, not of the comparison: hashing every line for each statement was slow.
    line_origins: tuple[LineOrigin, ...] = field(default=(), hash=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> Place:
        """Return the line and column in the file of an offset into `text`."""
        line = bisect_right(self._line_starts, offset) - 1
        return self.place_at(line + 1, offset - self._line_starts[line] + 1)

    def place_at(self, line: int, column: int) -> Place:
        """Return the place in the file of a line and a column of `text`, both from 1."""
        origin = self.origin_of(line)
        return Place(origin.path or self.path, origin.line, max(column + origin.shift, 1))

    def origin_of(self, line: int) -> LineOrigin:
        """Return where a line of `text` is written, from 1."""
        known = len(self.line_origins)
        if line <= known:
            return self.line_origins[line - 1]
        return self.line_origins[-1].below(line - known) if known else LineOrigin(line)

    def find(self, words: str, start: int, end: int, *, first: bool = False) -> int | None:
        """Find words between two offsets, across line breaks and inline markup.

        The last occurrence wins, which is the nearest to what follows, or the `first` if asked.
        """
        tokens = re.findall(r"\w+|[^\w\s]", words)[:8]
        # For what a block has drawn no pattern need be compiled: its words are not in the text.
        if not tokens or any(
            token[0].isalnum() and self.text.find(token, start, end) < 0 for token in tokens
        ):
            return None
        # Nor for most words, which are on one line without markup.
        plain = " ".join(words.split()[:6])
        search = self.text.find if first else self.text.rfind
        literal = search(plain, start, end)
        if literal >= 0 and not self.text[literal - 1 : literal].isalnum():
            return literal
        pattern = r"[\W_]*?".join(re.escape(token) for token in tokens)
        pattern = re.sub(r'\\?["“”]', '["“”]', pattern)
        if tokens[0][0].isalnum():
            pattern = r"(?<![^\W_])" + pattern
        starts = [match.start() for match in re.compile(pattern).finditer(self.text, start, end)]
        return (starts[0] if first else starts[-1]) if starts else None


@dataclass(frozen=True)
class Quotation:
    """Words within double quotation marks inside a statement; `offset` is into its text."""

    text: str
    offset: int


@dataclass(frozen=True)
class Waiver:
    """A reviewer's word that one problem of one statement is not one, with the reason."""

    code: str
    reason: str
    place: Place


@dataclass(frozen=True)
class Statement:
    """Text that is published on the strength of its citations.

    `id` is stable while page and wording are. `start` and `end` are offsets into `page.text`,
    the end being that of its last citation. `before` is what its paragraph says before it, and for
    an item of a list the text that opens the list, for a cell of a table the heads of its column
    and row. `prose` is false in tables and blocks.
    """

    id: str
    page: PageText
    text: str
    citations: tuple[Citation, ...]
    start: int
    end: int
    waivers: tuple[Waiver, ...] = ()
    before: str = ""
    prose: bool = True

    def __hash__(self) -> int:
        """Hash the id alone: what is worked out of a statement is kept, and looked for often."""
        return hash(self.id)

    @cached_property
    def plain(self) -> str:
        """The text with each quotation, its marks included, blanked out; offsets stay the same."""
        text = self.text
        for match in _QUOTED.finditer(straighten(text)):
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
        return text

    @property
    def says_something(self) -> bool:
        """Whether there are words before its citations, or among them."""
        return any(sign.isalnum() for sign in self.text)

    @property
    def states_absence(self) -> bool:
        """Whether it rests only on the absence of words from sources."""
        return all(citation.absent_terms for citation in self.citations)

    @cached_property
    def absent_terms(self) -> tuple[str, ...]:
        """The words that its citations say are absent."""
        return tuple(term for citation in self.citations for term in citation.absent_terms)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The words in double quotation marks of any shape, in order."""
        return tuple(
            Quotation(self.text[match.start(1) : match.end(1)], match.start())
            for match in _QUOTED.finditer(straighten(self.text))
        )

    @property
    def place(self) -> Place:
        """Where the statement starts in its file."""
        return self.page.place(self.start)

    def place_of(self, words: str) -> Place:
        """Where `words` are in the statement, or else its citations; else where it starts."""
        prose = min((citation.offset for citation in self.citations), default=self.end)
        offset = self.page.find(words, self.start, prose)
        offset = self.page.find(words, self.start, self.end) if offset is None else offset
        return self.page.place(self.start if offset is None else offset)

    def place_in_citation(self, citation: Citation, words: str = "") -> Place:
        """Where `words` are in one of the statement's citations; else where that one starts."""
        # Only this citation's own text: up to the next one in the group, or the statement's end.
        after = (c.offset for c in self.citations if c.offset > citation.offset)
        offset = self._first(words, citation.offset, min(after, default=self.end))
        return self.page.place(citation.offset if offset is None else offset)

    def _first(self, words: str, start: int, end: int) -> int | None:
        found = self.page.text.find(words, start, end) if words else -1
        return found if found >= 0 else self.page.find(words, start, end)


@dataclass(frozen=True)
class Shown:
    """Words of one quotation in one paragraph: their indices among the paragraph's words.

    Without a statement, a note or a generated page shows them.
    """

    statement: Statement | None
    source_id: str
    paragraph: int
    quotation: str
    words: frozenset[int]


@dataclass(frozen=True)
class UncitedText:
    """Text of a block that no citation follows; `exempt` where the writer says it has no claim.

    `prose` is false in tables and blocks.
    """

    page: PageText
    text: str
    start: int
    exempt: bool
    prose: bool = True

    @property
    def end(self) -> int:
        """Where its paragraph ends, as an offset into the text of the page."""
        blank = self.page.text.find("\n\n", self.start)
        return blank if blank >= 0 else len(self.page.text)

    @property
    def place(self) -> Place:
        """Where the text starts in its file."""
        return self.page.place(self.start)


@dataclass(frozen=True)
class PageEvidence:
    """What one page says and on what strength, in document order; `uri` is its path below docs.

    `block_words` are the words after an opening fence that make it a block and not code; `head`
    is the text of the front matter that readers see; `markers` counts those in its prose. At the
    places `misread` stands what has a problem by which the text around is not read as it was meant:
    until that is mended, nothing else is said of it. The ledger adds `shown`, the words of
    articles that it and its notes show, and `stand_ins`, those that its statements use.
    """

    page: PageText
    uri: str
    title: str
    statements: tuple[Statement, ...] = ()
    uncited: tuple[UncitedText, ...] = ()
    problems: tuple[Problem, ...] = ()
    tags: tuple[str, ...] = ()
    block_words: frozenset[str] = frozenset()
    head: tuple[HeadText, ...] = ()
    markers: int = 0
    misread: tuple[Place, ...] = ()
    shown: tuple[Shown, ...] = ()
    stand_ins: frozenset[StandIn] = frozenset()

    def is_misread(self, start: int, end: int) -> bool:
        """Tell whether anything between two offsets is read otherwise than its writer meant."""
        first, last = self.page.place(start), self.page.place(end)
        return any(first <= place <= last for place in self.misread)

    def __hash__(self) -> int:
        """Hash the path alone, as for a statement."""
        return hash(self.uri)
