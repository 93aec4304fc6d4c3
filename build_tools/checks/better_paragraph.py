"""Check: no other paragraph of the source fits the statement clearly better."""

from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.lexicon.content_terms import find_terms
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.fit import fit
from build_tools.sources.library import Library

# Another paragraph is clearly better when it fits this many times as well, and by this much more.
_RATIO, _MARGIN = 1.6, 1.2


@statement_check(
    code="better-paragraph",
    mend="Cite the paragraph named in the hint, alone or with the one cited.",
    fails="Abe and Putin held 27 meetings, Nikkei Asia reported [@nikkei-2020, para. 4].",
    passes="Abe and Putin held 27 meetings, Nikkei Asia reported [@nikkei-2020, para. 16].",
    waivable=True,
)
def check_better_paragraph(statement: Statement, library: Library) -> Iterator[Finding]:
    """No other paragraph of the source must fit the statement clearly better than those cited."""
    terms = find_terms(statement.text, library.names)
    for citation in statement.citations:
        source = library.sources.get(citation.key)
        cited = library.paragraphs(citation)
        if source is None or not cited:
            continue
        together = frozenset().union(*(source.terms(paragraph) for paragraph in cited))
        score = sum(source.rarity[term] for term in sorted(terms & together))
        others = [p for p in source.article.paragraphs if p not in cited]
        best = max(others, key=lambda p: fit(terms, p, source), default=None)
        if best is None:
            continue
        best_score = fit(terms, best, source)
        if best_score > score * _RATIO and best_score > score + _MARGIN:
            place = statement.place_in_citation(
                citation, citation.locator.text if citation.locator else ""
            )
            message = f"{source.id}, {citation.locator}, must be the passage that fits best"
            yield Finding(place, message, f"did you mean para. {best.number}?")
