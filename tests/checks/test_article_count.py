"""Where a page counts the articles, the number is that of the sources."""

from dataclasses import replace

import pytest
from fixture_types import ReadPage

from build_tools.checks.article_count import check_article_count
from build_tools.ledger import Ledger
from build_tools.sources.library import Library


@pytest.fixture
def library(manuscript: Ledger) -> Library:
    """The three invented articles."""
    return manuscript.library


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What the five articles say.", "the five articles"),
        ("It tells what four\nnews reports say.", "four news reports"),
        ("In these 5 sources it is not.", "these 5 sources"),
        ("All Twelve articles have it.", "All Twelve articles"),
        ("Of two news articles it tells.", "two news articles"),
        ("All thirty-one sources have it.", "All thirty-one sources"),
        ("The dozen articles have it.", "The dozen articles"),
        # More digits than Python turns into a whole number.
        (f"All {'9' * 4400} articles.", f"All {'9' * 4400} articles"),
        # What is right, or no count of all.
        ("What the other articles and the news articles say.", None),
        ("What the three articles say, and three news reports.", None),
        ("These two articles differ.", None),
        ("Two articles with one origin are one witness.", None),
        ("The call covered five areas; five sources said so.", None),
        ("The four reports.", None),
    ],
)
def test_a_count_of_the_articles_is_that_of_the_sources(
    read_page: ReadPage, library: Library, text: str, words: str | None
) -> None:
    found = list(check_article_count.run(read_page(f"One.\n\n{text}\n"), library))
    assert [problem.message for problem in found] == (
        ["a count of the articles must be right: seeds/ holds 3"] if words else []
    )
    if words:
        [problem] = found
        assert problem.place.line == 3
        assert problem.place.column == text.index(words.split()[0]) + 1


def test_the_head_of_a_page_is_read_as_well(read_page: ReadPage, library: Library) -> None:
    page = read_page('---\ntitle: A\ndescription: "From the six articles."\n---\n\nOne.\n')
    [problem] = check_article_count.run(page, library)
    assert str(problem.place) == "docs/page.md:3:1"


def test_a_source_that_does_not_load_is_counted(read_page: ReadPage, library: Library) -> None:
    page = read_page("What the four articles say.")
    with_broken = replace(library, broken=frozenset(["coast-2020"]))
    assert list(check_article_count.run(page, with_broken)) == []
