"""Give Markdown's tables their header cells, which its syntax has only for columns.

A short first cell without a citation, in a row that has one, is the row's label: it becomes
`<th scope="row">` (WCAG technique H63). It states nothing; the cells next to it do. On a page
without claims every first cell is the row's label.

Each other cell gets the name of its column, as `data-label`, or what its header has as that,
which a narrow screen shows in front of it: there the cells of a row are stacked.
"""

import html
from xml.etree.ElementTree import Element

from build_tools.expressions import expression
from build_tools.files.models import LONGEST_LABEL
from build_tools.text.words import split_words

# What Python-Markdown has put aside, such as raw HTML, would come back inside the attribute.
_STASHED = expression("\x02[^\x02\x03]*+\x03")


def mark_table_headers(root: Element, citation_tag: str, *, claims: bool = True) -> None:
    """Set the scope of header cells, turn row labels into header cells, name columns in cells."""
    for cell in root.iter("th"):
        if cell.get("scope") is None:
            cell.set("scope", "col")
    for row in root.iter("tr"):
        cells = list(row)
        if len(cells) < 2 or cells[0].tag != "td":  # noqa: PLR2004
            continue
        first, others = cells[0], cells[1:]
        words = split_words(html.unescape(_STASHED.sub(" ", "".join(first.itertext()))))
        cited = any(other.find(f".//{citation_tag}") is not None for other in others)
        own = first.find(f".//{citation_tag}") is not None
        labels = cited and not own and len(words) <= LONGEST_LABEL
        if words and (labels or not claims):
            first.tag = "th"
            first.set("scope", "row")
    for table in root.iter("table"):
        _name_columns(table)


def _name_columns(table: Element) -> None:
    headers = table.findall("thead/tr/th")
    texts = (
        header.get("data-label") or _STASHED.sub("", "".join(header.itertext()))
        for header in headers
    )
    labels = [" ".join(text.split()) for text in texts]
    for row in table.iterfind("tbody/tr"):
        for cell, label in zip(row, labels, strict=False):
            cell.attrib.pop("data-label", None)
            if cell.tag == "td" and label:
                cell.set("data-label", label)
