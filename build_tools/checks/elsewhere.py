"""A paragraph that has far more of a statement than the cited one: part of the check of clauses."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from build_tools.english.pointers import GROUP
from build_tools.lexicon.content import all_keys
from build_tools.lexicon.names import PEOPLE, TITLES, Names
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library, Source
from build_tools.syntax.citations import Citation, Locator
from build_tools.text.number_facts import evidence_facts, find_numbers

# The cited paragraph has too little of a statement, in shares of it, where another has so much.
_TELLING = ((0.2, 0.5), (0.35, 0.65), (0.65, 0.95))
_LITTLE = max(little for little, _ in _TELLING)


def find_elsewhere(statement: Statement, account: Account, library: Library) -> Iterator[Finding]:
    """Find citations of a paragraph with little of a statement, where another has much more."""
    for citation, best in _find_misplaced(statement, account, library):
        locator = citation.locator
        place = statement.place_in_citation(citation, locator.text if locator else "")
        message = f"{citation.key}, {locator}, must be the paragraph that says it"
        yield Finding(place, message, f"para. {best} has far more of its words")


def cite_where_it_stands(statement: Statement, library: Library) -> Statement | None:
    """Return a statement with the paragraphs that have far more of it cited; None without any."""
    if statement.states_absence:
        return None
    better = dict(_find_misplaced(statement, account_for(statement, library), library))
    citations = tuple(
        replace(citation, locator=Locator(locator.text, ((better[citation], better[citation]),)))
        if citation in better and (locator := citation.locator)
        else citation
        for citation in statement.citations
    )
    return replace(statement, citations=citations) if better else None


def _find_misplaced(
    statement: Statement, account: Account, library: Library
) -> Iterator[tuple[Citation, int]]:
    """Find citations of a paragraph with little of a statement, and the one with much more."""
    for citation in statement.citations if not statement.quotations else ():
        source, cited = library.sources.get(citation.key), library.paragraphs(citation)
        if source is None or not cited:
            continue
        here = _share(" ".join(p.folded.text for p in cited), account, source, library)
        if here >= _LITTLE:
            continue
        shares = {
            paragraph.number: _share(paragraph.folded.text, account, source, library)
            for paragraph in source.article.paragraphs
            if paragraph not in cited
        }
        best = max(shares, key=lambda number: shares[number], default=None)
        if best and any(here < little and shares[best] >= much for little, much in _TELLING):
            yield citation, best


def _share(text: str, account: Account, source: Source, library: Library) -> float:
    """Return what share of a statement's names, numbers and words a text has by itself."""
    names = library.names
    named, outlet = _named(text, names), _named(source.outlet, names)
    if GROUP.search(text):  # "The leaders" are those whom the lead names.
        named |= {m.name for m in names.mentions(source.opening) if m.kind in (PEOPLE, TITLES)}
    mine = [m.name for m in names.mentions(account.text) if m.name not in outlet]
    facts, keys = evidence_facts(text), all_keys(text)
    had = [name in named for name in mine]
    had += [number.fact in facts for number in find_numbers(account.text)]
    had += [bool(word.keys & keys) for word in account.words]
    return sum(had) / len(had) if had else 1.0


@lru_cache(maxsize=20_000)
def _named(text: str, names: Names) -> frozenset[str]:
    return frozenset(mention.name for mention in names.mentions(text))
