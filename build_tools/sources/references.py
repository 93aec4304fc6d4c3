"""A source described in words: outlet, headline, date; the form that notes and cards use."""

from dataclasses import dataclass

from build_tools.sources.records import Record
from build_tools.text.dates import format_edtf


@dataclass(frozen=True)
class Reference:
    """The parts of a reference, ready to be printed; `url` is empty where none is known."""

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
    date = format_edtf(record.issued, one_of_two=True)
    return Reference(outlet, container, title, date, record.url or "")
