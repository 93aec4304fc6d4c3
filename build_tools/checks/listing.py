"""Whom a list adds to those to whom something is done: part of the check of parties."""

from collections.abc import Iterator

from build_tools.checks.check import Found, listed
from build_tools.english.governors import CLAUSE_END
from build_tools.english.neighbours import JOINING
from build_tools.english.relations import is_past, keys
from build_tools.english.verbs import DOING_BY_WORDS, SAYING, is_mutual
from build_tools.lexicon.names import PEOPLE, Mention, Names
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.library import Library
from build_tools.sources.windows import uses
from build_tools.text.words import Word, split_words


def find_not_listed(statement: Statement, library: Library) -> Iterator[Found]:
    """Find who is in a list of those to whom something is done, and not named where it is done.

    Of "replaced Dorsch, Revnik and Holmvik" each is named in a sentence that has the deed, or in
    the next one.
    """
    account, names = account_for(statement, library), library.names
    for people in _lists(account.text, names):
        verb = _verb_before(people[0], account.text) if people[1:] else None
        if verb is None:
            continue
        at = {window for window in account.windows if uses(keys(verb.text), (window,))}
        named = frozenset[str]().union(*(window.names for window in at))
        missing = [person for person in people if person.name not in named]
        if missing and len(missing) < len(people):
            message = f"“{verb.text}” must be said of {missing[0].name} in a cited sentence"
            there = listed(named & {person.name for person in people})
            yield missing[0].text, message, f"there it is said of {there}"


def _lists(text: str, names: Names) -> list[list[Mention]]:
    """Return the lists of people in a text: those who are joined by "and" or a comma."""
    people = [mention for mention in names.mentions(text) if mention.kind == PEOPLE]
    runs: list[list[Mention]] = []
    for person in people:
        if runs and JOINING.fullmatch(text, runs[-1][-1].end, person.start):
            runs[-1].append(person)
        else:
            runs.append([person])
    return runs


def _verb_before(person: Mention, text: str) -> Word | None:
    """Return the deed before somebody in their clause; none of words, or that two do together."""
    for word in reversed(split_words(text)):
        if word.end <= person.start and is_past(word.text):
            form = word.text.lower()
            says = form in SAYING - DOING_BY_WORDS
            apart = CLAUSE_END.search(text, word.end, person.start)
            return None if says or apart or is_mutual(form) else word
    return None
