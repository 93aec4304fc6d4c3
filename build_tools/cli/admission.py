"""What may be recorded as a stand-in, and what is refused."""

from collections.abc import Iterable

import click

from build_tools.checks.stand_in import find_missing
from build_tools.english.governors import DENYING
from build_tools.english.relations import bases
from build_tools.lexicon.content import all_keys, content_words
from build_tools.lexicon.opposed import contraries, denied_by, keeps_denial, refuses_alone
from build_tools.lexicon.stand_ins import StandIn, find_everywhere, find_phrase
from build_tools.pages.statements import Statement
from build_tools.sources.library import Library, Passage
from build_tools.text.folding import fold
from build_tools.text.words import Word, split_words


class RefusedError(click.UsageError):
    """Raised for what a writer asks for and may not have; the message says why."""


class DeniedError(RefusedError):
    """Raised where the article denies the words that are to be stood for, and ours denies none."""


def check_words(*both: str) -> None:
    """Raise RefusedError where something given is no words, or cannot be shown."""
    for words in both:
        if not words.isprintable() or not split_words(words):
            raise RefusedError(f"give words, and only such as can be shown: {words!r}")


def check_new(entry: StandIn, library: Library, said: str = "") -> None:
    """Raise RefusedError where an entry may not be recorded, DeniedError for want of a denial.

    `said` is the statement for which it is wanted, if there is one: what denies the words there
    need not be among them.
    """
    check_words(entry.ours, entry.theirs)
    if not content_words(fold(entry.ours).text, library.names):
        raise RefusedError(
            f"“{entry.ours}” needs no entry: a name, a number or a word like “of” never does"
        )
    passages = (
        Passage(source, paragraph)
        for source in library.sources.values()
        for paragraph in source.article.paragraphs
    )
    found = [
        (it.place, it.paragraph.folded.text, words)
        for it in passages
        for words in find_everywhere(entry.theirs, it.paragraph.folded.text)
    ]
    if not found:
        raise RefusedError(f"“{entry.theirs}” must stand in a paragraph, and stands in none")
    meant = [(text, words) for place, text, words in found if entry.only in (None, place)]
    if not meant:
        raise RefusedError(f"“{entry.theirs}” must stand in {entry.only}, and does not")
    pair = f"“{entry.ours}” must not stand for “{entry.theirs}”"
    if against := contraries(entry.ours, entry.theirs):
        raise RefusedError(f"{pair}: “{against[0]}” and “{against[1]}” say opposite things")
    if refuses_alone(entry.ours, entry.theirs):
        raise RefusedError(f"{pair}: one of them refuses or denies, and the other does not")
    for other in library.stand_ins.entries:
        same = (other.ours.lower(), other.theirs.lower()) == (
            entry.ours.lower(),
            entry.theirs.lower(),
        )
        if same and other.only in (None, entry.only):
            where = f"for {other.only}" if other.only else "for every article"
            raise RefusedError(f"“{entry.ours}” for “{entry.theirs}” is there already, {where}")
    if not keeps_denial(f"{entry.ours} {said}") and (denied := _denied(entry, meant)):
        raise DeniedError(f"{pair}: the article has “{denied}” with it, and ours has not")


def find_denying(entry: StandIn, statements: Iterable[Statement], library: Library) -> str:
    """Return a statement that an entry is for, if each that it is for denies something; or "".

    It is for those that lack its words, and cite those for which they stand.
    """
    ours = [bases(word.text) for word in split_words(fold(entry.ours).text)]
    wanting = [
        statement.plain
        for statement in statements
        if any(
            entry.only in (None, passage.place)
            and find_phrase(entry.theirs, passage.paragraph.folded.text)
            for passage in library.passages(statement.citations)
        )
        and any(
            bases(word.text) & its
            for run in find_missing(statement, library)
            for word in run
            for its in ours
        )
    ]
    return wanting[0] if wanting and all(map(keeps_denial, wanting)) else ""


def _denied(entry: StandIn, places: list[tuple[str, tuple[Word, ...]]]) -> str:
    """Return what denies the words of an article wherever they are meant, or nothing.

    A phrase that has the denial in it may stand for what says as much: "would not" for "refused".
    The word that it denies must not.
    """
    within = DENYING.search(entry.theirs)
    if within:
        denied = all_keys(entry.theirs[within.end() :])
        return within[0] if denied & all_keys(entry.ours) else ""
    denials = [denied_by(text, words[0].start) for text, words in places]
    return denials[0] if all(denials) else ""
