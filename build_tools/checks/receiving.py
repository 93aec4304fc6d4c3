"""Who is given something must be given it in the source: part of the check of parties."""

from collections.abc import Iterator

from build_tools.checks.check import Found, listed
from build_tools.english.giving import GIVEN_TO, GIVING, RECEIVES, WHAT_IS_GIVEN
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Mention, Names
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.actors import find_actors, find_doer, meant
from build_tools.sources.cast import Cast, find_cast
from build_tools.sources.library import Library


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
        if mention.kind not in (PEOPLE, COUNTRIES) or text[mention.end :].startswith(
            ("'s ", "’s ")
        ):
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
