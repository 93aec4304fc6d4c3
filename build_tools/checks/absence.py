"""Check: what a source is said not to mention is not in it."""

import re
from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.library import Library, Source
from build_tools.problems import Outcome, Problem
from build_tools.statements import Statement
from build_tools.typography import fold

_CONTEXT = 30


@statement_check(
    code="absence",
    mend="Take the term out, or say what the article does mention and cite that paragraph.",
    fails='A vaccine is not in this Xinhua article [@xinhua-2020, no mention of "vaccine"].',
    passes="A declaration is not in this article by Xinhua "
    '[@xinhua-2020, no mention of "declaration"].',
)
def check_absence(statement: Statement, library: Library) -> Iterator[Problem]:
    """Terms given as not mentioned must occur nowhere in the body of the source."""
    for citation in statement.citations:
        source = library.sources.get(citation.key)
        if source is None:
            continue
        # A search that finds nothing proves nothing unless it finds what is there.
        control = max(source.article.paragraphs[0].folded.text.split(), key=len)
        if citation.absent_terms and not _occurrences(control, source):
            place = statement.place_in_citation(citation)
            message = f"the search must find “{control}”, which {source.id} has"
            yield Problem(place, "absence", message, "", Outcome.CANNOT_BE_CHECKED)
        for term in citation.absent_terms:
            if found := _occurrences(term, source):
                place = statement.place_in_citation(citation, term)
                message = f"“{term}” must not be in {source.id}: it is in {', '.join(found)}"
                yield Problem(place, "absence", message, "cite that paragraph instead")


def _occurrences(term: str, source: Source) -> list[str]:
    """Say where words of the body begin with the term, whatever their case."""
    pattern = re.compile(rf"(?<!\w){re.escape(fold(term).text)}", re.IGNORECASE)
    found = []
    for paragraph in source.article.paragraphs:
        text = paragraph.folded.text
        if match := pattern.search(text):
            context = text[max(0, match.start() - _CONTEXT) : match.end() + _CONTEXT]
            found.append(f"para. {paragraph.number} (“…{context}…”)")
    return found
