"""The header cells of tables."""

from xml.etree.ElementTree import fromstring, tostring

import pytest

from build_tools.markdown_extension.table_headers import mark_table_headers

CITE = "<citation />"


def marked(rows: str) -> str:
    root = fromstring(f"<div>{rows}</div>")
    mark_table_headers(root, "citation")
    return tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def test_columns_have_headers() -> None:
    assert marked("<tr><th>a</th><th /></tr>") == (
        '<tr><th scope="col">a</th><th scope="col" /></tr>'
    )


def test_a_short_label_beside_what_is_cited_is_the_header_of_its_row() -> None:
    assert marked(f"<tr><td>Len<em>gth</em></td><td>20 <b>{CITE}</b></td></tr>") == (
        f'<tr><th scope="row">Len<em>gth</em></th><td>20 <b>{CITE}</b></td></tr>'
    )
    assert "<th" in marked(f"<tr><td>{'word ' * 9}</td><td>{CITE}</td></tr>")


@pytest.mark.parametrize(
    "row",
    [
        f"<tr><td>{'word ' * 10}</td><td>{CITE}</td></tr>",
        f"<tr><td>It lasted {CITE}</td><td>20 {CITE}</td></tr>",
        "<tr><td>Length</td><td>20</td></tr>",
        f"<tr><td>Length {CITE}</td></tr>",
        f"<tr><td> </td><td>{CITE}</td></tr>",
    ],
    ids=["too long", "cited itself", "nothing cited", "one cell", "empty"],
)
def test_other_first_cells_stay_as_they_are(row: str) -> None:
    assert marked(row) == row


def test_where_nothing_is_claimed_every_first_cell_is_a_label() -> None:
    root = fromstring(f"<table><tr><td>{'word ' * 10}</td><td>20</td></tr></table>")
    mark_table_headers(root, "citation", claims=False)
    assert [cell.tag for cell in root.iterfind("tr/*")] == ["th", "td"]


def test_each_cell_knows_its_column_for_narrow_screens() -> None:
    table = (
        "<table><thead><tr><th>Point</th><th>Abe,\n <em>2016</em></th><th /></tr></thead>"
        f"<tbody><tr><td>Length</td><td>20 {CITE}</td><td>none</td></tr></tbody></table>"
    )
    assert "<tbody>" + marked(table).partition("<tbody>")[2] == (
        '<tbody><tr><th scope="row">Length</th>'
        f'<td data-label="Abe, 2016">20 {CITE}</td><td>none</td></tr></tbody></table>'
    )
    short = marked(table.replace("<th>Abe", '<th data-label="2016">Abe'))
    assert f'<td data-label="2016">20 {CITE}</td>' in short
