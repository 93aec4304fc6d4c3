"""Notes of one page: one for each group of citations, numbered in document order.

A group that repeats the same citations, in the same order, shares the note of the first. How a note
names an article, with its date, is in `sources/references.py`; the HTML, in `notes.html.j2`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from posixpath import dirname, relpath

from build_tools.files.repository import Repository
from build_tools.pages.account import stand_ins_in, witnesses
from build_tools.pages.statements import Statement
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library, Passage, Source
from build_tools.sources.references import Reference, make_reference
from build_tools.syntax.citations import Citation
from build_tools.templating import render
from build_tools.text.quotations import find_quotation, text_fragment

# What a group of citations shows, by which groups are alike.
Group = tuple[tuple[object, ...], ...]


@dataclass(frozen=True)
class StoodFor:
    """Words of a statement, and the words of an article for which they stand."""

    ours: str
    theirs: str


@dataclass(frozen=True)
class CitedPassage:
    """What a note shows of one citation.

    `ownership` is the label of state media, else empty. `paragraphs` are the numbers of those
    cited, and `original` the publisher's address at the words of each, of which `likely` says that
    nobody has confirmed it.
    """

    citation: Citation
    source_id: str
    reference: Reference
    ownership: str
    locator: str
    paragraphs: tuple[int, ...]
    original: str
    likely: bool
    stand_ins: tuple[StoodFor, ...]


@dataclass(frozen=True)
class Note:
    """What a note shows: its citations, who first gathered their news, and where it is used.

    `statements` are the ids of those that rest on it. `agree` says that each origin bears all of
    them out by itself; else each bears a part, or they tell of a difference.
    """

    number: int
    passages: tuple[CitedPassage, ...]
    origins: tuple[str, ...]
    marks: tuple[str, ...]
    statements: tuple[str, ...]
    agree: bool = True


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
    _numbers: dict[Group, int] = field(default_factory=dict)
    _groups: list[list[Citation]] = field(default_factory=list)
    _marks: list[list[str]] = field(default_factory=list)
    _statements: dict[Group, list[Statement]] = field(default_factory=lambda: defaultdict(list))

    def rest(self, statement: Statement, citations: Sequence[Citation]) -> None:
        """Record that a statement rests on a group of citations, with a mark of its own or not."""
        self._statements[_group(self._known(citations))].append(statement)

    def mark(self, citations: Sequence[Citation]) -> Mark | None:
        """Number a group of citations; None where none of its sources exists to make a note of.

        A citation whose source does not exist is left out of the note.
        """
        known = self._known(citations)
        if not known:
            return None
        number = self._numbers.setdefault(_group(known), len(self._numbers) + 1)
        if number > len(self._groups):
            self._groups.append(known)
            self._marks.append([])
        id_ = f"cite-{number}-{len(self._marks[number - 1]) + 1}"
        self._marks[number - 1].append(id_)
        return Mark(id_, number)

    def all(self) -> list[Note]:
        """Return the notes in the order of their numbers."""
        notes = []
        for number, (known, marks) in enumerate(
            zip(self._groups, self._marks, strict=True), start=1
        ):
            statements = self._statements[_group(known)]
            passages = tuple(self._passage(citation, statements) for citation in known)
            ids = tuple(dict.fromkeys(statement.id for statement in statements))
            origins = self._origins(known)
            agree = all(
                len(witnesses(statement, self.library)) == len(origins) for statement in statements
            )
            notes.append(Note(number, passages, origins, tuple(marks), ids, agree))
        return notes

    def _known(self, citations: Sequence[Citation]) -> list[Citation]:
        return [citation for citation in citations if citation.key in self.library.sources]

    def _origins(self, group: Sequence[Citation]) -> tuple[str, ...]:
        # An absence is found in the article, and has no witness.
        told = (citation for citation in group if not citation.absent_terms)
        return tuple(map(self.library.origin_name, self.library.origins(told)))

    def _passage(self, citation: Citation, statements: Sequence[Statement]) -> CitedPassage:
        source = self.library.sources[citation.key]
        paragraphs = self.library.paragraphs(citation)
        page = source.article.text
        words = [_words_to_find(citation, one, page) for one in paragraphs]
        fragment = text_fragment(*words, page=page)
        return CitedPassage(
            citation,
            source.id,
            make_reference(source.record),
            _state_label(source),
            str(citation.locator) if citation.locator else "",
            tuple(paragraph.number for paragraph in paragraphs),
            source.record.url + (f"#{fragment}" if fragment else "") if source.record.url else "",
            "URL" in source.record.unknown,
            tuple(self._stood_for(source, paragraphs, statements)),
        )

    def _stood_for(
        self, source: Source, paragraphs: Sequence[Paragraph], statements: Sequence[Statement]
    ) -> Iterable[StoodFor]:
        """Return the stand-ins that statements use for words of some paragraphs, each once."""
        found: dict[StoodFor, None] = {}
        for paragraph in paragraphs:
            for statement in statements:
                for entry, span in stand_ins_in(
                    statement, self.library, Passage(source, paragraph)
                ):
                    start, end = paragraph.folded.original_span(*span)
                    found[StoodFor(entry.ours, paragraph.text[start:end])] = None
        return found


def _group(citations: Sequence[Citation]) -> Group:
    return tuple(citation.shown for citation in citations)


def _words_to_find(citation: Citation, paragraph: Paragraph, page: str) -> str:
    """Return the words to find on the outlet's page: a pin quote, else the whole paragraph.

    A browser stops at the first words that fit, so a pin that the page has twice finds nothing.
    """
    for pin in citation.pins:
        if spans := find_quotation(pin, paragraph.folded):
            start, end = paragraph.folded.original_span(spans[0][0], spans[-1][1])
            words = paragraph.text[start:end]
            return words if page.lower().count(words.lower()) == 1 else paragraph.text
    return paragraph.text


def render_notes(notes: Sequence[Note], targets: NoteTargets, uri: str, title: str) -> str:
    """Return the HTML of a page's list of notes, with the form of the card that shows one."""
    return render("notes.html.j2", notes=notes, targets=targets.seen_from(uri), title=title)


def _state_label(source: Source) -> str:
    ownership = source.record.ownership
    return ownership.label if ownership.state else ""
