"""Which document is of which year: part of the check of numbers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.english.documents import DOCUMENTS
from build_tools.english.relations import bases, keys
from build_tools.pages.account import Account
from build_tools.text.sentences import split_sentences
from build_tools.text.words import EMPTY_WORDS

# "The 1923 joint pact", "a 1951 law": the year of a document.
_DATED = re.compile(
    r"(?<![\w-])(?P<year>[12]\d{3})(?: (?P<words>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?))"
)
_YEAR = re.compile(r"(?<![\w-])(?:[Ii]n|[Ss]ince|[Ff]rom) (?P<year>[12]\d{3})(?!\w)")


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
        for match in _YEAR.finditer(sentence):
            year = match["year"]
            if year not in of_documents or _stands_alone(year, account):
                continue
            documents = [it for other, it in theirs if other == year]
            told = frozenset[str]().union(*(keys(word) for word in re.findall(r"\w+", sentence)))
            if not any(keys(document) & told for document in documents):
                message = f"“{year}” must not be the year of this: there it is that of a document"
                yield year, message, f"the {documents[0]}"


def _are_one(one: str, other: str) -> bool:
    return bool(bases(one) & bases(other))


def _stands_alone(year: str, account: Account) -> bool:
    """Tell whether a source has the year in another place than before a document."""
    return any(
        len(window.text.split(year)) > 1 + sum(other == year for other, _ in _dated(window.text))
        or (f"year:{year}" in window.facts and year not in window.text)
        for window in account.windows
    )


@lru_cache(maxsize=20_000)
def _dated(text: str) -> tuple[tuple[str, str], ...]:
    """Return the years of a text that stand before a document, each with its word."""
    return tuple(
        (match["year"], word)
        for match in _DATED.finditer(text)
        # "In 2020 an agreement was made": the year is that of what was done.
        if match["words"].split()[0] not in EMPTY_WORDS
        and (word := next((w for w in match["words"].split() if keys(w) & DOCUMENTS), ""))
    )
