"""Runs of neighbouring words of a paragraph, by their indices: where one may begin and end."""

from collections.abc import Container, Iterable
from functools import lru_cache
from itertools import pairwise

from build_tools.english.governors import DENYING
from build_tools.english.stems import plain
from build_tools.expressions import expression
from build_tools.text.words import EMPTY_WORDS, Word, split_words

# How much better a run is for beginning, or for ending, where a clause or a phrase may.
_CLAUSE, _PHRASE = 1.55, 1.35
# What ends a clause, between two words.
_MARK = expression(r"[,.;:?!()\[\]\"]|(?<= )-|-(?= )")
# A sentence, a speech or an insertion begins or ends here: a run to be shown holds no part of two.
_DIVIDER = expression(r'["();\[\]]|[.?!] ')


@lru_cache(maxsize=20_000)
def borders(text: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Say of each word of a paragraph how well an extract begins with it, and ends with it."""
    words = split_words(text)
    # A word that denies tells much.
    empty = [plain(w.text) in EMPTY_WORDS and not DENYING.fullmatch(w.text) for w in words]
    # Between each word and the next, those before the first and after the last included.
    gaps = [". ", *(_between(text, a, b) for a, b in pairwise(words)), ". "]
    # A name, what a hyphen or a stop joins, and a number with what it counts stay whole.
    tight = [gap in ("-", ".") for gap in gaps]
    for index, (one, other) in enumerate(pairwise(words), start=1):
        named = one.text[0].isupper() and other.text[0].isupper()
        tight[index] |= gaps[index] == " " and (named or one.text[-1].isdigit())

    # A word that a mark parts from the rest says nothing there.
    def quality(index: int, border: int, other: int, neighbour: int) -> float:
        if tight[border]:
            return 0
        if _MARK.search(gaps[border]):
            return _CLAUSE
        if empty[index] or _MARK.search(gaps[other]):
            return 0
        return _PHRASE if empty[neighbour] else 1

    last = len(words) - 1
    begins = tuple(quality(i, i, i + 1, max(i - 1, 0)) for i in range(len(words)))
    ends = tuple(quality(i, i + 1, i, min(i + 1, last)) for i in range(len(words)))
    return begins, ends


@lru_cache(maxsize=20_000)
def divided(text: str) -> frozenset[int]:
    """Return which words of a paragraph a divider parts from the word before."""
    pairs = enumerate(pairwise(split_words(text)), start=1)
    return frozenset(i for i, (one, other) in pairs if _DIVIDER.search(_between(text, one, other)))


def _between(text: str, one: Word, other: Word) -> str:
    """Return what stands between two words; the stop of an abbreviation ends nothing."""
    gap = text[one.end : other.start]
    return " " if gap == ". " and other.text[0].islower() else gap


def runs_in(indices: Iterable[int]) -> tuple[range, ...]:
    """Return the runs of neighbours among some numbers, in order."""
    return joined(range(index, index + 1) for index in indices)


def joined(runs: Iterable[range], apart: Container[int] = ()) -> tuple[range, ...]:
    """Join runs that overlap, and those that touch unless the second begins with one of `apart`."""
    found: list[range] = []
    for run in sorted(runs, key=lambda run: run.start):
        last = found[-1] if found else range(-1, -1)
        if run.start < last.stop or (run.start == last.stop and run.start not in apart):
            found[-1] = range(last.start, max(last.stop, run.stop))
        else:
            found.append(run)
    return tuple(found)
