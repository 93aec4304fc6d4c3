"""What is denied on a page and not in the new source, or there and not on the page."""

import re

from build_tools.english.governors import CLAUSE_END
from build_tools.english.negation import DENIAL, NEGATION, REFUSAL
from build_tools.expressions import expression
from build_tools.impact.items import Item, join_alike, read_at
from build_tools.impact.likeness import Likeness
from build_tools.impact.newcomer import Newcomer
from build_tools.text.folding import fold
from build_tools.text.words import EMPTY_WORDS, content_stems, split_words

# What is denied begins within so many words after what denies it.
_REACH = 4
# So much of a sentence must be in a statement for the two to be on the same matter.
_LIKE = 0.5
_DENYING = expression(rf"{NEGATION.pattern}|\b(?:{REFUSAL})\w*", re.IGNORECASE)


def denials(new: Newcomer, likeness: Likeness) -> tuple[Item, ...]:
    """List statements on the event that deny what the new source says, or say what it denies.

    No meaning is weighed: the two are alike, and the first word that is denied is in both.
    """
    found = []
    for entry in new.on_event:
        statement, text = entry.statement, fold(entry.statement.text).text
        for sentence in new.sentences:
            if likeness(text, sentence.text) < _LIKE:
                continue
            ours = _denied_alone(text, sentence.text)
            theirs = _denied_alone(sentence.text, text)
            if ours:
                why, at = f"here “{ours[0]}”, there it is not denied", 0
            elif theirs:
                why, at = f"there “{theirs[0]}”, here it is not denied", theirs[1]
            else:
                continue
            reading = read_at(sentence.paragraph, sentence.start + at)
            found.append(Item(statement.text, why, reading, (statement.place,)))
    return join_alike(found)


def _denied_alone(one: str, other: str) -> tuple[str, int] | None:
    """Return words by which one text denies what another says without denying anything."""
    if NEGATION.search(other) or DENIAL.search(other):
        return None
    there = content_stems(other)
    words = split_words(one)
    for denying in _DENYING.finditer(one):
        end = CLAUSE_END.search(one, denying.end())
        stop = end.start() if end else len(one)
        reached = [it for it in words if denying.end() <= it.start < stop][:_REACH]
        denied = next((it for it in reached if it.text.lower() not in EMPTY_WORDS), None)
        if denied and denied.stem in there:
            return one[denying.start() : denied.end], denying.start()
    return None
