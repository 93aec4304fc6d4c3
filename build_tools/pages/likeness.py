"""Which statement of before is most likely which of now, by its words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

# From this likeness on, two wordings are one statement before and after; of 100.
_ALIKE = 60


@dataclass(frozen=True)
class Worded:
    """What tells a statement: the path of its page below docs, its words, the ids that it cites."""

    page: str
    text: str
    sources: frozenset[str]


def most_alike(
    now: Mapping[int, Worded], before: Mapping[int, Worded]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of like wording, the likest first; on one page before across pages.

    Across pages they cite the same sources: many a cell of a table says the same of another.
    """
    scored = [
        (one.page == other.page, score, -index, -place)
        for index, one in now.items()
        for place, other in before.items()
        if (one.page == other.page or one.sources == other.sources)
        and (score := fuzz.ratio(one.text, other.text, score_cutoff=_ALIKE))
    ]
    for _, _, index, place in sorted(scored, reverse=True):
        yield -index, -place
