"""Check: the cited source exists."""

from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library


@statement_check(
    code="source",
    fix="Cite a source by its id, the name of its file in seeds/.",
    fails="The call lasted 35 minutes, Osten reported [@ostn-2019, para. 2].",
    passes="The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].",
)
def check_source(statement: Statement, library: Library) -> Iterator[Finding]:
    """A citation must name a source that is in seeds/ and loads."""
    for citation in statement.citations:
        place = statement.place_in_citation(citation)
        if citation.key in library.broken:
            yield library.must_load(citation.key, place)
        elif citation.key not in library.sources:
            nearest = library.nearest_id(citation.key)
            known = ", ".join(sorted(library.ids - library.broken))
            hint = f"did you mean '{nearest}'?" if nearest else f"the sources are: {known}"
            message = f"a citation must name a source; there is no '{citation.key}'"
            yield Finding(place, message, hint)
