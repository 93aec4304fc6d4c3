"""Paragraphs of the new source that could add to a statement: another witness, or more of it."""

from collections.abc import Iterator

from build_tools.impact.items import Item, read_at
from build_tools.impact.likeness import Likeness
from build_tools.impact.measures import Measured, measures
from build_tools.impact.newcomer import Newcomer
from build_tools.pages.statements import Statement
from build_tools.sources.articles import Paragraph
from build_tools.text.folding import fold

# So much of a statement, or of a paragraph, must be in the other.
_LIKE = 0.5
# More where there is nothing new, and the two should say the same.
_LIKE_OF_WITNESSES = 0.6


def additions(new: Newcomer, likeness: Likeness) -> tuple[Item, ...]:
    """List paragraphs with the statement most like each, and those with numbers all their own."""
    return tuple(
        item
        for paragraph in new.source.article.paragraphs
        for item in _of(paragraph, new, likeness)
    )


def _of(paragraph: Paragraph, new: Newcomer, likeness: Likeness) -> Iterator[Item]:
    text = paragraph.folded.text
    scored = [
        (likeness(fold(entry.statement.text).text, text), entry.statement) for entry in new.on_event
    ]
    score, nearest = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    only_here = _only_here(paragraph, new)
    told = f"only here: {', '.join(it.words for it in only_here)}" if only_here else ""
    reading = read_at(paragraph, only_here[0].start if only_here else 0)
    if nearest and score >= (_LIKE if told else _LIKE_OF_WITNESSES):
        why = told or _witness(paragraph, nearest, new)
        yield Item(nearest.text, why, reading, (nearest.place,))
    elif only_here and new.partners:
        yield Item("no statement is like it", told, reading)


def _witness(paragraph: Paragraph, statement: Statement, new: Newcomer) -> str:
    origins = new.ledger.library.origins(statement.citations)
    same = not {*origins}.isdisjoint(new.source.record.origins_of([paragraph.number]))
    return f"on the same: {'of the same origin, so no' if same else 'one'} more witness"


def _only_here(paragraph: Paragraph, new: Newcomer) -> tuple[Measured, ...]:
    """Return the numbers and dates of a paragraph that no other report of the event has."""
    known = {
        (what, it.value)
        for source in new.partners.values()
        for other in source.article.paragraphs
        for what, values in measures(other.folded.text).items()
        for it in values
    }
    found = (
        it
        for what, values in measures(paragraph.folded.text).items()
        for it in values
        # The day of the week goes with the day of the report.
        if what != "weekday" and (what, it.value) not in known
    )
    return tuple(sorted(found, key=lambda it: it.start))
