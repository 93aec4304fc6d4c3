"""The head of a page: what it may say, and where its Markdown starts."""

import pytest
from fixture_types import ReadPage

from build_tools.front_matter import PageMeta, PageSource, parse_page


def parsed(text: str) -> PageSource:
    return parse_page(text, "docs/page.md")


def test_a_page_is_divided() -> None:
    page = parsed('---\ntitle: "Four islands"\nclaims: none\n---\n\n# Heading\n')
    assert page.meta == PageMeta(title="Four islands", claims="none")
    assert (page.body, page.origins[0].line, page.problems) == ("# Heading\n", 6, ())


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
    assert (page.body, page.origins[0].line, page.problems) == (body, first_line, ())


@pytest.mark.parametrize(
    ("line", "place", "code", "message"),
    [
        ("titel: A", "docs/page.md:3:1", "front-matter", "'titel' must be a known one"),
        ("claims: some", "docs/page.md:3:1", "front-matter", "'claims' must be one of"),
        ("hide: [[toc]]", "docs/page.md:3:8", "front-matter", "'hide.0'"),
        ("title: A: b", "docs/page.md:3:9", "yaml", "must parse"),
        ("description: twice", "docs/page.md:3:1", "yaml", "must stand once"),
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
    assert (page.body, page.origins[0].line) == ("# Heading\n", 6)


def test_front_matter_that_is_no_mapping_is_a_problem() -> None:
    [problem] = parsed("---\n- a list\n---\n\ntext\n").problems
    assert problem.code == "front-matter"


FACTS = """---
title: A call
facts:
  Length: It took 20 minutes [@nikkei-2020, para. 3].
  "Who spoke":  'Suga''s words were: he "wants" it [@nikkei-2020, para. 3].'
---

# Heading

<!-- facts -->

Behind.
"""


def test_facts_become_a_table_at_their_mark() -> None:
    page = parse_page(FACTS, "page.md")
    assert page.problems == ()
    assert page.body == (
        "# Heading\n\n"
        "Table: The facts at a glance\n\n"
        "| Fact | What the reports say |\n| --- | --- |\n"
        "| Length | It took 20 minutes [@nikkei-2020, para. 3]. |\n"
        '| Who spoke | Suga\'s words were: he "wants" it [@nikkei-2020, para. 3]. |\n'
        "\nBehind.\n"
    )


def test_a_fact_is_placed_where_it_is_written(read_page: ReadPage) -> None:
    length, who = read_page(FACTS).statements
    written = FACTS.split("\n")
    for statement, line in ((length, 4), (who, 5)):
        assert statement.place.line == line
        assert written[line - 1][statement.place.column - 1 :].startswith(statement.text[:4])
    assert [text.place.line for text in read_page(FACTS).uncited] == [12]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FACTS.replace("<!-- facts -->", ""), 3),
        (FACTS.replace("<!-- facts -->", "<!-- facts -->\n\n<!-- facts -->"), 12),
        ("---\ntitle: A\n---\n\n<!-- facts -->\n", 5),
    ],
)
def test_facts_and_their_mark_go_together(text: str, line: int) -> None:
    [problem] = parse_page(text, "page.md").problems
    assert (problem.code, problem.place.line) == ("front-matter", line)
