"""Whose something is already, and in the source is yet to be: part of the check of parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.checks.check import Found
from build_tools.english.giving import (
    ASKS_BACK,
    BEFORE_GIVEN,
    BEING_OF,
    GIVEN_TO,
    HAS,
    HELD_BY,
    HOLDS,
)
from build_tools.english.governors import AHEAD, CLAUSE_END, NOT, UNDONE, governing
from build_tools.english.owning import OWNED_UP_TO
from build_tools.english.verbs import TELLS
from build_tools.lexicon.content import all_keys, content_words
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Mention, Names
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.sources.library import Library
from build_tools.sources.windows import Window
from build_tools.text.sentences import split_sentences

# So far before what is given may stand what puts it ahead, in words.
_FAR = 16
# The words that say whose something is have so many characters.
_BEING = 60
# So near before whose it is stands what denies it, or puts it ahead.
_NEAR = 6


@dataclass(frozen=True)
class _Having:
    """What a text says is somebody's: the words that say so, and the keys of what it is, if any."""

    words: str
    start: int
    end: int
    what: frozenset[str]


def find_not_yet_theirs(statement: Statement, library: Library) -> Iterator[Found]:
    """Find whose something is here, who in the source is only to be given it, or wants it back."""
    account, names = account_for(statement, library), library.names
    for owner in names.mentions(account.text):
        if owner.kind not in (PEOPLE, COUNTRIES):
            continue
        having = _having(account, owner)
        if having is None or _is_no_fact(having, account.text, names):
            continue
        there = [_coming(window, owner, having, names) for window in account.windows]
        if any(there) and not any(_has(window, owner, having, names) for window in account.windows):
            message = f"“{having.words}” must be so already: in the article it is to come"
            yield owner.text, message, f"there: “{next(filter(None, there))}”"


def _having(account: Account, owner: Mention) -> _Having | None:
    """Return what a statement says is an owner's, if it does."""
    text, none = account.text, frozenset[str]()
    if has := HAS.match(text, owner.end):
        what = next((word.keys for word in account.words if word.start >= has.end()), none)
        return _Having(has[0].strip(), owner.start, has.end(), what) if what else None
    for before, after in BEING_OF:
        being = before.search(text, max(0, owner.start - _BEING), owner.start)
        if being and (closes := after.match(text, owner.end)):
            start, end = being.start(), closes.end()
            return _Having(text[start:end], start, end, none)
    if text.startswith(("'s ", "’s "), owner.end):
        closes = OWNED_UP_TO.search(text, owner.end + len("'s "))
        end = closes.start() if closes else len(text)
        words = [word for word in account.words if owner.end < word.start and word.end <= end]
        if words:
            return _Having(text[owner.start : end].strip(), owner.start, end, words[-1].keys)
    return None


def _is_no_fact(having: _Having, text: str, names: Names) -> bool:
    """Tell whether whose something is, is denied, lies ahead, or is what somebody holds."""
    start = having.start
    if governing(text, start, AHEAD, _NEAR) or governing(text, start, NOT, _NEAR):
        return True
    clause = CLAUSE_END.search(text, having.end)
    if UNDONE.search(text, having.end, clause.start() if clause else len(text)):
        return True  # "has two of them promised to it"
    first = next(first for first, last in split_sentences(text) if first <= start <= last)
    return any(
        first <= it.start < start and TELLS.match(text, it.end) is not None
        for it in names.mentions(text)
        if it.kind in (PEOPLE, COUNTRIES)
    )


def _coming(window: Window, owner: Mention, having: _Having, names: Names) -> str:
    """Return by what words a sentence puts it ahead that something is somebody's, or wanted."""
    for other in names.mentions(window.text):
        if other.name != owner.name or other.start < window.start:
            continue
        given = GIVEN_TO.search(window.text[: other.start])
        ahead = governing(window.text, given.start(), UNDONE, _FAR) if given else ()
        if given and ahead and (not having.what or having.what & _given(window.text, given, names)):
            return ahead[-1]
        asks = ASKS_BACK.match(window.text, other.end)
        if asks and not having.what:
            return asks["asks"]
    return ""


def _given(text: str, given: re.Match[str], names: Names) -> frozenset[str]:
    """Return the keys of what is given: after the verb, or before a passive."""
    if content_words(given["what"], names):
        return all_keys(given["what"])
    begins = [match.end() for match in BEFORE_GIVEN.finditer(text, 0, given.start())]
    return all_keys(text[begins[-1] if begins else 0 : given.start()])


def _has(window: Window, owner: Mention, having: _Having, names: Names) -> bool:
    """Tell whether a sentence says that somebody has it already, or had: "Kestrian ships"."""
    for other in (it for it in names.mentions(window.text) if it.name == owner.name):
        beside = " ".join(window.text[other.end :].split()[:2])
        if (
            HELD_BY.search(window.text[: other.start])
            or HOLDS.match(window.text, other.end)
            or HAS.match(window.text, other.end)
            or having.what & all_keys(beside)
        ):
            return True
    return False
