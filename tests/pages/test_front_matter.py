"""The head of a page: what it may say, and where its Markdown starts."""

import pytest
from fixture_types import ReadPage

from build_tools.pages.front_matter import Filling, LineOrigin, PageMeta, PageSource, parse_page
from build_tools.pages.statements import PageText


def origins_of(page: PageSource) -> list[LineOrigin]:
    """Return where each line of a page is written."""
    text = PageText("page.md", page.body, page.line_origins)
    return [text.origin_of(line + 1) for line in range(page.body.count("\n") + 1)]


def parsed(text: str) -> PageSource:
    return parse_page(text, "docs/page.md")


def test_a_page_is_divided() -> None:
    page = parsed('---\ntitle: "Two names"\nclaims: none\n---\n\n# Heading\n')
    assert page.meta == PageMeta(title="Two names", claims="none")
    assert (page.body, page.line_origins[0].line, page.problems) == ("# Heading\n", 6, ())


@pytest.mark.parametrize(
    ("text", "body", "first_line"),
    [
        ("# Heading\n", "# Heading\n", 1),
        ("\n\n# Heading\n", "# Heading\n", 3),
        ("\ufeff# Heading\n", "# Heading\n", 1),
        ("\ufeff---\ntitle: A\n---\n# Heading\n", "# Heading\n", 4),
        ("---\ntitle: A\n...\n# Heading\n", "# Heading\n", 4),
        ("---  \ntitle: A\n---  \n\n\n\n# Heading\n", "# Heading\n", 7),
        # A line of dashes further down is no front matter.
        ("# Heading\n---\ntitle: A\n---\n", "# Heading\n---\ntitle: A\n---\n", 1),
        ("", "", 1),
    ],
)
def test_the_markdown_starts_at_its_own_line(text: str, body: str, first_line: int) -> None:
    page = parsed(text)
    assert (page.body, page.line_origins[0].line, page.problems) == (body, first_line, ())


@pytest.mark.parametrize(
    ("line", "place", "code", "message"),
    [
        ("titel: A", "docs/page.md:3:1", "front-matter", "'titel' must be a known one"),
        ("claims: some", "docs/page.md:3:1", "front-matter", "'claims' must be one of"),
        ("hide: [[toc]]", "docs/page.md:3:8", "front-matter", "'hide.0'"),
        ("title: A: b", "docs/page.md:3:9", "yaml", "must parse"),
        ('title: "The "A" b"', "docs/page.md:3:13", "yaml", 'must be written \\"'),
        ("description: twice", "docs/page.md:3:1", "yaml", "must appear once"),
    ],
)
def test_wrong_front_matter_is_a_problem_at_its_place(
    line: str, place: str, code: str, message: str
) -> None:
    page = parsed(f"---\ndescription: A\n{line}\n---\n\n# Heading\n")
    [problem] = page.problems
    assert (str(problem.place), problem.code) == (place, code)
    assert message in problem.message
    # The rest of the page is still read, so that its own problems are said in the same run.
    assert (page.body, page.line_origins[0].line) == ("# Heading\n", 6)


@pytest.mark.parametrize(
    ("text", "body", "first_line"),
    [
        ("---\ntitle: A\nclaims: none\n\n# Heading\n", "# Heading\n", 5),
        ("---\ntitle: A\nclaims: none\n----\n\n# Heading\n", "# Heading\n", 6),
        ("\ufeff--- \ntitle: A: b\n\n# Heading\n", "# Heading\n", 4),
        # Without a line break behind it, MkDocs does not see it either.
        ("---\ntitle: A\n\n---", "---", 4),
    ],
)
def test_a_head_that_is_never_closed_is_one_problem(text: str, body: str, first_line: int) -> None:
    page = parsed(text)
    [problem] = page.problems
    assert str(problem).startswith("docs/page.md:1:1: front-matter: the head that begins here")
    assert (page.body, page.line_origins[0].line) == (body, first_line)


def test_a_rule_at_the_top_of_a_page_opens_no_head() -> None:
    page = parsed("---\n\n# Heading\n")
    assert (page.body, page.problems) == ("---\n\n# Heading\n", ())


def test_front_matter_that_is_no_mapping_is_a_problem() -> None:
    [problem] = parsed("---\n- a list\n---\n\ntext\n").problems
    assert problem.code == "front-matter"


EVENT = """---
title: A call
event:
  name: A call
  summary: They spoke [@osten-2019, para. 2].
  kind:
    is: call
    stated: It was a call, Osten reported [@osten-2019, para. 2].
  dates: {is: 2019-05-16, stated: "It was on 16 May 2019 [@osten-2019, para. 1]."}
  # A comment.
  length:
    is: 35
    stated: >-
      It took 35 minutes,
      Osten reported [@osten-2019, para. 2].
  participants:
    is: [Revnik]
    stated: 'Revnik''s words were: he "wants" it [@osten-2019, para. 2].'
  accounts:
    is: [Revnik]
    stated: Revnik gave [@osten-2019, para. 10].
  points:
    The bell: She meant to settle it [@osten-2019, para. 2].
hide: [toc]
---

# Heading

```event
```

Behind.
"""


def test_the_facts_of_an_event_are_put_into_its_block() -> None:
    page = parse_page(EVENT, "page.md")
    assert page.problems == ()
    written, lines = EVENT.split("\n"), page.body.split("\n")
    start = lines.index("```event") + 1
    kept = lines[start : lines.index("```")]
    assert kept[:2] == ["event:", "  name: A call"]
    # What the fact box has not stays out.
    assert not any("summary" in line or "points" in line or "The bell" in line for line in kept)
    assert "".join(lines[start + len(kept) :]) == "```Behind."
    for line, origin in zip(lines, origins_of(page), strict=True):
        assert written[origin.line - 1] == line
        assert (origin.shift, origin.path) in ((0, ""), (0, "page.md"))


def test_a_fact_is_placed_where_it_is_written(read_page: ReadPage) -> None:
    page = read_page(EVENT)
    assert page.problems == ()
    written = EVENT.split("\n")
    starts = [
        (s.place.line, written[s.place.line - 1][s.place.column - 1 :][: len("It was on")])
        for s in page.statements
    ]
    assert starts == [(9, "It was on"), (8, "It was a "), (14, "It took 3"), (18, "Revnik''s"), (21, "Revnik ga")]  # fmt: skip  # noqa: E501
    assert [text.place.line for text in page.uncited] == [32]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EVENT.replace("```event\n```\n", ""), 3),
        (EVENT.replace("```event\n```\n", "````\n```event\n```\n````\n"), 3),
        ("---\ntitle: A\n---\n\n```event\n```\n", 5),
        ("---\ntitle: A\n---\n\n- a\n\n    ```event\n    ```\n", 7),
    ],
)
def test_an_event_and_its_block_go_together(text: str, line: int) -> None:
    [problem] = parse_page(text, "page.md").problems
    assert (problem.code, problem.place.line) == ("front-matter", line)


WAYS = EVENT.replace(
    "hide: [toc]",
    "  ways:\n"
    "    - by: [Revnik, Osten News Agency]\n"
    "      stated: Revnik said so, Osten reported [@osten-2019, para. 2].\n"
    "hide: [toc]",
).replace("Behind.", "```ways\n```\n\nBehind.")


def test_the_ways_of_an_event_are_put_into_their_block() -> None:
    page = parse_page(WAYS, "page.md")
    assert page.problems == ()
    lines = page.body.split("\n")
    start = lines.index("```ways") + 1
    assert lines[start : start + 5] == [
        "event:",
        "  name: A call",
        "  ways:",
        "    - by: [Revnik, Osten News Agency]",
        "      stated: Revnik said so, Osten reported [@osten-2019, para. 2].",
    ]
    assert not any("ways" in line for line in lines[: start - 1])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (WAYS.replace("```ways\n```\n", ""), 24),
        (WAYS.replace("```ways\n```\n", "```ways\n```\n\n```ways\n```\n"), 35),
        (EVENT.replace("Behind.", "```ways\n```\n"), 32),
        ("---\ntitle: A\n---\n\n```ways\n```\n", 5),
    ],
)
def test_ways_and_their_block_go_together(text: str, line: int) -> None:
    [problem] = parse_page(text, "page.md").problems
    assert (problem.code, problem.place.line) == ("front-matter", line)
    assert "one empty block 'ways'" in problem.message


@pytest.mark.parametrize(
    "event",
    [
        "event: {name: A, summary: B}",
        "event:\n  kind: {is: call, stated: A call}\n  name: A",
    ],
)
def test_an_event_that_lacks_keys_is_a_problem_and_not_shown(event: str) -> None:
    page = parse_page(f"---\n{event}\n---\n\n```event\n```\n", "page.md")
    assert {problem.code for problem in page.problems} == {"front-matter"}
    assert page.body.strip() == ""


def test_each_key_of_an_event_must_have_a_line_of_its_own() -> None:
    flow = (
        "---\nevent: {name: A, summary: B, kind: {is: call, stated: a call}, "
        "dates: {is: 1956, stated: in 1956}, length: {is: 9, stated: 9 minutes}, "
        "participants: {is: [A], stated: A}, accounts: {is: [A], stated: A}, points: {}}\n---\n"
    )
    page = parse_page(f"{flow}\n```event\n```\n", "page.md")
    [problem] = page.problems
    assert str(problem) == (
        "page.md:2:1: front-matter: each key of 'event' must be on a line of its own"
    )
    assert page.body.strip() == ""


@pytest.mark.parametrize("fence", ["```", "~~~", "`````"])
@pytest.mark.parametrize("inside", ["", "\n", "  \n\n"])
def test_any_empty_block_is_filled(fence: str, inside: str) -> None:
    filling = Filling(
        ("a: 1", "b: 2"), (LineOrigin(7, -2, "other.md"), LineOrigin(8, -2, "other.md"))
    )
    text = f"One.\n\n{fence} timeline\n{inside}{fence}\n\nTwo.\n"
    page = parse_page(text, "page.md", {"timeline": filling})
    assert page.body == f"One.\n\n{fence} timeline\na: 1\nb: 2\n{fence}\n\nTwo.\n"
    two = text[: text.index("Two")].count("\n") + 1
    lines = [origin.line for origin in origins_of(page)]
    close = two - 2
    assert lines == [1, 2, 3, 7, 8, close, two - 1, two, two + 1]


@pytest.mark.parametrize(
    "text",
    [
        "```timeline\nown: yaml\n```\n",
        "```timeline\n",
        "````\n```timeline\n```\n````\n",
        "~~~markdown\n```timeline\n```\n~~~\n",
        "```python\n```\n",
        "- a\n\n    ```timeline\n    ```\n",
    ],
)
def test_what_is_no_empty_block_at_the_margin_is_not_filled(text: str) -> None:
    filling = Filling(("a: 1",), (LineOrigin(7),))
    assert parse_page(text, "page.md", {"timeline": filling}).body == text


def test_a_line_that_no_checker_can_read_is_refused() -> None:
    source = parse_page("# Long\n\n" + "a" * 20_001 + "\n\nShort.\n", "page.md")
    [problem] = source.problems
    assert str(problem.place) == "page.md:3:1"
    assert "at most 20,000 characters" in problem.message
    assert source.body == "# Long\n\n…\n\nShort.\n"
