"""An article is read by its record, and every line of it is accounted for."""

import hashlib

import pytest
from project import SMALL

from build_tools.problems import InputProblems, Problem
from build_tools.sources.articles import parse_article
from build_tools.sources.library import Library
from build_tools.sources.records import PlacedRecord, parse_record

PARAGRAPHS = {"harbour-post-2015": 11, "meridian-2019": 12, "osten-2019": 10}
TEXT = """\
The headline
By Somebody

The first paragraph.

The second paragraph.
Subscribe
"""
RECORD = """\
id: test-2020
type: webpage
title: The headline
container-title: The Outlet
publisher: The Company
issued: 2020-09-29
URL: https://example.org/article
language: en
sha256: {sha256}
lines:
  headline: 1
  byline: 2
  body: {body}
  furniture: {furniture}
ownership: {{label: private, criterion: its publisher, basis: the imprint}}
origin: {{id: outlet, basis: no agency is named}}
event: {{name: A call, date: 2020-09-29, basis: paragraph 1}}
"""
BODY_LINE = RECORD[: RECORD.index("body:")].count("\n") + 1


def placed(body: str = "4, 6", furniture: str = "7", text: str = TEXT) -> PlacedRecord:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    text = RECORD.format(sha256=sha256, body=body, furniture=furniture)
    return parse_record(text, "seeds/test-2020.yml")


def problems_of(record: PlacedRecord, text: str = TEXT) -> tuple[Problem, ...]:
    with pytest.raises(InputProblems) as raised:
        parse_article(text.encode(), "seeds/test-2020.txt", record)
    return raised.value.problems


@pytest.mark.parametrize("id_", PARAGRAPHS)
def test_paragraphs_are_counted_from_one_without_a_gap(library: Library, id_: str) -> None:
    numbers = [paragraph.number for paragraph in library.sources[id_].article.paragraphs]
    assert numbers == list(range(1, PARAGRAPHS[id_] + 1))


@pytest.mark.parametrize("id_", PARAGRAPHS)
def test_every_line_with_text_is_in_one_class(library: Library, id_: str) -> None:
    text = (SMALL / "seeds" / f"{id_}.txt").read_bytes().decode()
    filled = [n for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    article = library.sources[id_].article
    assert [line.number for line in article.lines] == filled
    # And nothing of a line is dropped on the way.
    assert [line.text for line in article.lines] == [
        line for line in text.split("\n") if line.strip()
    ]


def test_a_text_is_read_by_its_record() -> None:
    article = parse_article(TEXT.encode(), "seeds/test-2020.txt", placed())
    assert [(p.number, p.line, p.text) for p in article.paragraphs] == [
        (1, 4, "The first paragraph."),
        (2, 6, "The second paragraph."),
    ]
    assert article.text_of("headline") == "The headline"
    assert article.text_of("caption") == ""
    assert article.body_words == 6


def test_a_changed_text_is_refused() -> None:
    [problem] = problems_of(placed(), TEXT.replace("first", "First"))
    line = RECORD[: RECORD.index("sha256:")].count("\n") + 1
    assert str(problem.place) == f"seeds/test-2020.yml:{line}:1"
    assert problem.code == "record"
    assert "an original is never edited" in problem.message


@pytest.mark.parametrize(
    ("body", "furniture", "message", "line"),
    [
        ("4, 6, 7", "7", "line 7 must be in one class", BODY_LINE + 1),
        ("4", "7", "line 6 of seeds/test-2020.txt must be in a class", BODY_LINE - 3),
        ("4, 6-99", "7", "'body' must name lines of the text", BODY_LINE),
        ("4, 5, 6", "7", "'body' must name a line with text; line 5 is blank", BODY_LINE),
    ],
    ids=["in two classes", "in none", "past the end", "blank"],
)
def test_lines_that_are_wrongly_classed(body: str, furniture: str, message: str, line: int) -> None:
    first, *_ = [
        problem for problem in problems_of(placed(body, furniture)) if message in problem.message
    ]
    assert first.code == "record"
    assert (first.place.path, first.place.line, first.place.column) == (
        "seeds/test-2020.yml",
        line,
        3 if line >= BODY_LINE else 1,
    )


def test_a_record_must_name_the_body() -> None:
    text = "The headline\nBy Somebody\n\nA\nB\n"
    messages = [problem.message for problem in problems_of(placed("3", "4-5", text), text)]
    assert "the record must name the lines of the body" in messages


def test_all_problems_are_said_at_once() -> None:
    problems = problems_of(placed("4, 99"), TEXT + "one line more\n")
    messages = [problem.message for problem in problems]
    assert len(messages) == 3
    assert "the SHA-256 must be" in messages[0]
    assert "which ends at line" in messages[1]
    assert messages[2].startswith("lines 6, 8 of ")


def test_an_original_must_be_utf_8() -> None:
    with pytest.raises(InputProblems) as raised:
        parse_article("The headline\nÉ".encode("latin-1"), "seeds/test-2020.txt", placed())
    assert str(raised.value.problems[-1].place) == "seeds/test-2020.txt:2:1"


def test_only_a_line_feed_ends_a_line() -> None:
    """A separator that str.splitlines also breaks at must not shift the paragraph numbers."""
    text = TEXT.replace("first paragraph", "first\x0bpara\u2028graph")
    article = parse_article(text.encode(), "seeds/test-2020.txt", placed(text=text))
    assert [paragraph.line for paragraph in article.paragraphs] == [4, 6]


GLUED = TEXT.replace("The second paragraph.", " Photo: Osten The second paragraph. Photo by Jo ")


def split(text: str, ends: str) -> PlacedRecord:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    record = RECORD.format(sha256=sha256, body="4, 6", furniture="7")
    return parse_record(f"{record}split: {ends}\n", "seeds/test-2020.yml")


def test_a_line_of_two_classes_is_split() -> None:
    record = split(GLUED, "{6: {caption: 'Photo: Osten', credit: Photo by Jo}}")
    article = parse_article(GLUED.encode(), "seeds/test-2020.txt", record)
    parts = [(line.kind, line.text) for line in article.lines if line.number == 6]
    assert parts == [
        ("caption", "Photo: Osten"),
        ("body", "The second paragraph."),
        ("credit", "Photo by Jo"),
    ]
    assert [it.text for it in article.paragraphs] == [
        "The first paragraph.",
        "The second paragraph.",
    ]
    assert article.text_of("credit") == "Photo by Jo"


@pytest.mark.parametrize(
    ("ends", "message"),
    [
        ("{9: {credit: Photo}}", "'split' must name a line of 'lines'; 9 is none"),
        ("{6: {credit: second}}", "a part must be words with which the line begins or ends"),
        ("{6: {body: 'Photo: Osten'}}", "a part must be of another class than its line"),
        ("{4: {credit: The first paragraph}}", "something must be left of the line"),
    ],
)
def test_what_cannot_be_split_is_said_at_its_place(ends: str, message: str) -> None:
    record = split(GLUED, ends)
    (problem,) = problems_of(record, GLUED)
    assert problem.message.startswith(message)
    assert (problem.code, problem.place) == ("record", record.yaml.place_of(("split", ends[1])))


@pytest.mark.parametrize("ends", ["{0: {credit: a}}", "{a: {credit: a}}", "{6: {photo: a}}"])
def test_a_split_has_numbers_of_lines_and_classes(ends: str) -> None:
    with pytest.raises(InputProblems):
        split(GLUED, ends)
