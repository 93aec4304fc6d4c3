"""Who came after whom in an office, as a text tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_tools.english.succession import (
    AS_WHAT,
    CAME_AFTER,
    EARLIER_FIRST,
    HAD,
    HIS,
    IS_WHAT,
    LATER_FIRST,
    OF_WHOM,
    SUCCESSOR,
    WHOM,
)
from build_tools.lexicon.names import PEOPLE, Mention, Names
from build_tools.text.sentences import split_sentences


@dataclass(frozen=True)
class Succession:
    """Two people, and the span of the words that tell which of them came first."""

    earlier: str
    later: str
    start: int
    end: int

    @property
    def people(self) -> frozenset[str]:
        """Both of them."""
        return frozenset([self.earlier, self.later])


@lru_cache(maxsize=5_000)
def find_successions(text: str, names: Names) -> tuple[Succession, ...]:
    """Return who came after whom in a text."""
    people = [mention for mention in names.mentions(text) if mention.kind == PEOPLE]
    found = [_between(one, other, text) for one, other in pairwise(people)]
    found += [it for other in people for it in _by_pronoun(other, people, text)]
    return tuple(it for it in found if it and it.earlier != it.later)


def _by_pronoun(other: Mention, people: list[Mention], text: str) -> Iterator[Succession]:
    """Yield whose successor somebody may be: "his" may mean any person before them."""
    start = next(first for first, last in split_sentences(text) if other.start < last)
    if match := HIS.search(text, start, other.start):
        for one in (it for it in people if start <= it.start < match.start()):
            later, earlier = (other, one) if match["word"] == SUCCESSOR else (one, other)
            yield Succession(earlier.name, later.name, *match.span("word"))


def _between(one: Mention, other: Mention, text: str) -> Succession | None:
    start, end = one.end, other.start
    if match := LATER_FIRST.fullmatch(text, start, end):
        return Succession(other.name, one.name, *match.span(match.lastgroup or 0))
    if match := EARLIER_FIRST.fullmatch(text, start, end):
        return Succession(one.name, other.name, *match.span(match.lastgroup or 0))
    if WHOM.fullmatch(text, start, end) and (match := CAME_AFTER.match(text, other.end)):
        return Succession(one.name, other.name, *match.span("word"))
    if IS_WHAT.fullmatch(text, start, end) and (match := OF_WHOM.match(text, other.end)):
        later, earlier = (one, other) if match["word"] == SUCCESSOR else (other, one)
        return Succession(earlier.name, later.name, *match.span("word"))
    if HAD.fullmatch(text, start, end) and (match := AS_WHAT.match(text, other.end)):
        later, earlier = (other, one) if match["word"] == SUCCESSOR else (one, other)
        return Succession(earlier.name, later.name, *match.span("word"))
    return None
