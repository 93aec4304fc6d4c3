"""Phrases that say as one what their words do not say apart: "take place", "give up"."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from build_tools.english.relations import bases, contrary_keys, keys, read_list
from build_tools.english.stems import plain

_BAR, _GAP = "|", "..."
# So many words may stand where a phrase has a gap.
_MOST_BETWEEN = 4
# The ends of phrases that say something even where none of their words does by itself: "give up".
_TELLING_ENDS = frozenset("up back off out about down away over together terms".split())


@dataclass(frozen=True)
class Phrase:
    """A phrase found: the places of its words in a list, and the keys of what says the same.

    `contrary` are the stems of what says the contrary. Without keys a phrase states nothing; one
    with a telling end says something even where none of its words does by itself: "give up".
    """

    places: tuple[int, ...]
    keys: frozenset[str]
    contrary: frozenset[str] = frozenset()
    with_telling_end: bool = False


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Phrase]]]:
    """Map the first word of each phrase to the others, with what it says."""
    found: dict[str, list[tuple[tuple[str, ...], Phrase]]] = defaultdict(list)
    for line in read_list("phrases.txt"):
        bar = line.index(_BAR)
        first, *others = line[:bar]
        equals = line[bar + 1 :]
        same = frozenset(key for word in equals for key in keys(word))
        if equals:
            same |= {" ".join(line[:bar])}
        contrary = frozenset(key for word in equals for key in contrary_keys(word))
        phrase = Phrase((), same, contrary, bool(same) and others[-1] in _TELLING_ENDS)
        found[first].append((tuple(others), phrase))
    return found


@lru_cache(maxsize=20_000)
def find_phrases(words: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Find the phrases in the words of a text, in any of their forms."""
    found = []
    for place, word in enumerate(words):
        for base in bases(word) & _phrases().keys():
            for others, phrase in _phrases()[base]:
                if places := _follow(others, place, words):
                    found.append(replace(phrase, places=places))
    return tuple(found)


def _follow(others: tuple[str, ...], place: int, words: tuple[str, ...]) -> tuple[int, ...]:
    """Return the places of a whole phrase whose first word is at `place`; empty without it."""
    places, between = [place], 0
    for other in others:
        if other == _GAP:
            between = _MOST_BETWEEN
            continue
        reach = range(places[-1] + 1, min(places[-1] + 2 + between, len(words)))
        at = next((at for at in reach if other in bases(words[at]) | {plain(words[at])}), None)
        if at is None:
            return ()
        places.append(at)
        between = 0
    return tuple(places)
