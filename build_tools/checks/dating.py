"""Which document or deed is of which year: part of the check of numbers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.english.dates import OF_YEAR
from build_tools.english.documents import DOCUMENTS, IS_DATED, OF_ONE, ONE_OF, is_document
from build_tools.english.order import TELLS_ON, TIME_OF, TIMES
from build_tools.english.relations import bases, keys
from build_tools.expressions import expression
from build_tools.lexicon.content import all_keys
from build_tools.lexicon.names import OUTLETS, Names
from build_tools.pages.account import Account
from build_tools.text.clauses import split_clauses
from build_tools.text.sentences import split_sentences
from build_tools.text.words import EMPTY_WORDS, split_words

# "The 1923 joint pact", "a 1951 law": the year of a document.
_DATED = expression(
    r"(?<![\w-])(?P<year>[12]\d{3})(?: (?P<words>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?))"
)
# A part is known by so many words and names.
_TOLD = 2


def find_wrong_years(account: Account) -> Iterator[tuple[str, str, str]]:
    """Find documents with a year of another, and the year of a document given to what it is not.

    "In 1923 they agreed" is not borne out by a source that has the year in "the 1923 pact"
    alone, unless the sentence tells of the pact.
    """
    theirs = [pair for window in account.windows for pair in _dated(window.text)]
    if not theirs:
        return
    for year, document in _dated(account.text):
        years = {other for other, it in theirs if _are_one(it, document)}
        if years and year not in years:
            yield (
                year,
                f"“{year}” must be the year of the {document}",
                f"there: {', '.join(sorted(years))}",
            )
    of_documents = {year for year, _ in theirs}
    for start, end in split_sentences(account.text):
        sentence = account.text[start:end]
        for match in OF_YEAR.finditer(sentence):
            year = match["year"]
            if year not in of_documents or _is_of_one(sentence, match.start()):
                continue
            if _stands_alone(year, account):
                continue
            documents = [it for other, it in theirs if other == year]
            told = frozenset[str]().union(*(keys(word) for word in re.findall(r"\w+", sentence)))
            if not any(keys(document) & told for document in documents):
                message = f"“{year}” must not be the year of this: there it is that of a document"
                yield year, message, f"the {documents[0]}"


def find_years_of_others(account: Account, names: Names) -> Iterator[tuple[str, str, str]]:
    """Find years that the source has of something else, and of nothing that the clause tells.

    The clause must have all its words from the source, and be told there in another part: a year
    may be told of what the source says in other words.
    """
    if not TIME_OF.search(account.text):
        return
    parts = [part for window in account.windows for part in _parts(window.sentence)]
    missing = {word.start for run in account.missing for word in run}
    for start, end in split_sentences(account.text):
        for first, last in split_clauses(account.text[start:end]):
            years = list(TIME_OF.finditer(account.text, start + first, start + last))
            words = [it for it in account.words if start + first <= it.start < start + last]
            words = [it for it in words if not bases(it.text) & TIMES]
            if not years or not words or any(it.start in missing for it in words):
                continue
            named = {
                it.name
                for it in names.mentions(account.text)
                if start + first <= it.start < start + last and it.kind != OUTLETS
            }
            told = [
                (part, sum(bool(word.keys & all_keys(part)) for word in words)) for part in parts
            ]
            for year in years:
                of_year = [(part, count) for part, count in told if year["time"] in part]
                if not of_year or any(count for _, count in of_year):
                    continue
                there = [
                    part
                    for part, count in told
                    if count and count + len(named & _names_in(part, names)) >= _TOLD
                ]
                if there:
                    message = (
                        f"“{year['time']}” must be when this was: there it is of something else"
                    )
                    yield year["time"], message, f"there: {of_year[0][0].strip()}"


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a text that each tell of one thing."""
    start = 0
    for match in TELLS_ON.finditer(text):
        yield text[start : match.start()]
        start = match.end()
    yield text[start:]


def _names_in(text: str, names: Names) -> set[str]:
    return {mention.name for mention in names.mentions(text)}


def _are_one(one: str, other: str) -> bool:
    return bool(bases(one) & bases(other))


def _is_of_one(sentence: str, year: int) -> bool:
    """Tell whether a year is that of one of several documents: "pacts, one of them from"."""
    return any(
        OF_ONE.fullmatch(sentence, word.end, year)
        or (ONE_OF.search(sentence, 0, word.start) and IS_DATED.fullmatch(sentence, word.end, year))
        for word in split_words(sentence[:year])
        if is_document(word.text)
    )


def _stands_alone(year: str, account: Account) -> bool:
    """Tell whether a source has the year in another place than before a document."""
    return any(
        len(window.text.split(year)) > 1 + sum(other == year for other, _ in _dated(window.text))
        or (f"year:{year}" in window.facts and year not in window.text)
        for window in account.windows
    )


@lru_cache(maxsize=5_000)
def _dated(text: str) -> tuple[tuple[str, str], ...]:
    """Return the years of a text that stand before a document, each with its word."""
    return tuple(
        (match["year"], word)
        for match in _DATED.finditer(text)
        # "In 2020 an agreement was made": the year is that of what was done.
        if match["words"].split()[0] not in EMPTY_WORDS
        and (word := next((w for w in match["words"].split() if keys(w) & DOCUMENTS), ""))
    )
