"""A comparison as people read it: as text, as Markdown, or as one HTML file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.ledger import Entry
from build_tools.lexicon.stand_ins import StandIn
from build_tools.pages.account import stand_ins_of
from build_tools.pages.extracts import Extracts
from build_tools.pages.statements import Statement
from build_tools.review.comparison import ChangedStatement, Comparison
from build_tools.review.marks import Piece, mark_ours, mark_theirs
from build_tools.sources.library import Passage
from build_tools.templating import render

# By the name of the format; each is a template of its own.
FORMATS = {"text": "review.txt.j2", "markdown": "review.md.j2", "html": "review.html.j2"}


@dataclass(frozen=True)
class ShownPassage:
    """A cited paragraph; without pieces, nothing of it may be shown here."""

    place: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class ShownStatement:
    """A statement beside what it cites; `absent` are words that its articles are said to lack."""

    place: str
    pieces: tuple[Piece, ...]
    passages: tuple[ShownPassage, ...]
    absent: tuple[str, ...]
    waivers: tuple[str, ...]
    findings: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True)
class ShownStandIn:
    """A stand-in beside the statements that need it."""

    ours: str
    theirs: str
    only: str
    statements: tuple[ShownStatement, ...] = ()


def render_review(comparison: Comparison, base: str, format_: str, *, public: bool) -> str:
    """Return a review in one of FORMATS; `base` says what is compared with.

    In `public`, no more is shown of a paragraph than the site itself shows beside the statement.
    """
    shown = _Shown(comparison, comparison.now.extracts if public else None)
    pages, sources = comparison.pages, comparison.sources
    return render(
        FORMATS[format_],
        base=base,
        public=public,
        is_empty=comparison.is_empty,
        stand_ins=[shown.stand_in(entry, needing) for entry, needing in comparison.stand_ins],
        stand_ins_gone=[shown.stand_in(entry, ()) for entry in comparison.stand_ins_gone],
        waivers=[
            (waiver.code, waiver.reason, shown.statement(entry))
            for entry, waiver in comparison.waivers
        ],
        no_claims=comparison.no_claims,
        gone=[(entry.statement.place, entry.statement.text) for entry in comparison.gone],
        pages_gone=pages[1],
        sources_gone=sources[1],
        pages_new=pages[0],
        sources_new=sources[0],
        statements=[shown.change(it) for it in comparison.statements],
    )


@dataclass(frozen=True)
class _Shown:
    """Makes what templates show of the entries of a ledger."""

    comparison: Comparison
    extracts: Extracts | None

    def stand_in(self, entry: StandIn, needing: Iterable[Entry]) -> ShownStandIn:
        return ShownStandIn(
            entry.ours, entry.theirs, str(entry.only or ""), tuple(map(self.statement, needing))
        )

    def change(self, it: ChangedStatement) -> ShownStatement:
        reworded = (
            it.before if it.before and it.before.statement.text != it.now.statement.text else None
        )
        return self.statement(it.now, it.reasons, reworded.statement.text if reworded else "")

    def statement(
        self, entry: Entry, reasons: tuple[str, ...] = (), before: str = ""
    ) -> ShownStatement:
        statement, library = entry.statement, self.comparison.now.library
        used = stand_ins_of(statement, library)
        passages = (
            ShownPassage(passage.place, tuple(self._pieces(passage, statement)))
            for passage in library.passages(statement.citations)
        )
        return ShownStatement(
            str(statement.place),
            mark_ours(statement.text, library.names, used),
            tuple(passages),
            statement.absent_terms,
            tuple(f"{waiver.code}: {waiver.reason}" for waiver in statement.waivers),
            tuple(f"{problem.code}: {problem.message}" for problem in entry.problems),
            reasons,
            before,
        )

    def _pieces(self, passage: Passage, statement: Statement) -> Iterator[Piece]:
        """Yield what may be shown of a passage, with an ellipsis for what is left out."""
        library = self.comparison.now.library
        used = stand_ins_of(statement, library)
        entries = [entry for entry in used if entry.only in (None, passage.place)]
        if self.extracts is None:
            yield from mark_theirs(passage.paragraph.text, library.names, entries)
            return
        extracts = self.extracts.of(passage, [statement])
        for index, extract in enumerate(extracts):
            yield Piece("" if extract.opens and not index else "… ")
            yield from mark_theirs(extract.text, library.names, entries)
            yield Piece(" " if extract is not extracts[-1] else "." if extract.closes else " …")
