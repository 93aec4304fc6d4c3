"""The verbatim words of each source that the site shows, counted once however often shown."""

from collections.abc import Iterable, Sequence

from build_tools.pages.account import stand_ins_in
from build_tools.pages.remembered import remembered
from build_tools.pages.statements import PageEvidence, Shown, Statement
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library
from build_tools.sources.word_uses import find_outlet_uses
from build_tools.text.quotations import find_quotation
from build_tools.text.words import split_words


def find_shown(pages: Iterable[PageEvidence], library: Library) -> list[Shown]:
    """Find all words of articles that pages show, which know them, and the counts of words."""
    counted = (
        Shown(None, use.source_id, use.paragraph, use.term, use.shown)
        for use in find_outlet_uses(library)
    )
    return [*(shown for page in pages for shown in page.shown), *counted]


def find_shown_by(statements: Sequence[Statement], library: Library) -> list[Shown]:
    """Find the words of articles that statements and their notes show."""
    noted = statements if library.stand_ins.entries else ()
    notes = (shown for statement in noted for shown in _replaced_by(statement, library))
    return [*find_quoted(statements, library), *notes]


def find_quoted(statements: Iterable[Statement], library: Library) -> list[Shown]:
    """Find the quotations and pin quotes of statements in what they cite."""
    quoting = (it for it in statements if it.quotations or any(c.pins for c in it.citations))
    return [shown for statement in quoting for shown in _quoted_by(statement, library)]


@remembered
def _quoted_by(statement: Statement, library: Library) -> tuple[Shown, ...]:
    shown = []
    quotations = [quotation.text for quotation in statement.quotations]
    for citation in statement.citations:
        for paragraph in library.paragraphs(citation):
            for words in dict.fromkeys([*quotations, *citation.pins]):
                if spans := find_quotation(words, paragraph.folded):
                    found = _indices(spans, paragraph)
                    shown.append(Shown(statement, citation.key, paragraph.number, words, found))
    return tuple(shown)


@remembered
def _replaced_by(statement: Statement, library: Library) -> tuple[Shown, ...]:
    """Find the words for which a statement has others: its note shows both."""
    return tuple(
        Shown(
            None,
            passage.source.id,
            passage.paragraph.number,
            entry.theirs,
            _indices([span], passage.paragraph),
        )
        for passage in library.passages(statement.citations)
        for entry, span in stand_ins_in(statement, library, passage)
    )


def _indices(spans: Iterable[tuple[int, int]], paragraph: Paragraph) -> frozenset[int]:
    """Return which words of a paragraph are in some spans of its folded text."""
    return frozenset(
        index
        for index, word in enumerate(split_words(paragraph.folded.text))
        if any(start <= word.start < end for start, end in spans)
    )


def count_shown(shown: Iterable[Shown]) -> dict[str, int]:
    """Count the different words shown of each source."""
    places: dict[str, set[tuple[int, int]]] = {}
    for item in shown:
        places.setdefault(item.source_id, set()).update((item.paragraph, i) for i in item.words)
    return {source_id: len(words) for source_id, words in places.items()}
