"""Notes of one page: one for each group of citations, numbered in document order.

A group that repeats the same citations, in the same order, shares the note of the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from posixpath import dirname, relpath

from build_tools.files.repository import Repository
from build_tools.sources.library import Library, Source
from build_tools.sources.references import Reference, make_reference
from build_tools.syntax.citations import Citation
from build_tools.templating import render
from build_tools.text.folding import fold
from build_tools.text.quotations import find_quotation, text_fragment


@dataclass(frozen=True)
class CitedPassage:
    """What a note shows of one citation.

    `ownership` is the label of state media, else empty. `paragraph` is the one to show first on
    the source's page, and `original` the publisher's address of its words.
    """

    citation: Citation
    source_id: str
    reference: Reference
    ownership: str
    locator: str
    paragraph: int | None
    original: str


@dataclass(frozen=True)
class Note:
    """What a note shows: its citations, who first gathered their news, and where it is used."""

    number: int
    passages: tuple[CitedPassage, ...]
    origins: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """One marker in the text: its own id, and the note it leads to."""

    id: str
    note: int


@dataclass(frozen=True)
class NoteTargets:
    """Where notes and cards lead to: paths below docs, and where problems are reported.

    Without `repository`, a problem is reported as the page `corrections` says.
    """

    sources: str = "sources"
    corrections: str = "corrections.md"
    repository: Repository | None = None

    def seen_from(self, uri: str) -> "NoteTargets":
        """Return the paths as links from the page at `uri` need them."""
        here = dirname(uri) or "."
        return NoteTargets(
            relpath(self.sources, here), relpath(self.corrections, here), self.repository
        )


@dataclass
class Notes:
    """The notes of one page while its groups of citations are numbered."""

    library: Library
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)
    _groups: list[list[Citation]] = field(default_factory=list)
    _marks: list[list[str]] = field(default_factory=list)

    def mark(self, citations: Sequence[Citation]) -> Mark | None:
        """Number a group of citations; None where none of its sources exists to make a note of.

        A citation whose source does not exist is left out of the note.
        """
        known = [citation for citation in citations if citation.key in self.library.sources]
        if not known:
            return None
        group = tuple(citation.shown for citation in known)
        number = self._numbers.setdefault(group, len(self._numbers) + 1)
        if number > len(self._groups):
            self._groups.append(known)
            self._marks.append([])
        id_ = f"cite-{number}-{len(self._marks[number - 1]) + 1}"
        self._marks[number - 1].append(id_)
        return Mark(id_, number)

    def all(self) -> list[Note]:
        """Return the notes in the order of their numbers."""
        return [
            Note(number, tuple(map(self._passage, group)), self._origins(group), tuple(marks))
            for number, (group, marks) in enumerate(
                zip(self._groups, self._marks, strict=True), start=1
            )
        ]

    def _origins(self, group: Sequence[Citation]) -> tuple[str, ...]:
        # An absence is found in the article, and has no witness.
        told = (citation for citation in group if not citation.absent_terms)
        return tuple(map(self.library.origin_name, self.library.origins(told)))

    def _passage(self, citation: Citation) -> CitedPassage:
        source = self.library.sources[citation.key]
        paragraphs = self.library.paragraphs(citation)
        paragraph = paragraphs[0] if paragraphs else None
        # The words to find on the outlet's page: the first pin quote, else the whole paragraph.
        words = ""
        if paragraph:
            words = paragraph.folded.text
        for pin in citation.pins[:1]:
            for candidate in paragraphs:
                if spans := find_quotation(pin, candidate.folded):
                    start, end = candidate.folded.original_span(spans[0][0], spans[-1][1])
                    words, paragraph = fold(candidate.text[start:end]).text, candidate
                    break
        return CitedPassage(
            citation,
            source.id,
            make_reference(source.record),
            _state_label(source),
            str(citation.locator) if citation.locator else "",
            paragraph.number if paragraph else None,
            source.record.url + (f"#{text_fragment(words)}" if words else ""),
        )


def render_notes(notes: Sequence[Note], targets: NoteTargets, uri: str, title: str) -> str:
    """Return the HTML of a page's list of notes, with the form of the card that shows one."""
    return render("notes.html.j2", notes=notes, targets=targets.seen_from(uri), title=title)


def _state_label(source: Source) -> str:
    ownership = source.record.ownership
    return ownership.label if ownership.state else ""
