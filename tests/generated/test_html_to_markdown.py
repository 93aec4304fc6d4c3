"""The HTML of a page as Markdown; Pandoc reads the tables back."""

import json

import pytest
from generated.published import SITE
from pandoc import run_pandoc

from build_tools.generated.html_to_markdown import Converter

GROUPS = """
<table>
<caption>What each says</caption>
<thead><tr><th scope="col">Kestria</th><th scope="col">Sollin</th></tr></thead>
<tbody>
<tr><th scope="rowgroup" colspan="2">On the bell</th></tr>
<tr><td>It is old.</td><td>It is older.</td></tr>
</tbody>
</table>
"""
NO_HEAD = "<table><tr><th>When</th><td>1644</td></tr><tr><th>Where</th><td>Osten</td></tr></table>"


def convert(html: str) -> str:
    return Converter(SITE, "talks/call/", {}).convert(html)


def test_a_picture_has_its_whole_address() -> None:
    made = convert("<p><img alt='a' src='../b.svg'></p>")
    assert made.strip() == "![a](https://example.org/x/talks/b.svg)"


@pytest.mark.parametrize(("html", "head", "rows"), [(GROUPS, 1, 2), (NO_HEAD, 0, 2)])
def test_a_table_has_one_head(html: str, head: int, rows: int) -> None:
    read = json.loads(run_pandoc(convert(html), "-t", "json"))
    [table] = read["blocks"]
    *_, thead, bodies, _ = table["c"]
    assert [len(thead[1]), sum(len(body[3]) for body in bodies)] == [head, rows]
