"""Dates as EDTF writes them: read, checked, sorted and put into words.

Level 0 of https://www.loc.gov/standards/datetime/: a year, a month, a day, a minute of a day, or an
interval. Each type of date at the end of this module allows some of these.
"""

import datetime
import re
from functools import lru_cache, partial
from typing import Annotated

from pydantic import AfterValidator

from build_tools.english import LANGUAGE
from build_tools.english.dates import EITHER, UNTIL

_DAY = r"\d{4}-\d{2}-\d{2}"
_MINUTE = r"T\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?"
_POINT = rf"(?:{_DAY}|\d{{4}}(?:-\d{{2}})?)"


# The record of a source is asked for its dates by each statement that cites it.
@lru_cache(maxsize=1_000)
def parse_edtf(value: str) -> tuple[datetime.date, ...]:
    """Return the first day that a date may mean; for an interval, that of each end."""
    return tuple(_first_day(point) for point in value.split("/"))


def _first_day(point: str) -> datetime.date:
    day, _, time = point.partition("T")
    if time:
        datetime.time.fromisoformat(time)
    year, month, day = f"{day}-01-01".split("-")[:3]
    return datetime.date(int(year), int(month), int(day))


def first_day(value: str) -> datetime.date:
    """Return the first day that a valid date may mean: what dates are sorted by."""
    return parse_edtf(value)[0]


def span(value: str) -> tuple[datetime.date, datetime.date]:
    """Return the first day that a valid date may mean, and the day after the last."""
    return first_day(value), _next_day(value.rpartition("/")[2])


def _next_day(point: str) -> datetime.date:
    """Return the first day after a year, a month or a day; at the end of the calendar, its last."""
    first = _first_day(point)
    if first.year == datetime.MAXYEAR:
        return datetime.date.max
    if len(point) == len("1956"):
        return first.replace(year=first.year + 1)
    if len(point) == len("1956-10"):
        return first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return first + datetime.timedelta(days=1)


# Pages repeat the same few dates, and Babel is slow.
@lru_cache(maxsize=1_000)
def format_edtf(value: str, *, one_of_two: bool = False) -> str:
    """Return a date in words: '1956', 'June 2016', '2 September 2016', '19-20 November 2016'.

    With `one_of_two` an interval means one of its two ends: '29 or 30 September 2020'.
    """
    first, _, last = value.partition("/")
    if not last:
        return _format(first)
    if len(first) == len(last) == len("2016-11-19") and first[:7] == last[:7]:
        return f"{first_day(first).day}{f' {EITHER} ' if one_of_two else '-'}{_format(last)}"
    return f"{_format(first)} {EITHER if one_of_two else UNTIL} {_format(last)}"


def _format(point: str) -> str:
    pattern = {4: "y", 7: "MMMM y"}.get(len(point), "d MMMM y")
    return _in_words(first_day(point), pattern)


def format_time(value: str) -> str:
    """Return the time of a date in words, nothing where it has none: '21:31', '21:31 (UTC+9)'."""
    _, _, time = value.partition("T")
    if not time:
        return ""
    told = datetime.time.fromisoformat(time)
    zone = (told.tzname() or "").replace(":00", "").replace("+0", "+").replace("-0", "-")
    return f"{time[:5]} ({zone})" if zone else time


def month_and_day(day: datetime.date) -> str:
    """Return a day without its year, the month first: 'September 2'."""
    return _in_words(day, "MMMM d")


def _in_words(day: datetime.date, pattern: str) -> str:
    # It takes long to load, and most checks put no day into words.
    from babel.dates import format_date  # noqa: PLC0415

    return str(format_date(day, pattern, locale=LANGUAGE))


def _check(value: str, form: str, must_be: str) -> str:
    if not re.fullmatch(form, value, re.ASCII):
        raise ValueError(f"must be {must_be}")
    days = parse_edtf(value)
    if days[-1] < days[0]:
        raise ValueError("must be an interval whose end is not before its start")
    return value


_check_any = partial(
    _check,
    form=f"{_POINT}(?:/{_POINT})?",
    must_be="YYYY, YYYY-MM, YYYY-MM-DD or an interval of two of these",
)
_check_exact = partial(
    _check,
    form=rf"{_DAY}(?:{_MINUTE}|/{_DAY})?",
    must_be="YYYY-MM-DD, YYYY-MM-DDThh:mm, with Z or +hh:mm after it, or an interval of two days",
)
AnyDate = Annotated[str, AfterValidator(_check_any)]
ExactDate = Annotated[str, AfterValidator(_check_exact)]
