"""The lines of a saved page: what a browser shows, in order, with its marks."""

import pytest

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


STORY = """<html><body><h1>A bell is found in the lake</h1><div class="date">3 May 2019</div>
<div class="story"><div class="w"><p>The bell lay in the lake for eleven years, divers said.</p>
</div><h2>Who heard it</h2><div class="card"><a href="/x"><h4>Lakes of the north, in nine maps and a
song</h4></a><p>Each is deep.</p></div><div class="w"><p>Nobody had looked for it since the storm of
that winter.</p></div><ul><li>it weighs nine tonnes</li></ul><div class="poll"><p>Would you have
looked for it?</p><button>Yes</button></div><div class="w"><p>It will hang in the harbour from May,
the mayor told reporters.</p></div><p>The bell is a gift.</p></div><div><p>The harbour has a
newspaper of its own, and it is printed on Fridays.</p></div></body></html>"""


def test_a_line_has_its_place_among_the_paragraphs() -> None:
    assert [line.setting for line in parse_saved(STORY).lines] == [
        "before", "before", "paragraph", "flow", "beside", "beside", "paragraph", "flow", "beside",
        "beside", "paragraph", "tail", "after",
    ]  # fmt: skip


def test_a_page_without_prose_has_no_paragraphs() -> None:
    lines = parse_saved("<html><body><h1>A bell</h1><p>Soon.</p></body></html>").lines
    assert {line.setting for line in lines} == {None}


def test_paragraphs_may_each_be_set_in_a_way_of_their_own() -> None:
    prose = "".join(f"<p class='{n}'>The bell lay in the lake for years.</p>" for n in "abcde")
    lines = parse_saved(f"<html><body><h1>A bell is found</h1><div>{prose}</div></body></html>")
    assert [line.setting for line in lines.lines] == ["before", *["paragraph"] * 5]


def test_the_text_that_a_page_declares_is_a_witness() -> None:
    def page(text: str) -> str:
        data = f'{{"@graph": [{{"articleBody": "{text}"}}]}}'
        return STORY.replace("<h1>", f'<script type="application/ld+json">{data}</script><h1>')

    prose = [
        "The bell lay in the lake for eleven years, divers said.",
        "Nobody had looked for it since the storm of that winter.",
        "It will hang in the harbour from May, the mayor told reporters.",
    ]
    lines = {line.text: line.witnessed for line in parse_saved(page("\\n".join(prose))).lines}
    assert [lines[text] for text in prose] == [True, True, True]
    assert lines["The bell is a gift."] is False
    # Of a text that breaks off, what it has is so, and of the rest nothing is known.
    lines = {line.text: line.witnessed for line in parse_saved(page(prose[0])).lines}
    assert lines[prose[0]] is True
    assert lines[prose[1]] is None
    assert lines["The bell is a gift."] is None


def test_what_a_page_declares_may_be_anything() -> None:
    for data in ("", "{", "[1, null]", '{"articleBody": 4}', "[" * 5_000):
        page = STORY.replace("<h1>", f'<script type="application/ld+json">{data}</script><h1>')
        assert {line.witnessed for line in parse_saved(page).lines} == {None}


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<title>A bell is found in the lake | The Osten POST</title>", "The Osten POST"),
        ("<title>浜の新聞 - A bell is found in the lake</title>", "浜の新聞"),
        ("<title>Print: A bell is found in the lake – News – Osten</title>", "Osten"),
        ("<title>A bell is found in the lake</title>", None),
        ("<title>Osten - News</title>", None),
        ("<title>A - B</title><meta property='og:site_name' content='浜TVNEWS'>", "浜TVNEWS"),
    ],
)
def test_the_outlet_is_named_as_the_page_names_it(head: str, outlet: str | None) -> None:
    page = PAGE.replace("<title>A bell</title>", head)
    assert parse_saved(page).found.get("sitename") == outlet
