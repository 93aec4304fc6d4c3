"""The lines of a page: a row of a table is one, and a link left open is none."""

import time
from typing import Any

from trafilatura import load_html

from build_tools.intake.blocks import Block, find_blocks


def blocks(body: str) -> tuple[Block, ...]:
    tree: Any = load_html(f"<html><body>{body}</body></html>")
    return find_blocks(tree)


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


def test_a_row_is_one_line() -> None:
    table = (
        "<table><tr><th>Boat</th><th>Tons</th></tr><tr><td>A <b>1</b></td><td>–</td></tr></table>"
    )
    assert texts(table) == ["Boat\tTons", "A 1\t–"]


def test_a_table_that_lays_out_a_page_has_no_rows() -> None:
    cell = "<td><p>One.</p><p>Two.</p></td>"
    assert texts(f"<table><tr><td>Menu</td>{cell}</tr></table>") == ["Menu", "One.", "Two."]
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    assert texts(f"<table><tr><td>Menu</td><td>{inner}</td></tr></table>") == ["Menu", "a\tb"]
    assert texts(f"<table><tr><td>Menu</td><td>{'long ' * 50}</td></tr></table>")[0] == "Menu"


def test_tables_within_tables_are_read_in_time() -> None:
    begun = time.process_time()
    assert texts("<table><tr><td>x</td><td>" * 60 + "y" + "</td></tr></table>" * 60)[-1]
    assert time.process_time() - begun < 5


def test_a_link_around_a_card_is_one_and_a_link_left_open_is_none() -> None:
    card = "<a href='/'><div>A title</div><div>A teaser</div></a>"
    assert {block.linked for block in blocks(card)} == {1}
    assert {block.linked for block in blocks(f"<a href='/'>{'<p>A paragraph.</p>' * 9}</a>")} == {0}


def test_what_only_a_style_parts_is_parted_and_a_word_is_not() -> None:
    name, time = "<span class='n'>Ada Brann</span>", "<time>9 March 2018</time>"
    assert texts(f"<div>{name}{time}<a href='/'>Lakes</a></div>") == [
        "Ada Brann 9 March 2018 Lakes"
    ]
    assert texts("<li><span class='a'>鐘の音</span><time>3月9日</time></li>") == ["鐘の音 3月9日"]
    # Letters of one word may be in several elements.
    for written in (
        "<p><a href='/'>O</a><span class='s'>STEN</span></p>",
        "<div>The <a href='/'>O</a><span class='s'>STEN</span> of old</div>",
        "<div><span class='c1'>Os</span><span class='c2'>ten</span></div>",
        "<div><span>O</span><span>STEN</span></div>",
    ):
        assert "osten" in texts(written)[0].lower()


def test_the_size_of_a_line_is_that_of_the_nearest_element_that_tells() -> None:
    sizes = [
        block.size
        for block in blocks(
            "<p>a</p><p><small>b</small></p>"
            "<font size=4><p>c</p><p><font size=-2>d</font></p></font>"
        )
    ]
    assert sizes == [3, 2, 4, 1]


def test_a_blank_line_in_a_text_ends_a_paragraph_where_a_sentence_ends() -> None:
    text = "<p>鐘が見つかった。\n\n　市長が話した。\n</p><p>The bell rang.\n\nIt is\n\nold.</p>"
    assert texts(text) == ["鐘が見つかった。", "市長が話した。", "The bell rang.", "It is old."]
    start = time.process_time()
    assert texts(f"<p>Old.{' ' * 200_000}</p>") == ["Old."]
    assert time.process_time() - start < 2
