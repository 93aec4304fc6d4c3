"""Check: quotations and pin quotes are verbatim in the cited paragraphs."""

from collections.abc import Iterator

from build_tools.articles import Paragraph
from build_tools.checks.check import statement_check
from build_tools.library import Library
from build_tools.problems import Comparison, Place, Problem
from build_tools.selectors import find_quotation, nearest_passage
from build_tools.statements import Statement


@statement_check(
    code="quotation",
    mend="Copy the words from the cited paragraph, or take the quotation marks away.",
    fails='It "will give back two of the four islands", said Nikkei Asia [@nikkei-2020, para. 5].',
    passes='It "will hand over two of the four islands", said Nikkei Asia [@nikkei-2020, para. 5].',
)
def check_quotation(statement: Statement, library: Library) -> Iterator[Problem]:
    """Quoted words must stand verbatim, typography apart, in one of the cited paragraphs."""
    cited = [
        (citation.key, paragraph)
        for citation in statement.citations
        for paragraph in library.paragraphs(citation)
    ]
    for quotation in statement.quotations:
        if cited:
            place = statement.place_of(quotation.text)
            yield from _verbatim("a quotation", quotation.text, cited, place)
    for citation in statement.citations:
        paragraphs = [(citation.key, paragraph) for paragraph in library.paragraphs(citation)]
        for pin in citation.pins if paragraphs else ():
            place = statement.place_in_citation(citation, pin)
            yield from _verbatim("a pin quote", pin, paragraphs, place)


def _verbatim(
    what: str, words: str, cited: list[tuple[str, Paragraph]], place: Place
) -> Iterator[Problem]:
    if any(find_quotation(words, paragraph.folded) for _, paragraph in cited):
        return
    passages = [
        (nearest_passage(words, paragraph.folded), key, paragraph) for key, paragraph in cited
    ]
    best, key, paragraph = max(passages, key=lambda found: found[0].score)
    message = f"{what} must be verbatim in {key}, para. {paragraph.number}: “{words}” is not"
    hint = f"the nearest there is “{best.text}”"
    comparison = Comparison(words, best.text)
    yield Problem(place, "quotation", message, hint, comparison=comparison)
