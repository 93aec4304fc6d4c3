"""Check: a statement has something in common with each paragraph that it cites."""

from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.lexicon.content_terms import find_terms, is_name
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library

# Three names together are about as telling as a word: a list of who was there has little else.
_ENOUGH_NAMES = 3


@statement_check(
    code="support",
    mend="Cite the paragraph that says it.",
    fails="Suga kept his predecessor's team, Nikkei Asia reported [@nikkei-2020, para. 2].",
    passes="Suga kept the diplomatic team, Nikkei Asia reported [@nikkei-2020, para. 14].",
    waivable=True,
)
def check_support(statement: Statement, library: Library) -> Iterator[Finding]:
    """A statement must share a word beyond names with the paragraphs of each citation."""
    terms = find_terms(statement.text, library.names)
    if not any(not is_name(term) for term in terms):
        return
    for citation in statement.citations:
        source = library.sources.get(citation.key)
        paragraphs = library.paragraphs(citation)
        if source is None or not paragraphs:
            continue
        shared = terms & frozenset().union(*(source.terms(paragraph) for paragraph in paragraphs))
        names = sum(is_name(term) for term in shared)
        if len(shared) == names and names < _ENOUGH_NAMES:
            place = statement.place_in_citation(citation)
            message = f"{source.id}, {citation.locator}, must share a word with the statement"
            yield Finding(place, message, "cite the paragraph that says it")
