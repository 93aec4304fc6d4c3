"""Numbers, dates and durations in English text, as facts that can be compared.

A fact is a short string, such as `count:20`, `span:20:minute`, `share:2:4` ("two of the four"),
`date:2020-09-29`, `day:09-29`, `month:2020-09`, `year:2020` or `decade:1970`. Words and digits give
the same facts. A text asks for its most specific facts; as evidence it also gives the general
ones, so that "29 September 2020" bears out "in September 2020".
"""

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBER_WORDS = {word: value for value, word in enumerate(_SMALL)}
_NUMBER_WORDS |= {word: (index + 2) * 10 for index, word in enumerate(_TENS)}
_NUMBER_WORDS |= {
    f"{ten}-{unit}": (t + 2) * 10 + u + 1
    for t, ten in enumerate(_TENS)
    for u, unit in enumerate(_SMALL[1:10])
}
_HUNDRED = 100
_NUMBER_WORDS |= {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
# Left out as counts: "one" is mostly a pronoun, and "hundred" follows a number.
_COUNT_WORDS = {word: value for word, value in _NUMBER_WORDS.items() if word not in ("one", "zero")}

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = r"(?P<month>" + "|".join(name.capitalize() for name in _MONTHS) + ")"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_OTHER_DAY = r"(?:\s*(?:-|and|or|to)\s*(?P<other>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_DATE = re.compile(rf"\b{_DAY}{_OTHER_DAY}\s+{_MONTH}{_YEAR}\b")
_US_DATE = re.compile(rf"\b{_MONTH}\s+{_DAY}{_OTHER_DAY}(?!\d){_YEAR}(?!\d)")
_MONTH_YEAR = re.compile(rf"\b{_MONTH}(?:,?\s+(?:of\s+)?(?P<year>\d{{4}}))?\b")
_DECADE = re.compile(r"\b(?P<decade>\d{3}0)s\b")
_DECADE_WORDS = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(),
        range(1920, 2000, 10),
        strict=True,
    )
)
_DECADE_WORD = re.compile(
    rf"\b(?P<word>{'|'.join(_DECADE_WORDS)})\b|['’](?P<digit>[2-9])0s\b", re.IGNORECASE
)
# A hyphen after a letter makes a name, as "COVID-19"; after a digit, a range.
_APART = r"(?<![\w.])(?<![^\W\d]-)"
_YEAR_ALONE = re.compile(rf"{_APART}(?<!,)(?P<year>1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_UNITS = {
    "minute": ("minute", 1), "hour": ("minute", 60), "day": ("day", 1), "week": ("day", 7),
    "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
    "centuries": ("year", 100), "percent": ("percent", 1), "per cent": ("percent", 1),
    "kilometre": ("kilometre", 1), "kilometer": ("kilometre", 1),
}  # fmt: skip
_WORDS = "|".join(sorted(_COUNT_WORDS, key=len, reverse=True))
_WHOLE = rf"of\s++(?:(?:the|those|these|its|all)\s++)?(?P<whole>\d+|{_WORDS})\b"
_NUMBER = rf"(?P<number>\d[\d,]*(?:\.\d+)?|{_WORDS}|one(?=[\s-](?:{'|'.join(_UNITS)})))"
_SPAN_UNIT = rf"(?:[\s-]+(?P<unit>{'|'.join(_UNITS)})s?\b|\s?(?P<percent>%))?"
_COUNT = re.compile(rf"{_APART}(?:\$\s?)?{_NUMBER}(?!\w){_SPAN_UNIT}", re.IGNORECASE)
_SHARE = re.compile(rf"\s++{_WHOLE}", re.IGNORECASE)
_ONE_OF = re.compile(rf"\bone\s+{_WHOLE}", re.IGNORECASE)
_HALF_OF = re.compile(rf"\bhalf\s+{_WHOLE}", re.IGNORECASE)
_ISO_DATE = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
# Spans written without a number.
_SPANS = {
    "half an hour": "span:30:minute", "an hour and a half": "span:90:minute",
    "a quarter of an hour": "span:15:minute", "an hour": "span:60:minute",
    "a decade": "span:10:year",
    "a century": "span:100:year",
}  # fmt: skip
_SPAN = re.compile(r"\b(?:" + "|".join(_SPANS) + r")\b", re.IGNORECASE)
# "The two agreed": two people named before, not a count.
_PRONOUN = re.compile(
    r"\bthe two (?=leaders|countries|sides|governments|men\b|agreed|held|spoke|met|discussed|also"
    r"|had|have|were|will|would)",
    re.IGNORECASE,
)
# "First" and "second" are degrees, and have a check of their own.
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=3
    )
}
_ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(_ORDINALS)})\b|\b(?P<digits>\d+)(?:st|nd|rd|th)\b", re.IGNORECASE
)
# Words for a number, each a fact of its own.
_LOOSE = re.compile(
    r"\b(?:twice|thrice|half|quarters?|thirds|dozens|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)
# "May" is as likely the verb, unless the word before it is one that no verb follows.
_MAY = re.compile(
    r"\b(?:in|by|since|until|of|last|next|early|mid|late|during)[\s-]May\b(?!,?\s+(?:of\s+)?\d{4})"
)
_WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
_WEEKDAY = re.compile(r"\b(?P<weekday>" + "|".join(calendar.day_name) + r")s?\b", re.IGNORECASE)


# One year from another, with no event after it: "the year after the war" is told by the war.
_YEAR_SHIFT = re.compile(
    r"\b(?:a|one|the) year (?P<way>earlier|later|before|after)(?=[,.;:)]|$| to | by )"
)


def small_number(word: str) -> int | None:
    """Return the number below a hundred that a word is, as "twenty" or "thirty-five"."""
    value = _NUMBER_WORDS.get(word.lower().replace("‐", "-").replace("‑", "-"))
    return value if value is not None and value < _HUNDRED and word.lower() != "dozen" else None


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


@lru_cache(maxsize=20_000)
def find_numbers(text: str) -> tuple[NumberFact, ...]:
    """Find every number, date, duration and weekday in a text, in order."""
    facts: list[NumberFact] = []
    taken = [False] * (len(text) + 1)
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
    for match in _YEAR_SHIFT.finditer(text):
        before = [fact for fact in facts if fact.fact[:5] == "year:" and fact.end <= match.start()]
        if before:
            year = int(max(before, key=lambda fact: fact.end).fact[5:])
            year += 1 if match["way"] in ("later", "after") else -1
            yield NumberFact(f"year:{year}", (), match[0], *match.span())


@lru_cache(maxsize=20_000)
def number_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of all that is read as a number, "the two" for two people included."""
    pronouns = (match.span() for match in _PRONOUN.finditer(text))
    return (*((fact.start, fact.end) for fact in find_numbers(text)), *pronouns)


@lru_cache(maxsize=20_000)
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


@lru_cache(maxsize=20_000)
def evidence_facts(text: str) -> frozenset[str]:
    """Return every fact that a text bears out, the general ones included."""
    return frozenset(fact for found in find_numbers(text) for fact in (found.fact, *found.general))


def day_facts(day: datetime.date) -> frozenset[str]:
    """Return the facts that a calendar day bears out."""
    return frozenset(
        [
            f"date:{day.isoformat()}", f"day:{day:%m-%d}", f"weekday:{_WEEKDAYS[day.weekday()]}",
            *month_facts(day),
        ]
    )  # fmt: skip


def month_facts(day: datetime.date) -> frozenset[str]:
    """Return the facts that a month bears out, given one of its days."""
    return frozenset([f"month:{day:%Y-%m}", f"monthname:{day:%m}", f"year:{day.year}"])


def _date_facts(match: re.Match[str]) -> list[Pair]:
    month = _MONTHS[match["month"].lower()]
    pairs: list[Pair] = []
    for day in filter(None, (match["day"], match["other"])):
        short = f"day:{month:02}-{int(day):02}"
        if match["year"]:
            pairs.append(_day_fact(match["year"], month, int(day)))
        else:
            pairs.append((short, (f"monthname:{month:02}",)))
    return pairs


def _day_fact(year: str, month: int, day: int) -> Pair:
    general = (
        f"day:{month:02}-{day:02}", f"month:{year}-{month:02}", f"monthname:{month:02}",
        f"year:{year}",
    )  # fmt: skip
    return f"date:{year}-{month:02}-{day:02}", general


def _month_facts(match: re.Match[str]) -> list[Pair]:
    month = _MONTHS[match["month"].lower()]
    if match["year"]:
        general = (f"monthname:{month:02}", f"year:{match['year']}")
        return [(f"month:{match['year']}-{month:02}", general)]
    # "May" without a year is as likely the verb.
    return [(f"monthname:{month:02}", ())] if match["month"] != "May" else []


def _decade_facts(match: re.Match[str]) -> list[Pair]:
    word, digit = match["word"], match["digit"]
    return [(f"decade:{_DECADE_WORDS[word.lower()] if word else 1900 + 10 * int(digit)}", ())]


def _ordinal_facts(match: re.Match[str]) -> list[Pair]:
    return [(f"ordinal:{match['digits'] or _ORDINALS[match['word'].lower()]}", ())]


def _count_facts(match: re.Match[str]) -> list[Pair]:
    value = _value(match["number"])
    count = f"count:{value:g}"
    pairs: list[Pair] = []
    if match["percent"]:
        pairs.append((f"span:{value:g}:percent", (count,)))
    elif match["unit"]:
        unit, factor = _UNITS[match["unit"].lower()]
        pairs.append((f"span:{value * factor:g}:{unit}", (count,)))
    else:
        pairs.append((count, ()))
    if share := _SHARE.match(match.string, match.end()):
        pairs.append((f"share:{value:g}:{_value(share['whole']):g}", ()))
    return pairs


def _half_facts(whole: float) -> list[Pair]:
    return [(f"share:{whole / 2:g}:{whole:g}", ())]


def _value(number: str) -> float:
    word = number.lower()
    if word == "one":
        return 1
    return float(_NUMBER_WORDS[word]) if word in _NUMBER_WORDS else float(word.replace(",", ""))


# In this order: what one has read, the next ones skip.
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[Pair]]], ...] = (
    (_PRONOUN, lambda match: []),  # noqa: ARG005 - a pronoun is no number
    (_ISO_DATE, lambda match: [_day_fact(match["year"], int(match["month"]), int(match["day"]))]),
    (_SPAN, lambda match: [(_SPANS[match[0].lower()], ())]),
    (_ONE_OF, lambda match: [(f"share:1:{_value(match['whole']):g}", ())]),
    (_HALF_OF, lambda match: _half_facts(_value(match["whole"]))),
    (_DATE, _date_facts),
    (_US_DATE, _date_facts),
    (_MAY, lambda match: [("monthname:05", ())]),  # noqa: ARG005
    (_MONTH_YEAR, _month_facts),
    (_DECADE, lambda match: [(f"decade:{match['decade']}", ())]),
    (_DECADE_WORD, _decade_facts),
    (_YEAR_ALONE, lambda match: [(f"year:{match['year']}", (f"count:{match['year']}",))]),
    (_COUNT, _count_facts),
    (_ORDINAL, _ordinal_facts),
    (_LOOSE, lambda match: [(f"loose:{match[0].lower().removesuffix('s')}", ())]),
    (_WEEKDAY, lambda match: [(f"weekday:{match['weekday'].lower()}", ())]),
)


def weekdays_in(text: str) -> frozenset[int]:
    """Return the weekdays named in a text; Monday is 0."""
    return frozenset(_WEEKDAYS.index(match["weekday"].lower()) for match in _WEEKDAY.finditer(text))


_RELATIVE_DAY = re.compile(
    r"\b(?:today|earlier in the day|this morning|this evening|tonight)\b", re.I
)
_RELATIVE_MONTH = re.compile(r"\b(?:this|earlier this|later this) (?:week|month)\b", re.IGNORECASE)
_RELATIVE_YEAR = re.compile(r"\bthis year\b", re.IGNORECASE)


@lru_cache(maxsize=20_000)
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
    if _RELATIVE_DAY.search(text):
        facts |= day_facts(event)
    if _RELATIVE_MONTH.search(text):
        facts |= month_facts(event)
    if _RELATIVE_YEAR.search(text):
        facts.add(f"year:{event.year}")
    for found in find_numbers(text):
        kind, _, value = found.fact.partition(":")
        if kind == "monthname":
            facts |= {f"month:{year}-{value}", f"year:{year}"}
        elif kind == "day":
            facts |= {f"date:{year}-{value}", f"month:{year}-{value[:2]}", f"year:{year}"}
    return frozenset(facts)
