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
    """List paragraphs with the statement most like each, and those with numbers all their own.

    The most telling comes first: new numbers, and among them those of a statement on the matter.
    """
    known = _known(new)
    found: list[tuple[bool, float, Item]] = []
    for paragraph in new.source.article.paragraphs:
        measured = _measured(paragraph)
        only_here = [it for key, it in measured.items() if key not in known]
        found += _of(paragraph, only_here, new, likeness)
        known |= measured.keys()
    found.sort(key=lambda it: (not it[0], -it[1]))
    return tuple(item for _, _, item in found)


def _known(new: Newcomer) -> set[tuple[str, str]]:
    """Return the numbers and dates of the other reports of the event, and the years of all."""
    return {
        key
        for source in new.ledger.library.sources.values()
        if source is not new.source
        for paragraph in source.article.paragraphs
        for key in _measured(paragraph)
        if source.id in new.partners or key[0] == "year"
    }


def _measured(paragraph: Paragraph) -> dict[tuple[str, str], Measured]:
    """Return the numbers and dates of a paragraph by what they measure, and their value."""
    return {
        (what, it.value): it
        for what, values in measures(paragraph.folded.text).items()
        for it in values
        # The day of the week goes with the day of the report.
        if what != "weekday"
    }


def _of(
    paragraph: Paragraph, only_here: list[Measured], new: Newcomer, likeness: Likeness
) -> Iterator[tuple[bool, float, Item]]:
    """Yield what a paragraph adds, with whether it has new numbers and how like a statement it is.

    What says the same by the same origin adds nothing.
    """
    text = paragraph.folded.text
    scored = [
        (likeness(fold(entry.statement.text).text, text), entry.statement) for entry in new.on_event
    ]
    score, nearest = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    told = f"only here: {', '.join(it.words for it in only_here)}" if only_here else ""
    reading = read_at(paragraph, min((it.start for it in only_here), default=0))
    if nearest and score >= (_LIKE if told else _LIKE_OF_WITNESSES):
        if told or _is_witness(paragraph, nearest, new):
            why = told or "on the same: one more witness"
            yield bool(told), score, Item(nearest.text, why, reading, (nearest.place,))
    elif told and new.partners:
        yield True, score, Item("", told, reading)


def _is_witness(paragraph: Paragraph, statement: Statement, new: Newcomer) -> bool:
    """Whether a paragraph is of another origin than those that a statement rests on."""
    origins = new.ledger.library.origins(statement.citations)
    return {*origins}.isdisjoint(new.source.record.origins_of([paragraph.number]))
