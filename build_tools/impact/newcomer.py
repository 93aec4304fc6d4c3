"""A new source beside the site: who else reports its event, and which statements rest on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_tools.ledger import Entry, Ledger
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Source
from build_tools.text.dates import span
from build_tools.text.sentences import split_sentences


@dataclass(frozen=True)
class Sentence:
    """A sentence of the source, with where it begins in its paragraph."""

    paragraph: Paragraph
    start: int
    text: str


@dataclass(frozen=True, eq=False)
class Newcomer:
    """A new source, and the ledger of the site to which it was added."""

    source: Source
    ledger: Ledger

    @cached_property
    def partners(self) -> dict[str, Source]:
        """The other sources by id whose event, by their records, is on a day of this one's."""
        start, end = span(self.source.record.event.date)
        partners = {}
        for id_, other in self.ledger.library.sources.items():
            first, after = span(other.record.event.date)
            if id_ != self.source.id and first < end and start < after:
                partners[id_] = other
        return partners

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the source's paragraphs."""
        return tuple(
            Sentence(paragraph, start, paragraph.folded.text[start:end])
            for paragraph in self.source.article.paragraphs
            for start, end in split_sentences(paragraph.folded.text)
        )

    @cached_property
    def others(self) -> tuple[Entry, ...]:
        """The statements that do not cite the source yet."""
        return tuple(
            entry
            for entry in self.ledger.entries
            if all(citation.key != self.source.id for citation in entry.statement.citations)
        )

    @cached_property
    def on_event(self) -> tuple[Entry, ...]:
        """Those of them that cite a passage of a source on the same event."""
        return tuple(
            entry
            for entry in self.others
            if any(it.locator and it.key in self.partners for it in entry.statement.citations)
        )

    def outlets(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names by which the outlets of some sources are called."""
        names = dict.fromkeys(self.ledger.library.sources[id_].record.outlet for id_ in ids)
        for forms in self.ledger.library.names.file.outlets:
            if not names.keys().isdisjoint(forms):
                names |= dict.fromkeys(forms)
        return tuple(names)
