"""Sentences divided into clauses: what one clause states is together in its source."""

from itertools import pairwise

from build_tools.english.clauses import (
    BORDER,
    GOES_ON,
    GOES_ON_WITHOUT_VERB,
    NAMED_BY_BOTH,
    OPENS_WITH_PHRASE,
    PART_BORDER,
    WHICH_INSERTED,
    WHO_DOES,
)
from build_tools.english.order import TELLS_ON
from build_tools.english.relations import is_past
from build_tools.text.words import split_words

# A phrase has so many words, at most, where it may have a verb.
_PHRASE = 9


def with_predicate(sentence: str, spans: list[tuple[int, int]], n: int) -> str:
    """Return the clause `n` with the verb that an inserted phrase parts from it, if it has none.

    Of "The bell, known as the Tenor, was not found" it is "The bell, was not found", and of "he
    did not want to leave it, he said, to the next mayor" its end has the beginning as well. What
    "which" after an insertion says of it belongs to it: "a pact, which, she said, was not signed".
    """
    clause = sentence[slice(*spans[n])]
    if sentence.startswith(WHICH_INSERTED, spans[n][1]):
        return sentence[spans[n][0] :]
    if any(is_past(word.text) or GOES_ON.match(word.text) for word in split_words(clause)):
        return clause
    if n > 1 and GOES_ON_WITHOUT_VERB.match(clause):
        return sentence[slice(*spans[n - 2])] + clause
    later = (sentence[slice(*span)] for span in spans[n + 2 :])
    return clause + next((it for it in later if GOES_ON.match(it)), "")


def split_clauses(sentence: str) -> list[tuple[int, int]]:
    """Return the spans of the clauses of a sentence; together they cover it."""
    spans: list[tuple[int, int]] = []
    start = 0
    borders = {match.end() for match in PART_BORDER.finditer(sentence)}
    borders |= {match.end() for match in NAMED_BY_BOTH.finditer(sentence)}
    for border in sorted(borders):
        spans.append((start, border))
        start = border
    spans.append((start, len(sentence)))
    spans = [(first, last) for first, last in spans if sentence[first:last].strip()]
    if len(spans) > 1 and _opens_with_phrase(sentence, *spans[:2]):
        spans[:2] = [(spans[0][0], spans[1][1])]
    return spans


def _opens_with_phrase(sentence: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Tell whether a sentence opens with a phrase, up to a comma, that belongs to what follows."""
    opening = sentence[slice(*first)]
    if not OPENS_WITH_PHRASE.match(sentence) or not opening.endswith(", "):
        return False
    if BORDER.match(sentence, second[0] - 1):
        return False  # "In June, before they met, they spoke"
    words = split_words(opening)
    if len(words) > _PHRASE and any(is_past(word.text) for word in words):
        return False
    verbs = [match["verb"] for match in WHO_DOES.finditer(opening)]
    return not any(is_past(verb) or GOES_ON.fullmatch(verb) for verb in verbs)


def part_at(sentence: str, place: int) -> tuple[int, int]:
    """Return the span of the part of a sentence that a place is in, which may tell of other things.

    Parts are divided by "; ", and by "while" and the like after a comma.
    """
    borders = [0, *(match.end() for match in TELLS_ON.finditer(sentence)), len(sentence)]
    return next((one, other) for one, other in pairwise(borders) if place < other)
