"""The lines of a saved page: what a browser shows, in order, with its marks."""

from build_tools.intake.saved_page import parse_saved

PAGE = """<html><head><title>A bell</title></head><body>
<script>var a = "unseen"</script><p style="display:none">unseen</p><p hidden>unseen</p>
<nav><a href="/">Home</a></nav><h1>A bell is found in the lake</h1>
<p>It was <b>heavy</b>,<br>and green all over, said the divers who brought it up.</p>
<div class="comments"><p>Let it be.</p></div><p>It lay there for eleven years, in nine metres of
water.</p><p>Nobody had looked for it since the winter of the great storm.</p></body></html>"""


def test_lines_are_those_that_a_browser_shows() -> None:
    assert [line.text for line in parse_saved(PAGE).lines] == [
        "Home",
        "A bell is found in the lake",
        "It was heavy,",
        "and green all over, said the divers who brought it up.",
        "Let it be.",
        "It lay there for eleven years, in nine metres of water.",
        "Nobody had looked for it since the winter of the great storm.",
    ]


def test_lines_have_what_the_page_marks() -> None:
    lines = {line.text: line for line in parse_saved(PAGE).lines}
    assert lines["Home"].linked == 1
    assert lines["Home"].zone == "furniture"
    assert lines["Let it be."].zone == "comment"
    assert lines["A bell is found in the lake"].tag == "h1"
    assert lines["It lay there for eleven years, in nine metres of water."].extracted
    assert [line.number for line in parse_saved(PAGE).lines] == [1, 3, 5, 7, 9, 11, 13]


def test_what_is_no_page_has_no_lines() -> None:
    assert parse_saved("").lines == ()


def test_a_line_alone_with_a_picture_is_its_caption() -> None:
    page = PAGE.replace(
        "<div class",
        '<div><img src="a.png"><span>The bell on the quay</span></div>'
        '<p><img src="b.png">Nobody saw it go down in the storm.</p><div class',
        1,
    )
    lines = {line.text: line for line in parse_saved(page).lines}
    assert lines["The bell on the quay"].zone == "caption"
    # A picture may stand in a paragraph.
    assert lines["Nobody saw it go down in the storm."].zone is None


def test_a_line_has_the_shape_of_the_element_that_holds_it_alone() -> None:
    lines = {line.text: line for line in parse_saved(PAGE).lines}
    first = "It lay there for eleven years, in nine metres of water."
    assert lines[first].shape == "body.>p."
    # Of two lines in one element neither has its shape.
    assert lines["It was heavy,"].shape == ""
