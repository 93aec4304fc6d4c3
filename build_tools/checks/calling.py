"""Who got in touch with whom must be told in the source: part of the check of parties.

Of two who spoke by telephone one rang the other, and a source need not say which.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.checks.check import Found, listed
from build_tools.english.calling import (
    CALLED,
    CALLING,
    DATES,
    MAY_HAVE_CALL,
    PLACES_CALL,
    TALKED,
    TITLE_BEFORE,
    WANTING,
)
from build_tools.lexicon.names import BODIES, COUNTRIES, OUTLETS, PEOPLE, Names
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.actors import PRONOUNS, Actor, find_actors, find_doers, meant
from build_tools.sources.cast import Cast, find_cast
from build_tools.sources.library import Library
from build_tools.text.sentences import split_sentences

# What stands right before somebody is looked for so far back, in characters.
_NEAR = 80


@dataclass(frozen=True)
class _Call:
    """The word by which one gets in touch with another, its place, and who the two are.

    `by` is of which kind the callers are; of either side nobody is known where the text alone does
    not tell.
    """

    verb: str
    start: int
    callers: frozenset[str]
    by: str
    called: frozenset[str] = frozenset()


def find_unknown_callers(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find who got in touch with whom here, and in the source did not, or need not have."""
    account, names = account_for(statement, library), library.names
    ours = [
        it
        for it in _calls(account.text, names, cast)
        # What an outlet calls something is a name.
        if it.by != OUTLETS and not DATES.search(account.text, 0, it.start)
    ]
    if not ours:
        return
    # A headline tells it as well: "in first call to Verelin".
    texts = {(it.source, text) for it in account.windows for text in (it.text, it.source.opening)}
    theirs = {call for source, text in texts for call in _calls(text, names, find_cast(source))}
    for call in ours:
        borne = f"“{call.verb}” must be borne out"
        if not theirs:
            message = f"{borne}: in the article it is not told who got in touch"
            yield call.verb, message, "that they spoke, or had a call, takes no side"
        elif all(_is_another(call, other, cast) for other in theirs):
            callers = frozenset[str]().union(*(it.callers for it in theirs))
            yield call.verb, f"{borne}: there somebody else got in touch", listed(callers)


def _is_another(ours: _Call, theirs: _Call, cast: Cast) -> bool:
    """Tell whether somebody else gets in touch there; a country may stand for its people."""
    if not ours.callers or not theirs.callers:
        return bool(ours.callers & theirs.called or ours.called & theirs.callers)
    pairs = (ours, theirs), (theirs, ours)
    # Of whom no country is known, they may be of the country that gets in touch.
    if any(
        one.by == COUNTRIES and other.by != COUNTRIES and not other.callers <= cast.countries.keys()
        for one, other in pairs
    ):
        return False
    return not any(one.callers & cast.with_countries(other.callers) for one, other in pairs)


@lru_cache(maxsize=5_000)
def _calls(text: str, names: Names, cast: Cast) -> tuple[_Call, ...]:
    """Return who gets in touch with whom in a text."""
    if not MAY_HAVE_CALL.search(text.casefold()):
        return ()
    actors = find_actors(text, names, cast)
    found = [
        _Call(it["verb"], it.start(), *find_doers(text, it.start(), actors))
        for it in PLACES_CALL.finditer(text)
    ]
    talks = [span for span in split_sentences(text) if TALKED.search(text, *span)]
    for actor in actors:
        if actor.kind not in (PEOPLE, COUNTRIES, BODIES, PRONOUNS):
            continue
        who = meant(actor, text, actors)
        for verb, start in _verbs_around(actor, text, CALLED):
            found.append(_Call(verb, start, *find_doers(text, start, actors), who.names))
        wanting = WANTING if any(start <= actor.start < end for start, end in talks) else ()
        for verb, start in _verbs_around(actor, text, (*CALLING, *wanting)):
            found.append(_Call(verb, start, who.names, who.kind))
    return tuple(found)


def _verbs_around(
    actor: Actor, text: str, ways: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
) -> Iterator[tuple[str, int]]:
    """Yield the words of getting in touch that stand around somebody, with their places."""
    title = TITLE_BEFORE.search(text, max(actor.start - _NEAR, 0), actor.start)
    begin = title.start() if title else actor.start
    for before, after in ways:
        left = before.search(text, max(begin - _NEAR, 0), begin)
        right = after.match(text, actor.end) if left else None
        if left and right:
            match = left if left.re.groups else right
            kind = match.lastgroup or "verb"
            yield match[kind], match.start(kind)
