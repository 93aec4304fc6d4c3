"""What a page sets apart from an article's paragraphs is told from them by how it is set."""

import pytest

from build_tools.intake.classes import classify
from build_tools.intake.saved_page import parse_saved

PROSE = (
    "The bell of Osten lay in the lake for eleven years, divers said on Monday.",
    "Nobody had looked for it since the storm of that winter, Ada Brann found in the papers.",
    "“It weighs nine tonnes, and I never thought that we would hear it,” the mayor said.",
    "The village has kept the rope of the bell, and it is to hang from it again in May.",
    "The museum of the town had asked for it as well, but the council did not agree.",
)
P = [f'<p class="k">{text}</p>' for text in PROSE]


def kinds(*parts: str, head: str = "", tail: str = "") -> dict[str, str]:
    """Return the class of each line of a page whose article has these parts."""
    page = (
        f"<html><body><main><h1>A bell is found in the lake</h1>{head}"
        f'<div class="text">{"".join(parts)}</div>{tail}</main></body></html>'
    )
    return {line.text: line.kind for line in classify(parse_saved(page).lines)}


def body(found: dict[str, str]) -> list[str]:
    return [text for text, kind in found.items() if kind == "body"]


FACTS = "A bell of bronze is four parts copper and one part tin."


@pytest.mark.parametrize("shape", ['<p class="k">{}</p>', "<p>{}</p>", "<div>{}</div>"])
@pytest.mark.parametrize("label", ["<h3>Bells</h3>", "<h4>What is a bell?</h4>"])
def test_prose_with_a_heading_in_an_element_of_its_own_is_beside_the_article(
    shape: str, label: str
) -> None:
    box = f'<div class="b7">{label}<div>{shape.format(FACTS)}</div></div>'
    # Below the article a name must tell that it is none of its chapters.
    for parts in ((*P[:2], box, *P[2:]), (*P, box.replace("b7", "factBox"))):
        found = kinds(*parts)
        assert body(found) == [*PROSE]
        assert found[FACTS] == "furniture"
        assert "subheading" not in found.values()


def test_chapters_each_in_an_element_of_its_own_are_of_the_article() -> None:
    chapters = "".join(
        f'<div class="part-{n}"><h3>Part {n} of the tale</h3>{text}</div>'
        for n, text in enumerate(P)
    )
    found = kinds(chapters)
    assert body(found) == [*PROSE]
    assert list(found.values()).count("subheading") == len(P)
    # Or only one of them, which has a name in common with what is above it, or ends the article.
    first, last = (
        f'<div class="{name}"><h3>What comes next</h3>{"".join(P[3:])}</div>'
        for name in ("part two", "b7")
    )
    for parts in ((f'<div class="part">{"".join(P[:3])}</div>', first, NEXT), (*P[:3], last)):
        assert set(PROSE) <= set(body(kinds(*parts)))


@pytest.mark.parametrize(
    "label",
    [
        "Story continues",
        "The article continues …",
        "Продолжение статьи",
        "記事は広告の後に続きます",
    ],
)
@pytest.mark.parametrize("shape", ['<p class="k">{}</p>', '<figure class="ad">{}</figure>'])
def test_what_says_that_the_article_goes_on_is_none_of_it(label: str, shape: str) -> None:
    found = kinds(*P[:2], shape.format(label), *P[2:])
    assert (body(found), found[label]) == ([*PROSE], "furniture")


@pytest.mark.parametrize("box", ["<section class='q4'>{}</section>", "<div class='q4'>{}</div>"])
def test_a_few_words_in_a_box_below_the_paragraph_that_has_them_are_set_off(box: str) -> None:
    said = "Rope of the bell"
    found = kinds(*P[:4], box.format("rope of the bell"), *P[4:])
    assert (body(found), found[said.lower()]) == ([*PROSE], "pullquote")
    # Above it they may head it.
    assert kinds(*P[:3], f"<h3>{said}</h3>", *P[3:])[said] == "subheading"


def test_a_reporter_may_be_written_to_in_a_report_by_the_hour() -> None:
    asked = "More soon; until noon you can reach me at ada@osten.example."
    posts = [
        f"<section><p><time>{hour}:05</time></p>{text}</section>"
        for hour, text in zip(
            range(12, 7, -1), [P[0] + f'<p class="k">{asked}</p>', *P[1:]], strict=True
        )
    ]
    assert body(kinds(*posts))[:2] == [PROSE[0], asked]
    # Below another article that is a note on whoever wrote it.
    assert asked not in body(kinds(*P, f'<p class="k">{asked}</p>'))


NEXT = '<p class="k">It will be heard in May for the first time since the storm, they said.</p>'
QUOTED = "“It weighs nine tonnes. I never thought we would hear it.”"


@pytest.mark.parametrize(
    "box", ['<div class="b7"><p>{}</p></div>', "<blockquote><p>{}</p></blockquote>"]
)
def test_a_quotation_set_apart_that_a_paragraph_nearly_says_is_a_pull_quote(box: str) -> None:
    found = kinds(*P[:3], box.format(QUOTED), *P[3:])
    assert body(found) == [*PROSE]
    assert found[QUOTED] == "pullquote"


def test_a_quotation_that_is_told_there_alone_is_a_paragraph() -> None:
    told = "“Let the rope be cut and the harbour sleep.”"
    opening = "The keeper of the light, who is eighty, told reporters on the quay:"
    for quoted in (told, QUOTED):
        box = f"<blockquote><p>{quoted}</p></blockquote>"
        found = kinds(*P[:3], f'<p class="k">{opening}</p>', box, *P[3:])
        assert found[quoted] == "body"
    assert kinds(*P[:3], f"<blockquote><p>{told}</p></blockquote>", *P[3:])[told] == "body"


DEK = "It will ring from May, when the tower by the harbour is ready, the council has said."
DATED = '<div class="m"><div>From:</div><div>Osten Council</div><div>4 May 2019</div></div>'


def test_what_stands_between_the_headline_and_the_date_is_the_dek() -> None:
    found = kinds(*P, head=f'<p class="l">{DEK}</p>{DATED}')
    assert (found[DEK], body(found)) == ("dek", [*PROSE])


def test_what_opens_with_a_colon_is_no_dek() -> None:
    opening = "Following are the words of the mayor at the harbour of Osten on Monday:"
    assert kinds(f'<p class="k"><em>{opening}</em></p>', *P)[opening] == "body"


@pytest.mark.parametrize(
    "heading",
    ["Notes to editors", "Note for correspondents", "Media enquiries", "Контакты для СМИ"],
)
def test_below_the_notes_of_a_release_nothing_is_of_it(heading: str) -> None:
    note = "The tower is built under section 14 of the Harbours Act of 2011."
    found = kinds(*P, f"<h2>{heading}</h2><ul><li>{note}</li></ul>")
    assert body(found) == [*PROSE]
    assert found[heading] == "furniture"
    # What nations have is one of the things that an article may head so.
    assert kinds(*P[:3], "<h2>Contacts</h2>", *P[3:])["Contacts"] == "subheading"


def test_sentences_of_an_article_may_have_the_name_of_who_wrote_it() -> None:
    byline = '<div class="a">By Ada Brann</div>'
    told = "Reporter Ada Brann spent three days in the village, where the rope has been kept."
    spoken = "ADA BRANN, BYLINE: Every Thursday the keeper still walks down to the quay."
    parts = [*P[:2], *(f'<p class="k">{it}</p>' for it in (told, spoken)), *P[2:]]
    found = kinds(*parts, head=byline)
    assert (found[told], found[spoken]) == ("body", "body")
    note = "Ada Brann has lived by the lake for eleven years, and keeps bees there."
    assert kinds(*parts, f'<p class="k">{note}</p>', head=byline)[note] == "byline"


@pytest.mark.parametrize("remark", ["(SOUNDBITE OF GULLS CALLING)", "(Laughter in the hall)"])
def test_a_line_all_in_brackets_heads_nothing(remark: str) -> None:
    assert kinds(*P[:3], f'<p class="k">{remark}</p>', *P[3:])[remark] == "body"


LINK = "<a href='/x'>{}</a>"


def test_a_menu_within_a_menu_is_no_standfirst() -> None:
    menu = "".join(f"<li>{LINK.format(it)}</li>" for it in ("Lakes", "Rivers of Osten"))
    page = f"<ul class='subtitle'>{menu}</ul><h1>A bell is found in the lake</h1>{''.join(P)}"
    found = {it.text: it.kind for it in classify(parse_saved(f"<body>{page}</body>").lines)}
    assert found["Rivers of Osten"] == "furniture"


def test_a_list_of_facts_below_a_standfirst_is_none() -> None:
    lead = "<p>Divers bring up what nobody had looked for since the winter of the storm.</p>"
    facts = "<dl><dt>Place of it</dt><dd>Osten and its lake</dd></dl><div>9 March 2018</div>"
    found = kinds(*P, head=lead + facts)
    assert (found["Place of it"], found["9 March 2018"]) == ("furniture", "published")


def test_a_path_of_links_is_no_caption() -> None:
    path = " / ".join(map(LINK.format, ("Home", "Osten", "Lakes")))
    page = f"<div>{path}</div><h1>A bell is found in the lake</h1>{''.join(P)}"
    lines = classify(parse_saved(f"<body>{page}</body>").lines)
    assert (lines[0].kind, lines[0].credit) == ("furniture", "")


def test_links_with_a_day_or_a_picture_below_an_article_are_links() -> None:
    told = ("Rope is hung, 4 May 2018", "Crane is sold")
    dated, pictured = map(LINK.format, (told[0], f"<img src='a.png'>{told[1]}"))
    found = kinds(*P, tail=f"<ul><li>{dated}</li><li>{pictured}</li></ul>")
    assert [found[text] for text in told] == ["related-link"] * 2


def test_a_heading_below_the_comments_ends_them() -> None:
    comment = "I have heard it once, when I was a child."
    comments = f"<div class='comments'><h3>Comments</h3><p>{comment}</p></div>"
    teaser = "<h3>Also from Osten</h3><div><p>A crane is sold to the town of Vik.</p></div>"
    found = kinds(*P, tail=comments + teaser)
    assert found[comment] == "comment"
    assert "comment" not in (found["Also from Osten"], found["A crane is sold to the town of Vik."])


def test_a_label_that_the_article_goes_on_is_no_caption_below_a_picture() -> None:
    label = "Story continues below"
    found = kinds(*P[:2], f"<figure><img src='a.png'><p>{label}</p></figure>", *P[2:])
    assert found[label] == "furniture"
