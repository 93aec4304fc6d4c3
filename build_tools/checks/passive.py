"""By whom something is done, and to whom: part of the check of parties."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.checks.check import Found
from build_tools.english.doers import APPOSED, BETWEEN_ONE_AND, BREAK, UP_TO_VERB
from build_tools.english.governors import AHEAD, CLAUSE_END, governing
from build_tools.english.pointers import PRONOUN, SOMEBODY_ELSE
from build_tools.english.relations import is_past, keys
from build_tools.english.verbs import (
    AGENT,
    BE,
    BY_WHOM_DONE,
    DOING_BY_WORDS,
    DONE_TO,
    HELPING,
    LOSER,
    POSSESSOR,
    PREPOSITION,
    SAYING,
    is_mutual,
)
from build_tools.lexicon.content import all_keys, content_words
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Names
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.actors import find_actors, find_doer
from build_tools.sources.cast import Cast, find_cast
from build_tools.sources.library import Library
from build_tools.sources.windows import Window, uses
from build_tools.text.words import Word, split_words

# Verbs that tell of no deed.
_NO_DEEDS = HELPING | (SAYING - DOING_BY_WORDS)


@dataclass(frozen=True)
class _Deed:
    """Who does something, their countries included, and the keys of what is told with it."""

    doers: frozenset[str]
    done_to: frozenset[str]


def find_other_agents(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find who does here what is done in the source, always by something else or by nobody told."""
    account, names = account_for(statement, library), library.names
    actors = find_actors(account.text, names, cast)
    for verb in filter(lambda word: is_past(word.text), split_words(account.text)):
        if verb.text.lower() in _NO_DEEDS or is_mutual(verb.text):
            continue
        doer = find_doer(account.text, verb.start, actors)
        if doer is None or doer.kind not in (PEOPLE, COUNTRIES):
            continue
        # "by a quarrel with Orlavia"
        done_by = doer.start >= verb.end and BY_WHOM_DONE.fullmatch(
            account.text, verb.end, doer.start
        )
        does = doer.end <= verb.start and UP_TO_VERB.fullmatch(account.text, doer.end, verb.start)
        if not (done_by or does):
            continue
        end = _end_of_part(account.text, max(doer.end, verb.end))
        words = [it for it in account.words if min(doer.end, verb.end) <= it.start < end]
        # Who is yet to do something may be known without being told.
        ahead = governing(account.text, verb.start, AHEAD)
        done_to = frozenset[str]().union(
            *(it.keys for it in words if it.start != verb.start and not ahead)
        )
        ours = _Deed(cast.with_countries(doer.names), done_to)
        there = [
            _agent(text, other, window, names, ours)
            for window in account.windows
            for text, other in uses(keys(verb.text), (window,))
            if other.start >= window.start
        ]
        phrase = content_words(account.text[doer.start : end], names)
        if there and all(
            agent is not None
            and not PRONOUN.search(agent)
            and not ours.doers
            & cast.with_countries(frozenset(it.name for it in names.mentions(agent)))
            and not (done_by and any(word.keys & all_keys(agent) for word in phrase))
            for agent in there
        ):
            name, agent = min(doer.names), next(filter(None, there), "")
            told = f"done by “{agent}”" if agent else "done by nobody who is named"
            message = f"“{verb.text}” must be {told}, as in the article"
            yield name.split()[-1], message, f"the statement has it done by {name}"


def _agent(text: str, word: Word, window: Window, names: Names, ours: _Deed) -> str | None:
    """Return by what something is done in a source, or whose it is: its words.

    That is nothing where nobody does it, and it is done to what is told here, in a clause that does
    not name whoever does it here; None where somebody may do it.
    """
    doer = find_doer(text, word.start, find_actors(text, names, find_cast(window.source)))
    if doer is not None and doer.start < word.start:
        return None
    if match := AGENT.match(text, word.end):
        return text[match.end() : _end_of_part(text, match.end())]
    match = POSSESSOR.search(text, 0, word.start)
    # Ulvholt's predecessor is another.
    if match and not SOMEBODY_ELSE.match(text, word.start):
        return match["whose"]
    if doer is not None or not is_past(word.text) or not BE.search(text, 0, word.start):
        return None
    borders = (CLAUSE_END, BREAK)
    begins = (it.end() for border in borders for it in border.finditer(text, 0, word.start))
    begin = max(begins, default=0)
    clause = text[begin : _end_of_part(text, word.end)]
    # "Kešlar, the minister, was kept": whom commas part from it is its subject all the same.
    apposed = (it for it in names.mentions(text) if APPOSED.fullmatch(text, it.end, begin))
    named = frozenset(it.name for it in (*names.mentions(clause), *apposed))
    return "" if ours.done_to & all_keys(clause) and not ours.doers & named else None


def _end_of_part(text: str, start: int) -> int:
    part = CLAUSE_END.search(text, start)
    return part.start() if part else len(text)


def find_wrong_losers(statement: Statement, library: Library) -> Iterator[Found]:
    """Find those to whom something is done here, or from whom it is taken, and who do it there."""
    account, names = account_for(statement, library), library.names
    for mention in names.mentions(account.text):
        before = account.text[: mention.start]
        match = LOSER.search(before) or DONE_TO.match(account.text, mention.end)
        # "The agreement with Verelin was reaffirmed": it was, and not he.
        if not LOSER.search(before) and (
            PREPOSITION.search(before) or BETWEEN_ONE_AND.search(before)
        ):
            continue
        if mention.kind not in (PEOPLE, COUNTRIES) or not match or not is_past(match["verb"]):
            continue
        if match["verb"] in _NO_DEEDS or is_mutual(match["verb"]):
            continue
        doers = [
            find_doer(text, verb.start, find_actors(text, names, find_cast(window.source)))
            for window in account.windows
            for text, verb in uses(keys(match["verb"]), (window,))
            if is_past(verb.text)
        ]
        if doers and all(doer is not None and mention.name in doer.names for doer in doers):
            message = f"“{match['verb']}” must be said of {mention.name}, who does it there"
            yield mention.text, message, "the statement has it done to them"
