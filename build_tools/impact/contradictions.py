"""Numbers, dates and people of statements on the event, where the new source has others."""

from collections.abc import Iterator

from build_tools.impact.items import Item, Reading, join_alike, read_at
from build_tools.impact.likeness import Likeness
from build_tools.impact.measures import measures
from build_tools.impact.newcomer import Newcomer, Sentence
from build_tools.ledger import Entry
from build_tools.lexicon.names import PEOPLE
from build_tools.text.folding import fold

# So much of a sentence must be in a statement for their numbers to be on the same matter.
_LIKE = 0.5
# Where two people do the same, more of it must be the same: people do much that is alike.
_LIKE_OF_PEOPLE = 0.6
# What calls and talks last is given in minutes, whatever else is said in that sentence.
_LENGTH = "minute"


def contradictions(new: Newcomer, likeness: Likeness) -> tuple[Item, ...]:
    """List statements on the event for which the new source has another number, date or person."""
    found = [
        (score, item)
        for entry in new.on_event
        for sentence in new.sentences
        for score, item in _between(new, entry, sentence, likeness)
    ]
    found.sort(key=lambda pair: -pair[0])
    return join_alike(item for _, item in found)


def _between(
    new: Newcomer, entry: Entry, sentence: Sentence, likeness: Likeness
) -> Iterator[tuple[float, Item]]:
    """Yield what a statement and a sentence say differently, with how like they are else."""
    text = fold(entry.statement.text).text
    score = likeness(text, sentence.text)
    here, there = measures(text), measures(sentence.text)
    for what in sorted(here.keys() & there.keys()):
        ours, theirs = here[what], there[what]
        apart = {it.value for it in ours}.isdisjoint(_values(new, what))
        # Of several years a statement gives a range, or compares events.
        alike = len(ours) == 1 and score >= _LIKE
        if apart and (what == _LENGTH or alike):
            reading = read_at(sentence.paragraph, sentence.start + theirs[0].start)
            yield score + 1, _item(entry, ours[0].words, theirs[0].words, reading)
    ours_named, theirs_named = _people(new, text), _people(new, sentence.text)
    apart = ours_named.keys().isdisjoint(theirs_named)
    if ours_named and theirs_named and apart and score >= _LIKE_OF_PEOPLE:
        start = next(iter(theirs_named.values()))
        reading = read_at(sentence.paragraph, sentence.start + start)
        yield score, _item(entry, " and ".join(ours_named), " and ".join(theirs_named), reading)


def _item(entry: Entry, ours: str, theirs: str, reading: Reading) -> Item:
    statement = entry.statement
    return Item(statement.text, f"here {ours}, there {theirs}", reading, (statement.place,))


def _values(new: Newcomer, what: str) -> set[str]:
    """Return all values of a kind that the new source has anywhere, relative dates resolved."""
    source, values = new.source, set()
    for paragraph in source.article.paragraphs:
        values |= {it.value for it in measures(paragraph.folded.text).get(what, ())}
        facts = source.facts(paragraph) | source.context_facts
        values |= {fact.removeprefix(f"{what}:") for fact in facts if fact.startswith(f"{what}:")}
    return values


def _people(new: Newcomer, text: str) -> dict[str, int]:
    """Return the people named in a text, each with the offset of the first mention."""
    found: dict[str, int] = {}
    for mention in new.source.names.mentions(text):
        if mention.kind == PEOPLE:
            found.setdefault(mention.name, mention.start)
    return found
