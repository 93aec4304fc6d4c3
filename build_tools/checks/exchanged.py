"""Whose what is told of somebody is in the source: part of the check of parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_tools.checks.check import Found, listed
from build_tools.english.doers import APPOSED, JOINT, RELATIVE_CLAUSE
from build_tools.english.giving import RECEIVES
from build_tools.english.governors import CLAUSE, DENYING, governing
from build_tools.english.order import TIMES
from build_tools.english.relations import bases
from build_tools.english.verbs import AGREEMENT_TO, DIFFERING, HELPING, SAYING, WANTED_OF, is_mutual
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Names
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.actors import PRONOUNS, find_actors
from build_tools.sources.cast import Cast, find_cast
from build_tools.sources.library import Library
from build_tools.sources.speakers import find_speakers
from build_tools.sources.whose import Owned, find_owned
from build_tools.text.sentences import split_sentences

# So many words that are another's make an exchange.
_ENOUGH = 2


@dataclass(frozen=True)
class _There:
    """A word of a source and whose it is; `partners` are named in its sentence, and do nothing."""

    owned: Owned
    partners: frozenset[str]


@dataclass(frozen=True)
class _Claim:
    """Some who own words in a statement: one of several, or in a relative clause."""

    names: frozenset[str]
    one_of_several: bool
    relative: bool


def find_exchanged(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people and countries with what is another's in the source, and nothing of their own.

    What a relative clause says of somebody is looked at by itself as well, and of several who do
    something together, each.
    """
    account, names = account_for(statement, library), library.names
    # What somebody tells of others is their word as well.
    telling = find_speakers(account.text, names, cast)
    groups: dict[tuple[frozenset[str], int], list[Owned]] = {}
    for owned in find_owned(account.text, names, cast):
        own = owned.names and owned.kind in (PEOPLE, COUNTRIES)
        # When it was is nobody's, and what somebody denies is another's word.
        own = own and not bases(owned.word.text) & TIMES
        own = own and not governing(account.text, owned.word.start, DENYING, CLAUSE)
        own = own and not _is_wanted_of(owned, account.text, names)
        own = own and not _is_received(owned, account.text, names)
        own = own and not AGREEMENT_TO.search(account.text, 0, owned.word.start)
        if own and owned.word.text.lower() not in SAYING | HELPING:
            relative = RELATIVE_CLAUSE.search(account.text, 0, owned.word.start)
            if relative and not _is_of(owned, relative, names, cast):
                continue
            mutual = relative and is_mutual(owned.word.text)
            for part in {0, relative.start() if relative and not mutual else 0}:
                groups.setdefault((owned.names, part), []).append(owned)
    groups = {it: words for it, words in groups.items() if it[1] or len(words) >= _ENOUGH}
    theirs = [
        there
        for passage in library.passages(statement.citations)
        if groups
        for there in _owned_there(passage.paragraph.folded.text, names, find_cast(passage.source))
    ]
    for (ours, part), words in groups.items():
        some_of_them = [] if ours & telling else [ours]
        if _are_joined(ours, account.text, names) and not DIFFERING.search(account.text):
            some_of_them += [frozenset([name]) for name in sorted(ours)]
        for some in some_of_them:
            if found := _of_another(_Claim(some, some != ours, bool(part)), words, theirs):
                name = min(some)
                message = f"“{found.word.text}” must be that of {listed(found.names)}"
                yield name.split()[-1], message, f"the statement gives it to {name}"
                break


def _is_of(owned: Owned, who: re.Match[str], names: Names, cast: Cast) -> bool:
    """Tell whether a "who" may be whoever owns a word: not "met a man who".

    Where no name of theirs stands before it, they are meant by the last title or pronoun there.
    """
    text, start = who.string, who.start()
    before = [it.end for it in names.mentions(text) if it.name in owned.names and it.end <= start]
    if not before:
        actors = (it for it in find_actors(text, names, cast) if it.end <= start)
        before = [it.end for it in actors if it.kind in (owned.kind, PRONOUNS)]
    gap = text[before[-1] : start] if before else ""
    return not gap.strip(" ,") or APPOSED.fullmatch(gap) is not None


def _is_wanted_of(owned: Owned, text: str, names: Names) -> bool:
    """Tell whether a word is what another wants of its owner: "demands that Orlavia return it"."""
    before = [
        mention
        for mention in names.mentions(text)
        if mention.name in owned.names and mention.end <= owned.word.start
    ]
    return bool(before) and WANTED_OF.search(text, 0, before[-1].start) is not None


def _is_received(owned: Owned, text: str, names: Names) -> bool:
    """Tell whether a word says that its owner is given something, by another: "got it back"."""
    return any(
        (gets := RECEIVES.match(text, mention.end)) and owned.word.start < gets.end()
        for mention in names.mentions(text)
        if mention.name in owned.names and mention.end <= owned.word.start
    )


def _are_joined(some: frozenset[str], text: str, names: Names) -> bool:
    """Tell whether a text joins some by name: "Dorsch and Kešlar"."""
    named = [mention for mention in names.mentions(text) if mention.name in some]
    pairs = [(a, b) for a, b in pairwise(named) if JOINT.fullmatch(text, a.end, b.start)]
    return bool(pairs) and some <= {mention.name for pair in pairs for mention in pair}


@lru_cache(maxsize=5_000)
def _owned_there(text: str, names: Names, cast: Cast) -> tuple[_There, ...]:
    found: list[_There] = []
    words = find_owned(text, names, cast)
    for start, end in split_sentences(text):
        inside = [owned for owned in words if start <= owned.word.start < end]
        owners = frozenset[str]().union(*(owned.names for owned in inside))
        named = frozenset(it.name for it in names.mentions(text) if start <= it.start < end)
        found += (_There(owned, named - owners) for owned in inside)
    return tuple(found)


def _of_another(claim: _Claim, words: list[Owned], theirs: list[_There]) -> Owned | None:
    """Return a word of the source that is another's there, though enough of them are claimed.

    None must be that of whoever claims it. Of one among several, what is done there with him tells
    nothing; a part of what is said is held to the very words, where the source has them.
    """
    against: list[Owned] = []
    neutral = 0
    for owned in {owned.word.text: owned for owned in words}.values():
        there = [other for other in theirs if other.owned.word.keys & owned.word.keys]
        if claim.one_of_several or claim.relative:
            own = bases(owned.word.text)
            there = [it for it in there if bases(it.owned.word.text) & own] or there
        if any(other.owned.names & claim.names for other in there):
            return None
        if there and all(
            other.owned.names
            and other.owned.kind == owned.kind
            and not (claim.one_of_several and claim.names & other.partners)
            for other in there
        ):
            against.append(there[0].owned)
        else:
            neutral += bool(there)
    enough = len(against) >= _ENOUGH or (claim.relative and not neutral)
    return against[0] if enough and len(against) > neutral else None
