"""Check: where a page says how many articles there are, it is right."""

import re
from collections.abc import Iterator

from build_tools.checks.check import page_check
from build_tools.english.numerals import COUNTS
from build_tools.english.reports import COUNTED
from build_tools.pages.statements import PageEvidence
from build_tools.problems import Finding, Place
from build_tools.sources.library import Library

# "These two articles" may be any two.
_TWO = 2


@page_check(
    code="article-count",
    fix="Give the number of sources in seeds/, or write 'the articles' and no number.",
    fails="What the five articles say of the bell.\n{: .no-claim }",
    passes="What the three articles say of the bell.\n{: .no-claim }",
)
def check_article_count(page: PageEvidence, library: Library) -> Iterator[Finding]:
    """A number of articles on a page, or in its head, must be the number of sources.

    'These two articles' may be any two: of two, 'two news articles' alone is taken for a count.
    """
    there = len(library.sources) + len(library.broken)
    for text, place in _texts(page):
        for match in wrong_counts(text, there):
            message = f"a count of the articles must be right: seeds/ holds {there}"
            at = page.page.place(match.start()) if place is None else place
            yield Finding(at, message, "where the number tells nothing, “the articles” is enough")


def wrong_counts(text: str, there: int) -> Iterator[re.Match[str]]:
    """Find where a text counts the articles and does not come to the number that there are."""
    for match in COUNTED.finditer(text):
        word = (match["number"] or match["bare"]).lower()
        number = float(word) if word.isdecimal() else COUNTS.get(word, there)
        some_two = number == _TWO and match["number"] and not match["news"]
        if number != there and not some_two:
            yield match


def _texts(page: PageEvidence) -> Iterator[tuple[str, Place | None]]:
    """Yield the texts of a page; each with its place, but for the Markdown."""
    for said in page.head:
        yield said.text, said.place
    yield page.page.text, None
