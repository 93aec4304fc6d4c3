"""A reference in words, by the rules of Chicago's notes and of the APA's list.

Both styles are in English. Headlines keep the capitals that they have. The one library in Python
that formats items of CSL goes wrong on two possible days, on East Asian names and on commas beside
quotation marks; Pandoc does not, and the tests compare with it.
"""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from build_tools.expressions import expression
from build_tools.generated.items import Item
from build_tools.sources.records import Name
from build_tools.templating import render
from build_tools.text.dates import month_and_day, parse_edtf

# Scripts whose names begin with the family's and have neither a space nor initials.
_EAST_ASIAN = expression(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# What is in single quotation marks, apostrophes within it included.
_SINGLE = expression(r"‘([^‘]+?)’(?!\w)")


@dataclass(frozen=True)
class Styled:
    """One reference in one style: as HTML, with its italics, and as text to copy."""

    style: str
    html: Markup

    @property
    def text(self) -> str:
        """The reference without italics."""
        return str(self.html.striptags())


# A site cites the same few articles on all its pages.
@lru_cache(maxsize=1_000)
def style_reference(item: Item) -> tuple[Styled, ...]:
    """Put an item into words, in each style."""
    chicago = render(
        "references/chicago.html.j2",
        authors=[_in_order(name) for name in item.authors],
        title=item.title,
        of_site=item.type == "webpage",
        described=item.described,
        container=item.container,
        date=_date(item.issued, "{days}, {year}"),
        url=item.url,
    )
    apa = render(
        "references/apa.html.j2",
        names=[_inverted(name) for name in item.authors],
        # Nothing stands around it: its single quotation marks become double ones.
        title=_SINGLE.sub(r"“\1”", item.title),
        of_site=item.type == "webpage",
        container=item.container,
        date=_date(item.issued, "{year}, {days}"),
        url=item.url,
    )
    return (
        Styled("Chicago, note", Markup(chicago.strip())),
        Styled("APA", Markup(apa.strip())),
    )


def _in_order(name: Name) -> list[str]:
    """Return the parts of a name as they are said."""
    if name.literal:
        return [name.literal]
    parts = [part for part in (name.given, name.family) if part]
    return ["".join(reversed(parts))] if _EAST_ASIAN.search("".join(parts)) else parts


def _inverted(name: Name) -> str:
    """Return the family's name with the initials after it."""
    if name.literal or not name.given or _EAST_ASIAN.search(f"{name.family}{name.given}"):
        return "".join(_in_order(name))
    initials = " ".join(
        "-".join(f"{part[0]}." for part in word.split("-") if part) for word in name.given.split()
    )
    return f"{name.family}, {initials}"


def _date(issued: str, form: str) -> str:
    """Return a day, or the two of which it was one, in a form with `days` and `year`."""
    if not issued:
        return ""
    ends = parse_edtf(issued)
    first, last = ends[0], ends[-1]
    if first.year != last.year:
        return " or ".join(form.format(days=month_and_day(end), year=end.year) for end in ends)
    days = month_and_day(first)
    if first != last:
        days += f" or {last.day if first.month == last.month else month_and_day(last)}"
    return form.format(days=days, year=first.year)
