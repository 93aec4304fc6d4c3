"""What can be cited, an article or a page of this site, as one item of a bibliography.

An item has the variables of CSL: https://docs.citationstyles.org/en/stable/specification.html
"""

import re
from dataclasses import dataclass
from posixpath import commonprefix
from typing import Any

from build_tools.generated.publication import Publication, PublishedPage, stem_of
from build_tools.sources.records import Name, Record
from build_tools.templating import make_anchor
from build_tools.text.dates import format_edtf, parse_edtf

# Of a text without a headline, readers of a bibliography see a description in brackets.
_NO_HEADLINE = "The text has no headline: what is in brackets describes it."


@dataclass(frozen=True)
class Item:
    """One item; what is not known is empty.

    `issued` is a day, or two days with a slash between them for one of the two. `described` says
    that the title is a description in brackets, in place of a headline.
    """

    id: str
    type: str
    title: str
    container: str
    url: str
    language: str
    authors: tuple[Name, ...] = ()
    publisher: str = ""
    issued: str = ""
    section: str = ""
    note: str = ""
    described: bool = False

    @property
    def known_date(self) -> tuple[str, ...]:
        """The year, month and day, as far as they are known: what two possible days share."""
        ends = parse_edtf(self.issued) if self.issued else ()
        return tuple(commonprefix([tuple(end.isoformat().split("-")) for end in ends]))

    def csl(self) -> dict[str, Any]:
        """Return the item as CSL-JSON has it, without what is not known."""
        ends = parse_edtf(self.issued) if self.issued else ()
        days = [[day.year, day.month, day.day] for day in ends]
        values = {
            "id": self.id,
            "type": self.type,
            "title": self.title,
            "author": [name.model_dump(exclude_none=True) for name in self.authors],
            "container-title": self.container,
            "publisher": self.publisher,
            "issued": {"date-parts": days} if days else {},
            "section": self.section,
            "URL": self.url,
            "language": self.language,
            "note": self.note,
        }
        return {key: value for key, value in values.items() if value}


def item_of_source(record: Record) -> Item:
    """Make the item of an article; a note says what the other fields cannot."""
    issued = re.sub("T[^/]*", "", record.issued)
    notes = []
    if record.title is None:
        notes.append(_NO_HEADLINE)
    if "/" in issued:
        notes.append(f"Published on {format_edtf(issued, one_of_two=True)}.")
    return Item(
        record.id,
        record.type,
        record.title or f"[{record.description}]",
        record.container_title,
        record.url or "",
        record.language,
        record.author,
        record.publisher,
        issued,
        record.section or "",
        " ".join(notes),
        record.title is None,
    )


def item_of_page(site: Publication, page: PublishedPage) -> Item:
    """Make the item of a page of this site; its day is that of the page's last change.

    The site is in the id, so that it can stand in any bibliography.
    """
    return Item(
        f"{make_anchor(site.name)}/{stem_of(page.uri)}",
        "webpage",
        page.title,
        site.name,
        site.address_of(page.url),
        site.language,
        (Name(literal=site.author),) if site.author else (),
        issued=page.modified or page.published,
    )
