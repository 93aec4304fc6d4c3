"""Whom a statement is about that leaves it to what stands before: part of the check of parties."""

from dataclasses import replace

from build_tools.english.doers import ONE_BEFORE, SAID_BY_ONE
from build_tools.english.relations import is_past
from build_tools.english.verbs import OBJECT, SAYING
from build_tools.expressions import expression
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Names
from build_tools.pages.statements import Statement
from build_tools.sources.actors import find_actors, find_acts, is_beside, with_partners
from build_tools.sources.cast import Cast
from build_tools.sources.speakers import find_speakers
from build_tools.text.folding import fold
from build_tools.text.sentences import split_sentences

_FIRST_WORD = expression(r"[A-Z][a-z]+(?= )")


def with_subject(statement: Statement, names: Names, cast: Cast) -> Statement:
    """Return a statement with the name of whom it means by what stands before.

    That is whom "he" means where nobody was told of before it in its sentence, and whom the head of
    a list or a row names where the statement begins with its verb. Where it names whom it is about,
    or several may be meant, it is returned as it is.
    """
    text, before = statement.text, fold(statement.before).text
    if before and _opens_with_verb(text) and not find_acts(before, names, cast):
        who, rest = _named(before, names), f" {text[0].lower()}{text[1:]}"
        if len(who) == 1 and not who & _named(rest, names):
            return replace(statement, text=f"{min(who)}{rest}")
    if not ONE_BEFORE.search(statement.plain):
        return statement
    spans = split_sentences(statement.plain)
    sentences = [text[start:end] for start, end in spans]
    for n, (start, end) in enumerate(spans):
        pronoun = ONE_BEFORE.search(statement.plain, start, end)
        last = sentences[n - 1] if n else before
        if pronoun and last:
            opening, rest = text[start : pronoun.start()], text[pronoun.end() : end]
            said = SAID_BY_ONE.match(text, pronoun.start(), end)
            if said and said["verb"] in SAYING:
                who = _speaker(fold(last).text, names, cast)
            else:
                who = _meant(fold(last).text, fold(opening).text, names, cast)
            # Whoever is named in it is not meant by "he".
            if len(who) == 1 and not who & _named(rest, names):
                sentences[n] = f"{opening}{min(who)}{rest}"
    if sentences == [text[start:end] for start, end in spans]:
        return statement
    return replace(statement, text=" ".join(sentences))


def _named(text: str, names: Names) -> frozenset[str]:
    found = names.mentions(fold(text).text)
    return frozenset(it.name for it in found if it.kind in (PEOPLE, COUNTRIES))


def _meant(before: str, opening: str, names: Names, cast: Cast) -> frozenset[str]:
    """Return whom "he" means after the opening of a sentence: whom the sentence before is about.

    Nobody, where somebody else does it too, or tells of it.
    """
    if any(actor.kind == PEOPLE for actor in find_actors(opening, names, cast)):
        return frozenset()
    last = before[slice(*split_sentences(before)[-1])]
    actors = find_actors(last, names, cast)
    doers = [it for it in actors if it.kind == PEOPLE and not is_beside(it, last, len(last))]
    if not doers or (doers[1:] and with_partners(doers[1], last, actors) & doers[0].names):
        return frozenset()
    return doers[0].names if find_speakers(last, names, cast) <= doers[0].names else frozenset()


def _speaker(before: str, names: Names, cast: Cast) -> frozenset[str]:
    """Return whose words ", he said" makes a sentence: theirs who speak in the one before."""
    who = _meant(before, "", names, cast)
    last = before[slice(*split_sentences(before)[-1])]
    return who if who and who <= find_speakers(last, names, cast) else frozenset()


def _opens_with_verb(text: str) -> bool:
    """Tell whether a text has no subject: "Replaced two advisers", "Demands their return"."""
    word = _FIRST_WORD.match(text)
    if word is None:
        return False
    verb = word[0].lower()
    of_now = verb.endswith("s") and OBJECT.match(text, word.end()) is not None
    return of_now or is_past(verb) or verb in SAYING
