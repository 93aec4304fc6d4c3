"""Whom a statement is about that leaves it to what stands before: part of the check of parties."""

import re
from dataclasses import replace

from build_tools.english.doers import ONE_BEFORE
from build_tools.english.relations import is_past
from build_tools.english.verbs import OBJECT, SAYING
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Names
from build_tools.pages.statements import Statement
from build_tools.sources.actors import find_actors, find_acts, meant
from build_tools.sources.cast import Cast
from build_tools.text.folding import fold

_FIRST_WORD = re.compile(r"[A-Z][a-z]+(?= )")


def with_subject(statement: Statement, names: Names, cast: Cast) -> Statement:
    """Return a statement with the name of whom it means by what its paragraph said before.

    That is whom "he" means where nobody was told of before it in the statement itself, and whom the
    head of a list or a row names where the statement begins with its verb. A statement that names
    whom it is about, or where several may be meant, is returned as it is.
    """
    text, before = statement.text, fold(statement.before).text
    pronoun = ONE_BEFORE.search(statement.plain)
    if before and _opens_with_verb(text) and not find_acts(before, names, cast):
        who, opening, rest = _named(before, names), "", f" {text[0].lower()}{text[1:]}"
    elif before and pronoun:
        who = _meant(before, text[: pronoun.end()], names, cast)
        opening, rest = text[: pronoun.start()], text[pronoun.end() :]
    else:
        return statement
    # Whoever is named in it is not meant by "he".
    if len(who) != 1 or who & _named(rest, names):
        return statement
    return replace(statement, text=f"{opening}{min(who)}{rest}")


def _named(text: str, names: Names) -> frozenset[str]:
    found = names.mentions(fold(text).text)
    return frozenset(it.name for it in found if it.kind in (PEOPLE, COUNTRIES))


def _meant(before: str, text: str, names: Names, cast: Cast) -> frozenset[str]:
    """Return whom the "he" at the end of a text means, where it stands before all others there."""
    said = fold(text).text
    *others, _ = find_actors(said, names, cast)
    if any(actor.kind == PEOPLE for actor in others):
        return frozenset()
    whole = f"{before} {said}"
    actors = find_actors(whole, names, cast)
    return meant(actors[-1], whole, actors).names


def _opens_with_verb(text: str) -> bool:
    """Tell whether a text has no subject: "Replaced two advisers", "Demands their return"."""
    word = _FIRST_WORD.match(text)
    if word is None:
        return False
    verb = word[0].lower()
    of_now = verb.endswith("s") and OBJECT.match(text, word.end()) is not None
    return of_now or is_past(verb) or verb in SAYING
