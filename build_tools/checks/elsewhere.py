"""A paragraph that has far more of a statement than the cited one: part of the check of clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from build_tools.english.pointers import GROUP, PARTIES
from build_tools.english.scope import FROM_TIME
from build_tools.lexicon.content import all_keys
from build_tools.lexicon.names import COUNTRIES, OUTLETS, PEOPLE, TITLES, Names
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library, Source
from build_tools.syntax.citations import Citation, Locator
from build_tools.text.clauses import split_clauses
from build_tools.text.number_facts import find_numbers
from build_tools.text.sentences import split_sentences

# The cited paragraph has too little of a statement, in shares of it, where another has so much.
_TELLING = ((0.2, 0.5), (0.35, 0.65), (0.65, 0.95))
_LITTLE = max(little for little, _ in _TELLING)
# What a text has of a statement, by its kind and its place there.
Had = dict[tuple[str, int], bool]
# A citation that has less of a statement than this, as a share, and nothing that the others lack,
# is no witness to it.
_WITNESS = 0.3
# So few words of a clause may stand anywhere.
_FEW = 2
# So many people may be "the two".
_SEVERAL = 2


def find_elsewhere(statement: Statement, account: Account, library: Library) -> Iterator[Finding]:
    """Find citations of a paragraph with little of a statement, where another has much more."""
    for citation, best in _find_misplaced(statement, account, library):
        locator = citation.locator
        place = statement.place_in_citation(citation, locator.text if locator else "")
        message = f"{citation.key}, {locator}, must be the paragraph that says it"
        yield Finding(place, message, f"{citation.key}, para. {best}, has far more of its words")


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
        # Where the sentence gives it a clause of its own, that is what it must have.
        for told in [*_told_by(source, statement, account, library)] or [account]:
            if best := _better(told, source, cited, library):
                yield citation, best
                break


def _told_by(
    source: Source, statement: Statement, account: Account, library: Library
) -> Iterator[Account]:
    """Yield what a clause gives to one of several outlets: its own paragraph must have that."""
    outlet = outlets_in(source.outlet, library.names)
    if len(library.cited_sources(statement.citations)) == 1:
        return
    for start, end in split_sentences(account.text):
        for first, last in split_clauses(account.text[start:end]):
            text = account.text[start + first : start + last]
            words = [it for it in account.words if start + first <= it.start < start + last]
            # What several tell alike, each must have, and another check finds it.
            if outlets_in(text, library.names) == outlet and len(words) > _FEW:
                yield replace(account, text=text, words=tuple(words))


def _better(
    account: Account, source: Source, cited: Sequence[Paragraph], library: Library
) -> int | None:
    """Return the paragraph that has far more of a text than the cited ones; None without one."""
    here = _share(cited, account, source, library)
    if here >= _LITTLE:
        return None
    shares = {
        paragraph.number: _share((paragraph,), account, source, library)
        for paragraph in source.article.paragraphs
        if paragraph not in cited
    }
    best = max(shares, key=lambda number: shares[number], default=None)
    far = best and any(here < little and shares[best] >= much for little, much in _TELLING)
    return best if far else None


def find_idle(statement: Statement, account: Account, library: Library) -> Iterator[Finding]:
    """Find citations that add nothing to the others, and have too little to be a witness."""
    # What is reckoned from two times needs the source of each.
    reckoned = any(FROM_TIME.match(account.text, it.end) for it in find_numbers(account.text))
    if statement.quotations or reckoned:
        return
    said = outlets_in(account.text, library.names)
    has = {
        citation: had_by(cited, account, source, library)
        for citation in statement.citations
        if (source := library.sources.get(citation.key)) and (cited := library.paragraphs(citation))
    }
    for citation, had in has.items():
        others = [other for it, other in has.items() if it is not citation]
        # A statement may say what an outlet lacks, or has in other words.
        told = outlets_in(library.sources[citation.key].outlet, library.names) & said
        if others and not (told or citation.pins) and _is_idle(had, others):
            locator = citation.locator
            place = statement.place_in_citation(citation, locator.text if locator else "")
            message = f"{citation.key}, {locator}, must bear out some of the statement"
            yield Finding(place, message, "the other citations have what it has: leave it out")


def _is_idle(had: Had, others: list[Had]) -> bool:
    adds = any(it and not any(other.get(at) for other in others) for at, it in had.items())
    counts = any(it for (kind, _), it in had.items() if kind == "number")
    return not adds and not counts and sum(had.values()) < _WITNESS * len(had)


def _share(cited: Sequence[Paragraph], account: Account, source: Source, library: Library) -> float:
    """Return what share of a statement's names, numbers and words paragraphs have by themselves."""
    had = had_by(cited, account, source, library)
    return sum(had.values()) / len(had) if had else 1.0


def had_by(cited: Sequence[Paragraph], account: Account, source: Source, library: Library) -> Had:
    """Tell of each of a statement's names, numbers and words whether paragraphs have it themselves.

    Each is at its kind and its place in the statement.
    """
    names, text = library.names, " ".join(paragraph.folded.text for paragraph in cited)
    named, outlet = _named(text, names), _named(source.outlet, names)
    kinds = {PEOPLE, TITLES} if any(_means_lead(it.folded.text, names) for it in cited) else set()
    kinds |= {COUNTRIES} if any(PARTIES.search(it.folded.text) for it in cited) else set()
    named |= {it.name for it in names.mentions(source.opening) if it.kind in kinds}
    facts, keys = frozenset[str]().union(*map(source.facts, cited)), all_keys(text)
    # Which outlets tell it is in no paragraph.
    mine = (m for m in names.mentions(account.text) if m.name not in outlet and m.kind != OUTLETS)
    had = {("name", m.start): m.name in named for m in mine}
    # Two words of a phrase may begin at one place.
    numbers = enumerate(find_numbers(account.text))
    had |= {("number", place): number.fact in facts for place, number in numbers}
    words = enumerate(account.words)
    return had | {("word", place): bool(word.keys & keys) for place, word in words}


def outlets_in(text: str, names: Names) -> frozenset[str]:
    """Return the outlets that a text names; "Orlavia" is none, though an owner is Orlavian."""
    return frozenset(it.name for it in names.mentions(text) if it.kind == OUTLETS)


@lru_cache(maxsize=2_000)
def _means_lead(text: str, names: Names) -> bool:
    """Tell whether "the two" of a paragraph are whom the lead names: it names no two before."""
    people = [mention for mention in names.mentions(text) if mention.kind == PEOPLE]
    return any(
        len({it.name for it in people if it.end <= group.start()}) < _SEVERAL
        for group in GROUP.finditer(text)
    )


@lru_cache(maxsize=5_000)
def _named(text: str, names: Names) -> frozenset[str]:
    return frozenset(mention.name for mention in names.mentions(text))
