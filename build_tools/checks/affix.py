"""Check: nothing is stated inside the brackets of a citation, where no check reads it."""

from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.english.reports import POINTERS
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library


@statement_check(
    code="affix",
    fix="Say it in the sentence, where it is checked, and leave in the brackets what points.",
    fails="The call lasted 35 minutes, Osten reported [as agreed, @osten-2019, para. 2].",
    passes="The call lasted 35 minutes, Osten reported [see @osten-2019, para. 2].",
)
def check_affix(statement: Statement, library: Library) -> Iterator[Finding]:  # noqa: ARG001
    """Before and after a citation nothing may stand but 'see', 'also', 'cf.' or 'compare'."""
    for citation in statement.citations:
        for words in (citation.prefix, citation.suffix):
            said = words.strip(" ,").lower()
            if said and said not in POINTERS:
                place = statement.place_in_citation(citation)
                message = f"a citation must not say anything itself: “{words}”"
                yield Finding(place, message, "move it into the sentence")
