"""Who came after whom in an office, as a text tells it."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_tools.english.succession import (
    AS_WHAT,
    CAME_AFTER,
    EARLIER_FIRST,
    HAD,
    IS_WHAT,
    LATER_FIRST,
    OF_WHOM,
    SUCCESSOR,
    WHOM,
)
from build_tools.lexicon.names import PEOPLE, Mention, Names


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
    found = (_between(one, other, text) for one, other in pairwise(people))
    return tuple(it for it in found if it and it.earlier != it.later)


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
