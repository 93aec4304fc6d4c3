"""Check: the cited paragraphs exist."""

from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library


@statement_check(
    code="paragraph",
    fix="Cite paragraphs that the source has; its page and `show SOURCE` number them.",
    fails="The call lasted 35 minutes, Osten reported [@osten-2019, para. 11].",
    passes="The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].",
)
def check_paragraph(statement: Statement, library: Library) -> Iterator[Finding]:
    """A citation must name paragraphs that its source has, or terms that the source lacks."""
    for citation in statement.citations:
        source = library.sources.get(citation.key)
        if source is None:
            continue
        last = len(source.article.paragraphs)
        if citation.locator is None:
            if not citation.absent_terms:
                message = "a citation must name a paragraph"
                hint = f"write [@{source.id}, para. 1]; {source.id} has paragraphs 1 to {last}"
                yield Finding(statement.place_in_citation(citation), message, hint)
            continue
        beyond = [number for number in citation.locator.numbers if number > last]
        if beyond:
            place = statement.place_in_citation(citation, citation.locator.text)
            message = f"a cited paragraph must exist; {source.id} has no paragraph {beyond[0]}"
            yield Finding(place, message, f"{source.id} has paragraphs 1 to {last}")
