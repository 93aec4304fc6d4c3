"""Notes of one page: numbered in document order, shared by citations of the same passage."""

from dataclasses import dataclass, field

from build_tools.citations import Citation
from build_tools.library import Library
from build_tools.references import Reference, make_reference
from build_tools.selectors import find_quotation, text_fragment
from build_tools.typography import fold


@dataclass(frozen=True)
class Note:
    """What a note shows. `paragraph` is the first cited, for the link to the source's page."""

    number: int
    source_id: str
    citation: Citation
    reference: Reference
    locator: str
    paragraph: int | None
    original: str
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """One marker in the text: its own id, and the note it leads to."""

    id: str
    note: int


@dataclass
class Notes:
    """The notes of one page while its citations are numbered."""

    library: Library
    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)
    _citations: list[Citation] = field(default_factory=list)
    _marks: list[list[str]] = field(default_factory=list)

    def mark(self, citation: Citation) -> Mark | None:
        """Number one citation; None where its source does not exist and no note can be made."""
        if citation.key not in self.library.sources:
            return None
        ranges = citation.locator.ranges if citation.locator else ()
        passage = (
            citation.key, ranges, citation.pins, citation.absent_terms,
            citation.prefix, citation.suffix,
        )  # fmt: skip
        number = self._numbers.setdefault(passage, len(self._numbers) + 1)
        if number > len(self._citations):
            self._citations.append(citation)
            self._marks.append([])
        id_ = f"cite-{number}-{len(self._marks[number - 1]) + 1}"
        self._marks[number - 1].append(id_)
        return Mark(id_, number)

    def all(self) -> list[Note]:
        """Return the notes in the order of their numbers."""
        return [
            self._note(number, citation, tuple(marks))
            for number, (citation, marks) in enumerate(
                zip(self._citations, self._marks, strict=True), start=1
            )
        ]

    def _note(self, number: int, citation: Citation, marks: tuple[str, ...]) -> Note:
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
        original = source.record.url + (f"#{text_fragment(words)}" if words else "")
        locator = str(citation.locator) if citation.locator else ""
        number_of = paragraph.number if paragraph else None
        reference = make_reference(source.record)
        return Note(number, source.id, citation, reference, locator, number_of, original, marks)
