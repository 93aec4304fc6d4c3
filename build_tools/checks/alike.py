"""What several reports are said to tell alike: part of the check of clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.checks.elsewhere import Had, had_by, outlets_in
from build_tools.english.reports import ALIKE, JOINS_OUTLETS, TELLS_APART
from build_tools.lexicon.names import OUTLETS, Mention, Names
from build_tools.pages.account import Account
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library, Source
from build_tools.text.clauses import split_clauses
from build_tools.text.number_facts import find_numbers
from build_tools.text.quotations import find_quotation
from build_tools.text.sentences import split_sentences

# What is told alike is at least in two reports.
_SEVERAL = 2
# So small a share of what is told a report may lack where another paragraph of it has all.
_STRAY = 0.25


def find_not_alike(statement: Statement, account: Account, library: Library) -> Iterator[Finding]:
    """Find a report that is said to tell what another tells, and whose cited paragraphs do not."""
    sources = library.cited_sources(statement.citations)
    if len(sources) < _SEVERAL:
        return
    for source, hint in _without(statement, account, sources, library):
        citation = next(it for it in statement.citations if it.key == source.id)
        place = statement.place_in_citation(citation)
        message = f"{source.id} must say it too, by the paragraphs cited from it"
        yield Finding(place, message, hint)


def _without(
    statement: Statement, account: Account, sources: Sequence[Source], library: Library
) -> Iterator[tuple[Source, str]]:
    """Yield the reports that lack what they are said to tell alike, each with what it lacks."""
    cited = {source: _cited(source, statement, library) for source in sources}
    if statement.quotations:
        # Who is said to use words of the article has some of them.
        alike = _said_alike(account.text, sources, library.names)
        for source in alike if len(alike) >= _SEVERAL else ():
            if not any(
                find_quotation(quotation.text.rstrip(",."), paragraph.folded)
                for quotation in statement.quotations
                for paragraph in cited[source]
            ):
                yield source, "another of the reports has the words in quotation marks"
        return
    for start, end in split_sentences(account.text):
        for first, last in _spans(account.text[start:end], library.names):
            told = _told(account, start + first, start + last)
            alike = _said_alike(told.text, sources, library.names)
            if len(alike) < _SEVERAL or not told.words or _are_told_in_turn(told, alike):
                continue
            has = {source: had_by(cited[source], told, source, library) for source in alike}
            for source in alike:
                if hint := _lacks(source, has, told, library):
                    yield source, hint


def _spans(sentence: str, names: Names) -> list[tuple[int, int]]:
    """Return what of a sentence is told alike: all, or a clause where an outlet is named apart."""
    pairs = list(pairwise(_outlets_of(sentence, names)))
    whole = all(_are_joined(sentence, *pair) for pair in pairs)
    return [(0, len(sentence))] if whole else split_clauses(sentence)


def _outlets_of(text: str, names: Names) -> list[Mention]:
    return [mention for mention in names.mentions(text) if mention.kind == OUTLETS]


def _are_joined(text: str, one: Mention, other: Mention) -> bool:
    return JOINS_OUTLETS.fullmatch(text, one.end, other.start) is not None


def _told(account: Account, start: int, end: int) -> Account:
    words = tuple(
        replace(word, start=word.start - start, end=word.end - start)
        for word in account.words
        if start <= word.start < end
    )
    return replace(account, text=account.text[start:end], words=words)


def _said_alike(text: str, sources: Sequence[Source], names: Names) -> list[Source]:
    """Return the sources that a clause says tell the same: "both reports", "Osten and the Post"."""
    if TELLS_APART.search(text):
        return []
    named = _outlets_of(text, names)
    if ALIKE.search(text) and not named:
        return list(sources)
    listed = {
        mention.name for pair in pairwise(named) if _are_joined(text, *pair) for mention in pair
    }
    return [source for source in sources if listed & outlets_in(source.outlet, names)]


def _are_told_in_turn(told: Account, sources: Sequence[Source]) -> bool:
    """Tell whether each report has the date of its own event there: "one in May, one in June"."""
    facts = {number.fact for number in find_numbers(told.text)}
    return all(
        any(
            not any(fact in other.context_facts for other in sources if other is not source)
            for fact in facts & source.context_facts
        )
        for source in sources
    )


def _cited(source: Source, statement: Statement, library: Library) -> list[Paragraph]:
    citations = (it for it in statement.citations if it.key == source.id)
    return [paragraph for citation in citations for paragraph in library.paragraphs(citation)]


def _lacks(source: Source, has: dict[Source, Had], told: Account, library: Library) -> str:
    """Say what the cited paragraphs of a report lack: a number, or what another of its own has.

    Other words than those of the other reports are not told against it: it may have its own.
    """
    mine = has[source]
    lacking = {
        at for at, it in mine.items() if not it and any(other.get(at) for other in has.values())
    }
    # What the record says of its event every paragraph of it may use.
    known = [number.fact in source.context_facts for number in find_numbers(told.text)]
    if any(kind == "number" and not known[at] for kind, at in lacking):
        return "another of the reports has the number; it has none such there"
    if len(lacking) > _STRAY * len(mine):
        for paragraph in source.article.paragraphs:
            if all(had_by([paragraph], told, source, library).values()):
                return f"{source.id}, para. {paragraph.number}, has all of its words"
    return ""
