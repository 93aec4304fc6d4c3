"""What says the opposite: words that contradict each other, and words that a text denies."""

from build_tools.english.governors import CLAUSE_END, DENYING, HINDERING, governing
from build_tools.english.negation import (
    BEFORE_DENIED,
    DENIAL,
    NEGATION,
    NO_VERBS,
    REFUSING,
    not_before,
)
from build_tools.english.relations import base_stems, contrary_keys, keys
from build_tools.english.stems import plain
from build_tools.english.verbs import DIFFERING
from build_tools.text.words import split_words

# Words of ours with one of these have kept a denial.
_KEEPING = (NEGATION, DENIAL, DENYING, HINDERING)

# So many words may stand between a word and what denies it.
_NEAR = 2


def is_opposed(word: str, other: str) -> bool:
    """Tell whether two words contradict each other, by themselves or by a word of their families.

    So "unwilling" contradicts "willingness".
    """
    return not keys(word) & keys(other) and any(
        contrary_keys(one) & (base_stems(two) | keys(two))
        for one, two in ((word, other), (other, word))
    )


def contraries(ours: str, theirs: str) -> tuple[str, str] | None:
    """Return a word of ours and one of theirs that contradict each other; None without any.

    Families are left out: to break the law is illegal.
    """
    for word in split_words(ours):
        for other in split_words(theirs):
            one = keys(word.text) & keys(other.text)
            if contrary_keys(word.text) & base_stems(other.text) and not one:
                return word.text, other.text
    return None


def refuses_alone(ours: str, theirs: str) -> bool:
    """Tell whether one of two phrases refuses, and the other does nothing of the kind."""
    one, other = (theirs, ours) if REFUSING.search(theirs) else (ours, theirs)
    if not REFUSING.search(one) or keeps_denial(other) or DIFFERING.search(other):
        return False
    sides = [
        frozenset[str]().union(*(contrary_keys(word.text) for word in split_words(text)))
        for text in (one, other)
    ]
    return not sides[0] & sides[1]


def keeps_denial(text: str) -> bool:
    """Tell whether a text denies something, in whatever words."""
    return any(pattern.search(text) for pattern in _KEEPING)


def denied_by(text: str, position: int) -> str:
    """Return what denies the word at `position` of a text, or nothing.

    Who failed to settle a quarrel has one; and what is denied in turn denies nothing: a quarrel
    "has not prevented" trade.
    """
    *_, last = None, *DENYING.finditer(text, 0, position)
    if last is None or CLAUSE_END.search(text, last.end(), position):
        return ""
    between = text[last.end() : position].split()
    beside = last[0].lower() in NO_VERBS or all(plain(word) in BEFORE_DENIED for word in between)
    turned = any(
        not_before(word).search(text, 0, position) for word in governing(text, position, DENIAL)
    )
    return last[0] if beside and len(between) <= _NEAR and not turned else ""
