"""Captions of tables, written as Pandoc has them."""

from xml.etree.ElementTree import fromstring, tostring

import pytest
from fixture_types import ReadPage
from markdown import Markdown

from build_tools.ledger import Ledger
from build_tools.markdown_extension import CitationExtension
from build_tools.markdown_extension.table_captions import move_captions
from build_tools.sources.library import Library

TABLE = "<table><tr><td>a</td></tr></table>"


def moved(html: str) -> str:
    root = fromstring(f"<div>{html}</div>")
    move_captions(root)
    return tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    "html", [f"<p>Table: Two <em>calls</em></p>{TABLE}", f"{TABLE}<p>Table: Two <em>calls</em></p>"]
)
def test_a_paragraph_before_or_behind_a_table_is_its_caption(html: str) -> None:
    assert moved(html) == (
        "<table><caption>Two <em>calls</em></caption>\n<tr><td>a</td></tr></table>"
    )


def test_of_two_tables_the_one_behind_gets_it() -> None:
    html = moved(f"{TABLE}<p>Table: A</p>{TABLE}<p>Table: B</p><p>Table: C</p>")
    assert html.replace("\n", "") == (
        f"{TABLE}<table><caption>A</caption><tr><td>a</td></tr></table>"
        "<p>Table: B</p><p>Table: C</p>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>Table: Alone</p>",
        f"<p>Tables: none</p>{TABLE}",
        f"<p>Table: Far away</p><p>Text</p>{TABLE}",
        f"<p><em>Table: inside</em></p>{TABLE}",
    ],
)
def test_other_paragraphs_stay(html: str) -> None:
    assert moved(html) == html


PAGE = """\
Table: The length of the call

| Point | Osten |
| --- | --- |
| Length | 35 minutes, Osten reported [@osten-2019, para. 2]. |

Table: It lasted 90 minutes.
"""


def test_a_caption_needs_no_citation_and_what_is_none_does(read_page: ReadPage) -> None:
    page = read_page(PAGE)
    assert [text.text for text in page.uncited] == ["Table: It lasted 90 minutes."]
    assert [statement.text for statement in page.statements] == ["35 minutes, Osten reported"]


def test_captions_come_out_in_any_page(library: Library) -> None:
    md = Markdown(extensions=["tables", CitationExtension(ledger=Ledger(library))])
    html = md.convert("Table: The *calls* & talks\n\n| A |\n| --- |\n| b |\n")
    assert "<table>\n<caption>The <em>calls</em> &amp; talks</caption>\n<thead>" in html
