"""What readers get is read: alternative text, citations where none may stand, quotation marks."""

import pytest
from fixture_types import ReadPage

from build_tools.checks.quotation import check_quotation
from build_tools.checks.uncited import check_uncited
from build_tools.sources.library import Library

CITED = "[@osten-2019, para. 2]"


def refused(read_page: ReadPage, text: str) -> list[str]:
    return [problem.message for problem in read_page(text).problems if problem.code == "citation"]


# Alternative text.


def test_alternative_text_is_part_of_its_statement(read_page: ReadPage) -> None:
    text = f"![The bell, stolen &amp; sold](bell.png) It lasted 35 minutes {CITED}."
    (statement,) = read_page(text).statements
    assert statement.text == "The bell, stolen & sold It lasted 35 minutes"


@pytest.mark.parametrize(
    "text",
    [
        "![Sailors stole it](bell.png)",
        "- ![Sailors stole it][bell]\n\n[bell]: bell.png",
        "[![Sailors stole it](bell.png)](index.md)",
        '![A bell](bell.png){: alt="Sailors stole it" }',
        "| A |\n| --- |\n| ![Sailors stole it](bell.png) |",
    ],
)
def test_alternative_text_without_a_citation_is_found(
    read_page: ReadPage, library: Library, text: str
) -> None:
    (problem,) = check_uncited.run(read_page(f"{text}\n"), library)
    assert "Sailors stole it" in problem.message


@pytest.mark.parametrize("text", ["![](bell.png)", "![A bell](bell.png)\n{: .no-claim }"])
def test_a_picture_that_states_nothing(read_page: ReadPage, library: Library, text: str) -> None:
    assert list(check_uncited.run(read_page(f"{text}\n"), library)) == []


def test_alternative_text_counts_in_a_heading(read_page: ReadPage) -> None:
    (problem,) = read_page(f"# A bell ![{'word ' * 25}](bell.png)\n").problems
    assert (problem.code, "at most 25 words" in problem.message) == ("markup", True)


# Citations in headings and links.


@pytest.mark.parametrize(
    "text",
    [
        f"# It lasted 35 minutes {CITED}",
        f"It lasted 35 minutes {CITED}\n---",
        "## Osten, by @osten-2019 [para. 2]",
        f"## *It lasted 35 minutes {CITED}*",
    ],
)
def test_a_citation_in_a_heading_is_refused(read_page: ReadPage, text: str) -> None:
    assert refused(read_page, f"{text}\n") == [
        "a citation must not stand in a heading, which states nothing"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"It lasted [35 minutes {CITED}](index.md).",
        f"It lasted [**35 minutes {CITED}**](index.md).",
        "It is from [@osten-2019 [para. 2]](index.md).",
    ],
)
def test_a_citation_in_a_link_is_refused(read_page: ReadPage, text: str) -> None:
    page = read_page(f"{text}\n")
    assert refused(read_page, f"{text}\n") == ["a citation must not stand in the text of a link"]
    (place,) = [problem.place for problem in page.problems]
    assert place.column == text.index("@") + 1


def test_a_citation_beside_a_link_is_not_refused(read_page: ReadPage) -> None:
    assert refused(read_page, f"## A heading\n\nIt lasted [35 minutes](index.md) {CITED}.\n") == []


# Quotation marks.


@pytest.mark.parametrize(
    "marks",
    ["“”", "„“", "„”", "«»", "»«", "「」", "『』", "｢｣", "《》", "〝〟", "＂＂"],
)
def test_marks_of_any_shape_make_a_quotation(
    read_page: ReadPage, library: Library, marks: str
) -> None:
    for words, holds in (("frank and friendly", True), ("frank and fair", False)):
        text = f"It was {marks[0]}{words}{marks[1]}, Osten reported [@osten-2019, para. 3].\n"
        (statement,) = read_page(text).statements
        assert [quotation.text for quotation in statement.quotations] == [words]
        assert (not list(check_quotation.run(statement, library))) is holds


@pytest.mark.parametrize(
    "quoted",
    [
        "''frank and fair''", "‘‘frank and fair’’", ",,frank and fair''", ",,frank and fair“",
        "‚‚frank and fair‘‘", "\\`\\`frank and fair''", "´´frank and fair´´", "′′frank and fair′′",
        "‹frank and fair›", "›frank and fair‹", "‹‹frank and fair››", "〈frank and fair〉",
        "❮frank and fair❯", "❛frank and fair❜", "\\`frank and fair'", "´frank and fair´",
        "'frank and fair'", "‚frank and fair‘", "''frank''", ",,frank''", "〈frank〉",
        "&lt;&lt;frank and fair&gt;&gt;", "【frank and fair】", "〖frank and fair〗",
        "⟪frank and fair⟫", "❰frank❱", "〔frank and fair〕",
    ],
)  # fmt: skip
def test_marks_that_no_check_would_read_are_refused(
    read_page: ReadPage, library: Library, quoted: str
) -> None:
    (statement,) = read_page(f"It was {quoted}, Osten wrote [@osten-2019, para. 3].\n").statements
    found = [problem.message for problem in check_quotation.run(statement, library)]
    assert any("must stand in double quotation marks: “frank" in message for message in found)


@pytest.mark.parametrize(
    "words",
    [
        "the sides' plan for the leaders' talks",
        "Kestria's and Orlavia's",
        "rock 'n' roll",
    ],
)
def test_apostrophes_are_no_marks(read_page: ReadPage, library: Library, words: str) -> None:
    (statement,) = read_page(f"It was {words}, Osten wrote [@osten-2019, para. 3].\n").statements
    assert list(check_quotation.run(statement, library)) == []
