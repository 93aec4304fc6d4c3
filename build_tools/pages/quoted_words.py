"""The verbatim words of each source that the site shows, counted once however often shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from build_tools.pages.statements import Statement
from build_tools.sources.library import Library
from build_tools.sources.word_uses import find_outlet_uses
from build_tools.text.quotations import find_quotation
from build_tools.text.words import split_words


@dataclass(frozen=True)
class Shown:
    """Words of one quotation in one paragraph: their indices among the paragraph's words.

    Without a statement, a generated page shows them.
    """

    statement: Statement | None
    source_id: str
    paragraph: int
    quotation: str
    words: frozenset[int]


def find_shown(statements: Iterable[Statement], library: Library) -> list[Shown]:
    """Find the quotations and pin quotes of statements in what they cite, and all contexts."""
    contexts = [
        Shown(None, use.source.id, use.paragraph, use.context, use.shown)
        for use in find_outlet_uses(library)
    ]
    return [s for statement in statements for s in _shown_in(statement, library)] + contexts


@lru_cache(maxsize=20_000)
def _shown_in(statement: Statement, library: Library) -> tuple[Shown, ...]:
    shown = []
    quotations = [quotation.text for quotation in statement.quotations]
    for citation in statement.citations:
        for paragraph in library.paragraphs(citation):
            for words in dict.fromkeys([*quotations, *citation.pins]):
                spans = find_quotation(words, paragraph.folded)
                if not spans:
                    continue
                indices = frozenset(
                    index
                    for index, word in enumerate(split_words(paragraph.folded.text))
                    if any(start <= word.start < end for start, end in spans)
                )
                shown.append(Shown(statement, citation.key, paragraph.number, words, indices))
    return tuple(shown)


def count_shown(shown: Iterable[Shown]) -> dict[str, int]:
    """Count the different words shown of each source."""
    places: dict[str, set[tuple[int, int]]] = {}
    for item in shown:
        places.setdefault(item.source_id, set()).update((item.paragraph, i) for i in item.words)
    return {source_id: len(words) for source_id, words in places.items()}
