"""A source described in words: outlet, headline, date; the form that notes and cards use."""

from dataclasses import dataclass
from functools import lru_cache

from babel.dates import format_date

from build_tools.sources.records import Record, edtf_days


@lru_cache(maxsize=1_000)
def format_issued(value: str) -> str:
    """Return an EDTF date in words: '8 October 2021', or '29 or 30 September 2020'."""
    first, *others = edtf_days(value)
    text = str(format_date(first, "d MMMM y", locale="en"))
    if not others:
        return text
    last = format_date(others[0], "d MMMM y", locale="en")
    if (first.year, first.month) == (others[0].year, others[0].month):
        return f"{first.day} or {last}"
    return f"{text} or {last}"


@dataclass(frozen=True)
class Reference:
    """The parts of a reference, ready to be printed."""

    outlet: str
    container: str
    title: str
    date: str
    url: str


def make_reference(record: Record) -> Reference:
    """Make the reference of a record; without a headline, its description stands in brackets."""
    outlet = record.outlet
    title = f"“{record.title}”" if record.title else f"[{record.description}]"
    container = "" if outlet in record.container_title else record.container_title
    return Reference(outlet, container, title, format_issued(record.issued), record.url)
