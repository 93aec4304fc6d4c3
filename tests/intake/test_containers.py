"""The names of a page's parts are believed only of what such parts may hold."""

import re
from pathlib import Path

import pytest
from project import ROOT

from build_tools.intake.classes import classify
from build_tools.intake.containers import is_left_open
from build_tools.intake.saved_page import parse_saved

MARK = "¶"
SAVED = sorted((ROOT / "tests/data/saved").glob("*.html"))
LEAST = 0.97

PROSE = (
    "The bell of Osten lay in the lake for eleven years, divers said on Monday.",
    "Nobody had looked for it since the storm of that winter, the mayor told reporters.",
    "It weighs nine tonnes, and was brought up in the morning by two boats and a crane.",
    "The village has kept the rope of the bell, and it is to hang from it again in May.",
    "The museum of the town had asked for it as well, but the council did not agree.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in PROSE)


def zones(article: str) -> dict[str, str | None]:
    page = f"<html><body><h1>A bell is found in the lake</h1>{article}</body></html>"
    return {line.text: line.zone for line in parse_saved(page).lines}


@pytest.mark.parametrize("name", ["share-tools", "related", "newsletter", "paywall", "comments"])
def test_a_name_around_the_whole_article_says_nothing(name: str) -> None:
    found = zones(f'<div class="{name}">{PARAGRAPHS}</div>')
    assert [found[text] for text in PROSE] == [None] * len(PROSE)


def test_a_name_around_a_prompt_is_believed() -> None:
    prompt = "Each Thursday our reporter walks the shore and writes down what is said there."
    found = zones(f'{PARAGRAPHS}<div class="newsletterBox_x1"><p>{prompt}</p></div>')
    assert found[prompt] == "newsletter"
    assert found[PROSE[0]] is None


def test_comments_are_such_however_long_they_are_below_an_article() -> None:
    found = zones(f'<p>{PROSE[0]}</p><div class="comments">{PARAGRAPHS.replace("The", "A")}</div>')
    assert found[PROSE[0]] is None
    assert found[PROSE[4].replace("The", "A")] == "comment"


def test_where_containers_are_left_open_they_are_believed_of_less() -> None:
    page = f'<p>{PROSE[0]}</p><p>{PROSE[1]}</p><div class="share"><a>Send</a>' + "".join(
        f"<p>{text}</p>" for text in PROSE[2:4]
    )
    long = "".join(f"<p>{number}: {PROSE[4]}</p>" for number in range(3))
    assert is_left_open(page + long)
    assert zones(long + page)[PROSE[3]] is None
    assert not is_left_open(page + "</div>")
    assert zones(long + page + "</div>")[PROSE[3]] == "furniture"


def test_a_picture_may_stand_beside_signs_that_are_no_line() -> None:
    assert zones(f"{PARAGRAPHS}<p><img src='a.png'>*</p>")[PROSE[0]] is None


def body_of(page: str) -> tuple[list[str], list[str]]:
    """Return the lines of the body that are marked, and those that are proposed."""
    wanted = [line.text.replace(MARK, "") for line in parse_saved(page).lines if MARK in line.text]
    saved = parse_saved(page.replace(MARK, ""))
    proposed = classify(saved.lines, saved.found.get("title", ""), saved.found.get("author", ""))
    return wanted, [line.text for line in proposed if line.kind == "body"]


@pytest.mark.parametrize(
    ("edge", "opened"),
    [
        (r"<body[^>]*>", '<div class="share related">'),
        ("</h1>", '<div class="share">'),
        ("</h1>", '<div class="comments">'),
        ("</h1>", '<section class="newsletter">'),
    ],
)
def test_what_is_left_open_takes_no_article(edge: str, opened: str) -> None:
    """The pages of the tests, each with a part that is opened and never closed."""
    right = wanted = 0
    for path in SAVED:
        page = Path(path).read_text(encoding="utf-8")
        given, found = body_of(re.sub(edge, lambda it: it[0] + opened, page, count=1))
        wanted += len(given)
        right += sum(text in found for text in given)
    assert right / wanted >= LEAST


def test_pages_may_leave_every_paragraph_and_item_open() -> None:
    right = wanted = 0
    for path in SAVED:
        given, found = body_of(re.sub("</(?:p|li)>", "", path.read_text(encoding="utf-8")))
        wanted += len(given)
        right += sum(text in found for text in given)
    assert right / wanted >= LEAST
