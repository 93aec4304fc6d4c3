"""Numbers, dates and durations in a text, as facts that can be compared.

A fact is a short string, such as `count:20`, `span:20:minute`, `share:2:4` ("two of the four"),
`date:2020-09-29`, `day:09-29`, `month:2020-09`, `year:2020` or `decade:1970`. Words and digits give
the same facts. A text asks for its most specific facts; as evidence it also gives the general
ones, so that "29 September 2020" bears out "in September 2020".
"""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.english.dates import (
    ALSO_VERBS,
    BEFORE_MONTH,
    BEFORE_YEAR,
    DECADES,
    JOINS_DAYS,
    MONTH,
    MONTHS,
    MONTHS_OF_PART,
    NAMED_BY_YEAR,
    OF_THAT_MONTH,
    PART_OF_YEAR,
    RANGES,
    SURE_MONTH,
    WEEKDAY,
    WEEKDAYS,
    YEAR_SHIFT,
)
from build_tools.english.days import THIS_DAY, THIS_MONTH, THIS_YEAR
from build_tools.english.numerals import (
    COUNT_WORD,
    HALF,
    LOOSE,
    NUMBERS,
    OF_WHOLE,
    ONE,
    ORDINAL_ENDING,
    ORDINALS,
    SOME_DAY,
    SPANS,
    THE_TWO,
    UNITS,
)
from build_tools.english.scope import LASTS_LONGER
from build_tools.expressions import expression

_MONTH = rf"(?P<month>{MONTH})"
_DAY = rf"(?P<day>\d{{1,2}}){ORDINAL_ENDING}?"
_OTHER_DAY = rf"(?:\s*(?P<joint>{JOINS_DAYS})\s*(?P<other>\d{{1,2}}){ORDINAL_ENDING}?)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
DATE = expression(rf"\b{_DAY}{_OTHER_DAY}{BEFORE_MONTH}{_MONTH}{_YEAR}(?!\w)")
US_DATE = expression(rf"\b{_MONTH}\s+{_DAY}{_OTHER_DAY}(?!\d){_YEAR}(?!\d)")
_MONTHDAY = expression(rf"\b(?P<day>\d{{1,2}}){ORDINAL_ENDING}{OF_THAT_MONTH}\b")
_MONTH_YEAR = expression(rf"\b{_MONTH}(?:{BEFORE_YEAR}(?P<year>\d{{4}}))?(?!\w)")
_DECADE = expression(r"\b(?P<decade>\d{3}0)s\b")
_DECADE_WORD = expression(
    rf"\b(?P<word>{'|'.join(DECADES)})\b|['’](?P<digit>[2-9])0s\b", re.IGNORECASE
)
# A hyphen after a letter makes a name, as "COVID-19"; after a digit, a range.
_APART = r"(?<![\w.])(?<![^\W\d]-)"
_YEAR_ALONE = expression(rf"{_APART}(?<!,)(?P<year>1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_WHOLE = rf"{OF_WHOLE}(?P<whole>\d+|{COUNT_WORD})\b"
_NUMBER = rf"(?P<number>\d[\d,]*(?:\.\d+)?|{COUNT_WORD}|{ONE}(?=[\s-](?:{'|'.join(UNITS)})))"
_SPAN_UNIT = rf"(?:[\s-]+(?P<unit>{'|'.join(UNITS)})s?\b|\s?(?P<percent>%))?"
_COUNT = expression(rf"{_APART}(?:\$\s?)?{_NUMBER}(?!\w){_SPAN_UNIT}", re.IGNORECASE)
_SHARE = expression(rf"\s++{_WHOLE}", re.IGNORECASE)
_ONE_OF = expression(rf"\b{ONE}\s+{_WHOLE}", re.IGNORECASE)
_HALF_OF = expression(rf"\b{HALF}\s+{_WHOLE}", re.IGNORECASE)
_ISO_DATE = expression(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_SPAN = expression(rf"\b(?:{'|'.join(sorted(SPANS, key=len, reverse=True))})\b", re.IGNORECASE)
_ORDINAL = expression(
    rf"\b(?P<word>{'|'.join(ORDINALS)})\b|\b(?P<digits>\d+){ORDINAL_ENDING}\b", re.IGNORECASE
)


@dataclass(frozen=True)
class NumberFact:
    """A number found at `text[start:end]`: the fact it asks for, and the more general ones."""

    fact: str
    general: tuple[str, ...]
    text: str
    start: int
    end: int


# A fact with the more general ones that it bears out.
Pair = tuple[str, tuple[str, ...]]


@lru_cache(maxsize=5_000)
def find_numbers(text: str) -> tuple[NumberFact, ...]:
    """Find every number, date, duration and weekday in a text, in order."""
    facts: list[NumberFact] = []
    taken = [False] * (len(text) + 1)
    for match in SOME_DAY.finditer(text):
        taken[slice(*match.span())] = [True] * len(match[0])
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = [True] * (end - start)
            facts += [
                NumberFact(fact, general, match[0].strip(), start, end)
                for fact, general in read(match)
            ]
    facts += _shifted_years(text, facts)
    return tuple(sorted(facts, key=lambda fact: fact.start))


def _shifted_years(text: str, facts: list[NumberFact]) -> Iterator[NumberFact]:
    """Yield the years that are told from the one before: "in 1912, and a year later"."""
    # What a pact is called by its year tells no time.
    naming = {at for match in NAMED_BY_YEAR.finditer(text) for at in range(*match.span())}
    for match in YEAR_SHIFT.finditer(text):
        before = [
            (fact.end, told[5:])
            for fact in facts
            for told in (fact.fact, *fact.general)
            if told[:5] == "year:" and fact.end <= match.start() and fact.start not in naming
        ]
        if before:
            year = int(max(before)[1])
            year += 1 if match["later"] else -1
            yield NumberFact(f"year:{year}", (), match[0], *match.span())


@lru_cache(maxsize=5_000)
def number_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of all that is read as a number, "the two" for two people included."""
    pronouns = (match.span() for match in THE_TWO.finditer(text))
    return (*((fact.start, fact.end) for fact in find_numbers(text)), *pronouns)


def spans_of_dates(facts: frozenset[str]) -> list[tuple[str, str]]:
    """Return the first and the last day of each date, month and year, in order, as ISO 8601 writes.

    Of a date the month and the year that it bears out are no times of their own.
    """
    values = sorted(
        value
        for kind, _, value in (fact.partition(":") for fact in facts)
        if kind in ("date", "month", "year")
    )
    own = [it for it in values if not any(other.startswith(f"{it}-") for other in values)]
    # No month has more days: as texts they compare alike.
    return [(it + "-01-01"[len(it) - 4 :], it + "-12-31"[len(it) - 4 :]) for it in own]


def borne_out_parts(text: str, facts: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of parts of years that have one of some months: "late 2018"."""
    for match in PART_OF_YEAR.finditer(text):
        months = MONTHS_OF_PART[match["part"].lower()]
        if any(f"month:{match['year']}-{month:02}" in facts for month in months):
            yield match.span()


def compared_lengths(text: str, facts: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of what tells which of two lasted longer, where facts have two lengths."""
    lengths = [fact for fact in facts if fact.startswith("span:") and fact.endswith(":minute")]
    if len(lengths) > 1:
        yield from (match.span("which") for match in LASTS_LONGER.finditer(text))


@lru_cache(maxsize=5_000)
def unread_numbers(text: str) -> tuple[str, ...]:
    """Return the words with a digit, or another numeral, that yield no fact.

    A number of unknown form is thus reported, never passed over.
    """
    read = {at for fact in find_numbers(text) for at in range(fact.start, fact.end)}
    return tuple(
        word[0]
        for word in re.finditer(r"\S+", text)
        if any(text[at].isnumeric() and at not in read for at in range(*word.span()))
    )


@lru_cache(maxsize=5_000)
def evidence_facts(text: str) -> frozenset[str]:
    """Return every fact that a text bears out, the general ones included."""
    return frozenset(fact for found in find_numbers(text) for fact in (found.fact, *found.general))


def day_facts(day: datetime.date) -> frozenset[str]:
    """Return the facts that a calendar day bears out."""
    return frozenset(
        [
            f"date:{day.isoformat()}", f"day:{day:%m-%d}", f"weekday:{WEEKDAYS[day.weekday()]}",
            f"monthday:{day.day}", *month_facts(day),
        ]
    )  # fmt: skip


def month_facts(day: datetime.date) -> frozenset[str]:
    """Return the facts that a month bears out, given one of its days."""
    return frozenset([f"month:{day:%Y-%m}", f"monthname:{day:%m}", f"year:{day.year}"])


def _date_facts(match: re.Match[str]) -> list[Pair]:
    month = MONTHS[match["month"].lower()]
    pairs: list[Pair] = []
    for day in filter(None, (match["day"], match["other"])):
        short = f"day:{month:02}-{int(day):02}"
        if match["year"]:
            pairs.append(_day_fact(match["year"], month, int(day)))
        else:
            pairs.append((short, (f"monthname:{month:02}", f"monthday:{int(day)}")))
    # From 19 to 20 are two days.
    if match["joint"] in RANGES and (days := int(match["other"]) - int(match["day"]) + 1) > 1:
        pairs[-1] = (pairs[-1][0], (*pairs[-1][1], f"span:{days}:day"))
    return pairs


def _day_fact(year: str, month: int, day: int) -> Pair:
    general = (
        f"day:{month:02}-{day:02}", f"month:{year}-{month:02}", f"monthname:{month:02}",
        f"year:{year}", f"monthday:{day}",
    )  # fmt: skip
    return f"date:{year}-{month:02}-{day:02}", general


def _month_facts(match: re.Match[str]) -> list[Pair]:
    month = MONTHS[match["month"].lower()]
    if match["year"]:
        general = (f"monthname:{month:02}", f"year:{match['year']}")
        return [(f"month:{match['year']}-{month:02}", general)]
    return [(f"monthname:{month:02}", ())] if match["month"].lower() not in ALSO_VERBS else []


def _decade_facts(match: re.Match[str]) -> list[Pair]:
    word, digit = match["word"], match["digit"]
    return [(f"decade:{DECADES[word.lower()] if word else 1900 + 10 * int(digit)}", ())]


def _ordinal_facts(match: re.Match[str]) -> list[Pair]:
    return [(f"ordinal:{match['digits'] or ORDINALS[match['word'].lower()]}", ())]


def _count_facts(match: re.Match[str]) -> list[Pair]:
    value = _value(match["number"])
    count = f"count:{value:g}"
    pairs: list[Pair] = []
    if match["percent"]:
        pairs.append((f"span:{value:g}:percent", (count,)))
    elif match["unit"]:
        unit, factor = UNITS[match["unit"].lower()]
        pairs.append((f"span:{value * factor:g}:{unit}", (count,)))
    else:
        pairs.append((count, ()))
    if share := _SHARE.match(match.string, match.end()):
        pairs.append((f"share:{value:g}:{_value(share['whole']):g}", ()))
    return pairs


def _span_facts(match: re.Match[str]) -> list[Pair]:
    value, unit = SPANS[match[0].lower()]
    return [(f"span:{value:g}:{unit}", ())]


def _half_facts(whole: float) -> list[Pair]:
    return [(f"share:{whole / 2:g}:{whole:g}", ())]


def _value(number: str) -> float:
    word = number.lower()
    return float(NUMBERS[word] if word in NUMBERS else word.replace(",", ""))


# In this order: what one has read, the next ones skip.
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[Pair]]], ...] = (
    (THE_TWO, lambda match: []),  # noqa: ARG005 - a pronoun is no number
    (_ISO_DATE, lambda match: [_day_fact(match["year"], int(match["month"]), int(match["day"]))]),
    (_SPAN, _span_facts),
    (_ONE_OF, lambda match: [(f"share:1:{_value(match['whole']):g}", ())]),
    (_HALF_OF, lambda match: _half_facts(_value(match["whole"]))),
    (DATE, _date_facts),
    (US_DATE, _date_facts),
    (_MONTHDAY, lambda match: [(f"monthday:{match['day']}", ())]),
    (SURE_MONTH, lambda match: [(f"monthname:{MONTHS[match['month'].lower()]:02}", ())]),
    (_MONTH_YEAR, _month_facts),
    (_DECADE, lambda match: [(f"decade:{match['decade']}", ())]),
    (_DECADE_WORD, _decade_facts),
    (_YEAR_ALONE, lambda match: [(f"year:{match['year']}", (f"count:{match['year']}",))]),
    (_COUNT, _count_facts),
    (_ORDINAL, _ordinal_facts),
    (LOOSE, lambda match: [(f"loose:{match[0].lower().removesuffix('s')}", ())]),
    (WEEKDAY, lambda match: [(f"weekday:{match['weekday'].lower()}", ())]),
)


def weekdays_in(text: str) -> frozenset[int]:
    """Return the weekdays named in a text; Monday is 0."""
    return frozenset(WEEKDAYS.index(match["weekday"].lower()) for match in WEEKDAY.finditer(text))


@lru_cache(maxsize=5_000)
def resolved_facts(
    text: str, published: tuple[datetime.date, ...], event: datetime.date
) -> frozenset[str]:
    """Return the facts that the relative dates of a text bear out.

    A weekday is the event's day if that falls on it, else the last such day before publication;
    "today" is the event's day, "this week" and "this month" bear out its month, "this year" its
    year, and a month without a year is taken in the year of publication.
    """
    facts: set[str] = set()
    year = published[0].year
    for weekday in weekdays_in(text):
        back = (published[0].weekday() - weekday) % 7
        before = published[0] - datetime.timedelta(days=back)
        facts |= day_facts(event if event.weekday() == weekday else before)
    if THIS_DAY.search(text):
        facts |= day_facts(event)
    if THIS_MONTH.search(text):
        facts |= month_facts(event)
    if THIS_YEAR.search(text):
        facts.add(f"year:{event.year}")
    for found in find_numbers(text):
        kind, _, value = found.fact.partition(":")
        if kind == "monthname":
            facts |= {f"month:{year}-{value}", f"year:{year}"}
        elif kind == "day":
            facts |= {f"date:{year}-{value}", f"month:{year}-{value[:2]}", f"year:{year}"}
    return frozenset(facts)
