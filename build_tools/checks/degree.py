"""Check: a statement denies and promises no more than its source."""

import re
from collections.abc import Iterator
from textwrap import shorten

from build_tools.checks.check import statement_check
from build_tools.checks.contrary import find_contraries, find_contraries_in_place, find_turned
from build_tools.checks.denial import (
    find_denied_twice,
    find_gained_negations,
    find_lost_negations,
)
from build_tools.checks.sequence import find_reordered, find_wrong_causes
from build_tools.english.governors import AHEAD, NOT, UNDONE, governing
from build_tools.english.relations import bases, is_past, keys
from build_tools.english.verbs import IS
from build_tools.lexicon.content import ContentWord
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.actors import find_acts
from build_tools.sources.cast import find_cast, find_casts
from build_tools.sources.library import Library
from build_tools.sources.windows import best_windows, uses
from build_tools.text.clauses import split_clauses, with_predicate
from build_tools.text.sentences import split_sentences
from build_tools.text.words import Word, split_words

# How much of a sentence a hint shows, in characters.
_SHOWN = 120
# What is to be done is not done, though the word has the form of a past: "is to be submitted".
_TO_BE = re.compile(r"\bbe (?:\w+ly )?$")

# So near before a verb stands what denies it: "has not so far met".
_NEAR = 4
# A noun that has the form of a verb, unless something "is meeting".
_NOUN = re.compile(r"ings?$")


@statement_check(
    code="degree",
    fix="Say it as the article does: with its 'not', its 'some', its 'plans to'.",
    fails="The panel started work in January, The Harbour Post reported "
    "[@harbour-post-2015, para. 9].",
    passes="The panel was to start work in January, The Harbour Post reported "
    "[@harbour-post-2015, para. 9].",
    waivable=True,
)
def check_degree(statement: Statement, library: Library) -> Iterator[Finding]:
    """A statement must deny and promise no more and no less than its source."""
    if statement.states_absence:
        return
    account = account_for(statement, library)
    if not account.windows:
        return
    for start, end in split_sentences(account.text):
        sentence = account.text[start:end]
        best = best_windows(sentence, account.windows, library.names, 1)
        shown = f"the best sentence there is “{shorten(best[0].text, _SHOWN, placeholder='...')}”"
        words = [word for word in account.words if start <= word.start < end]
        whole = _with_quotations(sentence, statement)
        clauses = split_clauses(sentence)
        found = (
            find_contraries(words, account, library),
            find_contraries_in_place(words, account, library),
            find_turned(sentence, account, library),
            find_reordered(sentence, account, library.names),
            find_wrong_causes(sentence, account, library.names),
            find_gained_negations(sentence, start, words, best, account),
            find_denied_twice(sentence, best),
            *(
                find_lost_negations(
                    with_predicate(sentence, clauses, n),
                    whole,
                    [w for w in words if first <= w.start - start < last],
                    best[0],
                    library,
                )
                for n, (first, last) in enumerate(clauses)
            ),
            _done(statement, words, account, library),
        )
        # Of one word the first that is wrong is enough.
        for word, message in dict(reversed([pair for pairs in found for pair in pairs])).items():
            yield Finding(statement.place_of(word), message, shown)


def _with_quotations(sentence: str, statement: Statement) -> str:
    """Return a sentence of a statement with what it quotes."""
    return " ".join([sentence, *(quotation.text for quotation in statement.quotations)])


def _done(
    statement: Statement, words: list[ContentWord], account: Account, library: Library
) -> Iterator[tuple[str, str]]:
    """Find what the statement says was done, and the source that it is planned, hoped or agreed."""
    for word in words:
        ahead = governing(account.text, word.start, AHEAD, 12)
        wished = UNDONE.fullmatch(word.text)
        denied = governing(account.text, word.start, NOT, _NEAR)
        # "Continued dialogue is what he wants": what opens a sentence is no verb.
        opens = word.text[0].isupper()
        if not is_past(word.text) or opens or wished or ahead or denied:
            continue
        # A meeting is no deed: somebody may have had many, and another seeks one.
        there = [
            (source, other)
            for source, other in uses(word.keys, account.windows)
            if _is_deed(word, other, source) or governing(source, other.start, UNDONE)
        ]
        if any(
            is_past(other.text) and not _TO_BE.search(source[: other.start])
            for source, other in there
        ):
            continue
        pending = [governing(source, other.start, UNDONE) for source, other in there]
        if there and all(pending) and not _of_others(word, statement, account, library):
            message = f"“{word.text}” must have been done: in the article it has not been"
            yield word.text, f"{message} (“{pending[0][-1]}”)"


def _is_deed(word: ContentWord, other: Word, source: str) -> bool:
    """Tell whether a word of the source tells a deed: a verb, or what "lasted" or "ended"."""
    after = next((w for w in split_words(source) if w.start > other.start), None)
    # The talks expected in May have not been held.
    if after is not None and is_past(after.text):
        return UNDONE.fullmatch(after.text) is None
    if _NOUN.search(other.text):
        return bool(IS.search(source[: other.start]))
    return is_past(other.text) or bool(bases(other.text) & bases(word.text))


def _of_others(word: ContentWord, statement: Statement, account: Account, library: Library) -> bool:
    """Tell whether it is others who have yet to do in the source what somebody here has done."""
    names = library.names
    cast = find_casts(library.cited_sources(statement.citations))
    ours = [
        act.doers
        for act in find_acts(account.text, names, cast)
        if act.verb.start == word.start and act.doers
    ]
    theirs = [
        act.doers
        for window in account.windows
        for act in find_acts(window.text, names, find_cast(window.source))
        if keys(act.verb.text) & word.keys and not _NOUN.search(act.verb.text)
    ]
    return bool(ours and theirs) and all(doers and not doers & ours[0] for doers in theirs)
