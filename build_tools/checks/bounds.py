"""Numbers that are bounds of others, or reckoned from them: part of the check of numbers."""

import datetime
from collections.abc import Callable, Iterable, Iterator

from build_tools.english.dates import NAMED_BY_YEAR
from build_tools.english.scope import (
    ABOUT,
    AS_MUCH,
    AT_LEAST,
    AT_MOST,
    BEYOND,
    BOUND,
    DIFFERS_BY,
    FROM_TIME,
    LASTS_LONGER,
    NEARLY,
    REACH,
    TIMES_AS,
)
from build_tools.lexicon.names import Names
from build_tools.sources.library import Passage
from build_tools.text.number_facts import NumberFact, evidence_facts, find_numbers
from build_tools.text.sentences import split_sentences

# A bound says little of a number that is further from it, in times.
_NEAR = 1.5
# Two are compared.
_PAIR = 2
# Of each unit, the facts that are so far apart, and how their values are counted in it.
_TIMES: dict[str, tuple[str, Callable[[str], int]]] = {
    "year": ("year", int),
    "month": ("month", lambda value: 12 * int(value[:4]) + int(value[5:])),
    "day": ("date", lambda value: datetime.date.fromisoformat(value).toordinal()),
}


def is_near_bound(found: NumberFact, text: str, passages: tuple[Passage, ...]) -> bool:
    """Tell whether a number is a near bound of an exact one: "under an hour" of 50 minutes."""
    before = text[max(0, found.start - REACH) : found.start]
    most, least = AT_MOST.search(before), AT_LEAST.search(before)
    kind, size, unit = _parts(found)
    if kind not in ("count", "span") or not (most or least) or not size:
        return False
    for other, there in _numbers_of(passages):
        other_kind, other_size, other_unit = _parts(other)
        if (other_kind, other_unit) != (kind, unit) or _is_bound(other, there):
            continue
        share = other_size / size
        if (most and 1 / _NEAR <= share <= 1) or (least and 1 <= share <= _NEAR):
            return True
    return False


def find_beyond(
    required: tuple[NumberFact, ...], text: str, passages: tuple[Passage, ...]
) -> Iterator[NumberFact]:
    """Find numbers that a text goes beyond, and that the source gives as they are: "over 35"."""
    for found in required:
        before = text[max(0, found.start - REACH) : found.start]
        same = [
            there[max(0, other.start - REACH) : other.start]
            for other, there in _numbers_of(passages)
            if other.fact == found.fact
        ]
        if same and _goes_beyond(before, same):
            yield found


def _goes_beyond(before: str, same: list[str]) -> bool:
    """Tell whether what stands before a number says more than what does in the source."""
    if any(map(BOUND.search, same)):
        # "Over 70" is not nearly so many.
        return bool(NEARLY.search(before)) and all(map(AT_LEAST.search, same))
    if all(map(ABOUT.search, same)):
        # "About 25" is no bound, and "nearly 25" is less.
        less = AT_MOST.search(before) and any(map(NEARLY.search, same))
        return bool(BOUND.search(before)) and not less
    return bool(BEYOND.search(before))


def is_difference(
    found: NumberFact, text: str, passages: tuple[Passage, ...], names: Names
) -> bool:
    """Tell whether a number is by how much two cited ones differ: "five minutes longer".

    Of two sources, the one with more must tell of whoever is said to have more.
    """
    kind, size, unit = _parts(found)
    match = DIFFERS_BY.match(text, found.end)
    if kind not in ("count", "span") or match is None:
        return False
    alike = [
        (there[1], passage)
        for passage in passages
        for there in (_parts(other) for other, _ in _numbers_of((passage,)))
        if there[::2] == (kind, unit)
    ]
    pairs = [(of, beside) for one, of in alike for other, beside in alike if one - other == size]
    if match["less"]:
        pairs = [(beside, of) for of, beside in pairs]
    told = _named(text[: found.start], names)
    return any(not told & (_named_in(beside, names) - _named_in(of, names)) for of, beside in pairs)


def find_turned_lengths(
    text: str, passages: tuple[Passage, ...], names: Names
) -> Iterator[tuple[str, str]]:
    """Find what is said to last longer, or shorter, than another, against the lengths of the two.

    Each of two sources gives one length, and has people whom the other does not have.
    """
    spans = {
        passage.source: {
            size
            for other in passages
            if other.source is passage.source
            for kind, size, unit in (_parts(it) for it, _ in _numbers_of((other,)))
            if (kind, unit) == ("span", "minute")
        }
        for passage in passages
    }
    if len(spans) != _PAIR or not all(len(sizes) == 1 for sizes in spans.values()):
        return
    one, other = spans
    mine, theirs = (_named(it.opening, names) for it in (one, other))
    for match in LASTS_LONGER.finditer(text):
        start = next(first for first, last in split_sentences(text) if match.start() < last)
        before, after = _named(text[start : match.start()], names), _named(match["other"], names)
        in_order = before & (mine - theirs) and after & (theirs - mine)
        turned = before & (theirs - mine) and after & (mine - theirs)
        sizes = [min(spans[it]) for it in ((one, other) if in_order else (other, one))]
        if (in_order or turned) and (sizes[0] > sizes[1]) != bool(match["more"]):
            word = match["which"].split()[-1]
            yield word, f"there it is {sizes[0]:g} and {sizes[1]:g} minutes"


def _named_in(passage: Passage, names: Names) -> frozenset[str]:
    return _named(f"{passage.source.opening} {passage.paragraph.folded.text}", names)


def _named(text: str, names: Names) -> frozenset[str]:
    return frozenset(mention.name for mention in names.mentions(text))


def parts_times(found: NumberFact, text: str, borne_out: set[str]) -> bool:
    """Tell whether so much time lies between two times that are known: "two years earlier"."""
    kind, size, unit = _parts(found)
    read = _TIMES.get(unit)
    if kind != "span" or read is None or not FROM_TIME.match(text, found.end):
        return False
    named, count = read

    def counted(facts: Iterable[str]) -> set[int]:
        parts = (fact.partition(":") for fact in facts)
        return {count(value) for name, _, value in parts if name == named}

    times = counted(borne_out)
    # Where the statement tells one of the two, it is from that one.
    told = counted(evidence_facts(NAMED_BY_YEAR.sub("", text))) & times or times
    return any(abs(one - other) == size for one in told for other in times)


def is_multiple(found: NumberFact, text: str, passages: tuple[Passage, ...]) -> bool:
    """Tell whether one of two cited numbers is so many times the other: "twice as long"."""
    kind, size, _ = _parts(found)
    times = TIMES_AS.get(found.text.lower(), size if kind == "count" else 0)
    if not times or not AS_MUCH.match(text, found.end):
        return False
    sizes = [it for it in (_parts(other) for other, _ in _numbers_of(passages)) if it[1]]
    return any(
        one[::2] == other[::2] and one[1] == times * other[1] for one in sizes for other in sizes
    )


def _parts(number: NumberFact) -> tuple[str, float, str]:
    """Return the kind, the size and the unit of a count or a span; others have no size."""
    kind, _, value = number.fact.partition(":")
    size, _, unit = value.partition(":")
    return kind, float(size) if kind in ("count", "span") else 0.0, unit


def _numbers_of(passages: tuple[Passage, ...]) -> Iterator[tuple[NumberFact, str]]:
    for passage in passages:
        text = passage.paragraph.folded.text
        yield from ((number, text) for number in find_numbers(text))


def _is_bound(number: NumberFact, text: str) -> bool:
    """Tell whether a number is a bound itself: "over 70 years"."""
    before = text[max(0, number.start - REACH) : number.start]
    return bool(AT_MOST.search(before) or AT_LEAST.search(before))
