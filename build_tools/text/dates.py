"""Dates of any precision, as EDTF writes them: a year, a month, a day, or an interval of these.

Level 0 of https://www.loc.gov/standards/datetime/. `records` admits less: an article has a day.
"""

import datetime
import re
from typing import Annotated

from babel.dates import format_date
from pydantic import AfterValidator

_POINT = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_EDTF = re.compile(rf"({_POINT})(?:/({_POINT}))?", re.ASCII)


def _check(value: str) -> str:
    match = _EDTF.fullmatch(value)
    if not match:
        raise ValueError("must be YYYY, YYYY-MM, YYYY-MM-DD or an interval of two of these")
    first, last = first_day(match[1]), first_day(match[2] or match[1])
    if last < first:
        raise ValueError("must be an interval whose end is not before its start")
    return value


def first_day(value: str) -> datetime.date:
    """Return the first day that a valid date may mean: what dates are sorted by."""
    year, month, day = (value.partition("/")[0] + "-01-01").split("-")[:3]
    return datetime.date(int(year), int(month), int(day))


def format_edtf(value: str) -> str:
    """Return a date in words: '1956', 'June 2016', '2 September 2016', '19-20 November 2016'."""
    first, _, last = value.partition("/")
    if not last:
        return _format(first)
    if len(first) == len(last) == len("2016-11-19") and first[:7] == last[:7]:
        return f"{first_day(first).day}-{_format(last)}"
    return f"{_format(first)} to {_format(last)}"


def _format(point: str) -> str:
    pattern = {4: "y", 7: "MMMM y"}.get(len(point), "d MMMM y")
    return str(format_date(first_day(point), pattern, locale="en"))


AnyDate = Annotated[str, AfterValidator(_check)]
