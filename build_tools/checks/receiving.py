"""To whom something goes, and what it is tied to: part of the check of parties."""

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.checks.check import Found, listed
from build_tools.english.complements import TIED
from build_tools.english.giving import GIVEN_TO, GIVING, RECEIVES, WHAT_IS_GIVEN
from build_tools.english.owning import OWNER, OWNS_AS_ONE
from build_tools.english.pointers import SOMEBODY_ELSE
from build_tools.english.relations import bases, keys
from build_tools.english.stems import plain
from build_tools.english.verbs import MEETINGS, is_mutual
from build_tools.lexicon.names import COUNTRIES, PEOPLE, PLACES, Mention, Names
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.actors import find_actors, find_doer, meant
from build_tools.sources.cast import Cast, find_cast
from build_tools.sources.library import Library
from build_tools.text.words import EMPTY_WORDS


def find_wrong_receivers(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people and countries that are given what the source has given to others alone."""
    account, names = account_for(statement, library), library.names
    ours = list(_receivers(account.text, names, cast))
    if not ours:
        return
    theirs = [
        other
        for window in account.windows
        for other in _receivers(window.text, names, find_cast(window.source))
    ]
    for receiver in ours:
        there = frozenset(other.name for other in theirs if other.kind == receiver.kind)
        if there and receiver.name not in there:
            message = f"it must be given to {listed(there)}, as in the article"
            yield receiver.text, message, f"the statement has it given to {receiver.name}"


def _receivers(text: str, names: Names, cast: Cast) -> Iterator[Mention]:
    for mention in names.mentions(text):
        if mention.kind not in (PEOPLE, COUNTRIES) or OWNS_AS_ONE.match(text, mention.end):
            continue
        before = text[: mention.start]
        given = GIVEN_TO.search(before)
        if (
            (GIVING.search(before) and WHAT_IS_GIVEN.match(text, mention.end))
            or RECEIVES.match(text, mention.end)
            or (given and not _travels(text, given.start("verb"), given["what"], names, cast))
        ):
            yield mention


def _travels(text: str, verb: int, what: str, names: Names, cast: Cast) -> bool:
    """Tell whether somebody goes there, and nothing is given: "returned to Brennik"."""
    if what:
        return False
    actors = find_actors(text, names, cast)
    doer = find_doer(text, verb, actors)
    return doer is not None and meant(doer, text, actors).kind != COUNTRIES


def find_wrong_ties(statement: Statement, library: Library) -> Iterator[Found]:
    """Find names to which a word is tied, and in the source to others: "merged into Kestria"."""
    account, names = account_for(statement, library), library.names
    named = {mention.name for mention in names.mentions(account.text)}
    theirs = [(*pair, window) for window in account.windows for pair in _tied(window.text, names)]
    for match, mention in _tied(account.text, names):
        alike = [
            (other.name, window)
            for tie, other, window in theirs
            if other.kind == mention.kind
            and tie["tie"] == match["tie"]
            and bases(tie["word"]) & bases(match["word"])
        ]
        there = frozenset(name for name, _ in alike)
        # Kestria's relations with Orlavia are Orlavia's with Kestria.
        between_both = keys(match["word"]) & MEETINGS and any(
            name in named and mention.name in window.names for name, window in alike
        )
        if there and mention.name not in there and not between_both:
            message = f"“{match['word']} {match['tie']}” must be of {listed(there)}"
            yield mention.text, message, f"the statement has {mention.name}"


@lru_cache(maxsize=5_000)
def _tied(text: str, names: Names) -> tuple[tuple[re.Match[str], Mention], ...]:
    return tuple(
        (match, mention)
        for mention in names.mentions(text)
        if mention.kind in (PEOPLE, COUNTRIES, PLACES)
        and (match := TIED.search(text[: mention.start]))
        and not SOMEBODY_ELSE.match(text, mention.end + len(OWNER))
        and not is_mutual(match["word"])
        and plain(match["word"]) not in EMPTY_WORDS
    )
