"""Check: a statement denies, widens and promises no more than its source."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from textwrap import shorten

from build_tools.checks.check import statement_check
from build_tools.checks.stand_in import contrary_of
from build_tools.english.governors import (
    AHEAD,
    CLAUSE_END,
    DENYING,
    HINDERING,
    NEGATED,
    NOT,
    UNDONE,
    governing,
)
from build_tools.english.negation import (
    BEFORE_DENIED,
    DENIAL,
    DENIED_TWICE,
    JUST_DENIED,
    NEGATION,
)
from build_tools.english.neighbours import WITHIN_PHRASE
from build_tools.english.order import OPPOSED, ORDER, TIMES
from build_tools.english.relations import base_stems, bases, contrary_keys, is_past, keys, plain
from build_tools.english.scope import SCOPES
from build_tools.lexicon.content import ContentWord, all_keys, content_words
from build_tools.lexicon.names import Names
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library
from build_tools.sources.windows import Window, best_windows
from build_tools.text.clauses import split_clauses
from build_tools.text.sentences import split_sentences
from build_tools.text.words import Word, split_words

# Where a source has two numbers, one may be more.
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
# How much of a sentence a hint shows, in characters.
_SHOWN = 120
# A word this long says what a sentence denies; shorter ones stand in every sentence.
_TELLING = 4
# What is to be done is not done, though the word has the form of a past: "is to be submitted".
_TO_BE = re.compile(r"\bbe (?:\w+ly )?$")
# A negation reaches so many words, and so many of them must have lost it.
_REACH, _ENOUGH = 6, 2


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
    """A statement must deny, widen, compare and promise no more and no less than its source."""
    if statement.states_absence:
        return
    account = account_for(statement, library)
    if not account.windows:
        return
    for start, end in split_sentences(account.text):
        sentence = account.text[start:end]
        best = best_windows(sentence, account.windows, library.names, 1)
        near = " ".join(window.text for window in best)
        shown = f"the best sentence there is “{shorten(best[0].text, _SHOWN, placeholder='...')}”"
        words = [word for word in account.words if start <= word.start < end]
        whole = _with_quotations(sentence, statement)
        found = (
            _wider(sentence, near, several=len({w.source for w in account.windows}) > 1),
            _contrary(words, account, library),
            _in_place(words, account, library),
            _turned(sentence, account, library),
            _denies(sentence, start, words, best, account),
            _denied_twice(sentence, best),
            *(
                _lost_negation(
                    sentence[first:last],
                    whole,
                    [w for w in words if first <= w.start - start < last],
                    best[0],
                    library,
                )
                for first, last in split_clauses(sentence)
            ),
            _done(account.text, words, account),
        )
        # Of one word the first that is wrong is enough.
        for word, message in dict(reversed([pair for pairs in found for pair in pairs])).items():
            yield Finding(statement.place_of(word), message, shown)


def _wider(sentence: str, near: str, *, several: bool) -> Iterator[tuple[str, str]]:
    """Find words that widen, narrow or compare, where nothing near in the source does.

    Of `several` sources, "all" may be said.
    """
    for scope in SCOPES:
        for match in scope.claims.finditer(sentence):
            denied = governing(sentence, match.start(), DENYING, 2)
            listed = scope.name == "all" and ("," in sentence[: match.start()] or several)
            counted = scope.name == "comparison" and len(set(_NUMBER.findall(near))) > 1
            if not (denied or listed or counted or scope.answers.search(near)):
                yield match[0], f"“{match[0]}” must have its like in the cited sentence"


def _contrary(
    words: list[ContentWord], account: Account, library: Library
) -> Iterator[tuple[str, str]]:
    """Find words in place of which the source has their contrary."""
    missing = {word.start for run in account.missing for word in run}
    for word in words:
        if word.start in missing and (other := contrary_of(word, account, library)):
            yield word.text, f"“{word.text}” must be borne out: the source has “{other}”"


def _in_place(
    words: list[ContentWord], account: Account, library: Library
) -> Iterator[tuple[str, str]]:
    """Find words beside a neighbour that has their contrary beside it in the source.

    The source may have the word elsewhere: of the war, and of peace talks.
    """
    for left, right in pairwise(words):
        for word, beside, at in ((left, right, 0), (right, left, 1)):
            contrary = contrary_keys(word.text)
            if not contrary or not WITHIN_PHRASE.fullmatch(account.text, left.end, right.start):
                continue
            if JUST_DENIED.search(account.text, 0, word.start):
                continue  # "Not managed" is "failed".
            pairs = (p for window in account.windows for p in _pairs(window.text, library.names))
            others = [pair[at] for pair in pairs if pair[1 - at].keys & beside.keys]
            if any(other.keys & word.keys for other in others):
                continue
            if against := next((o for o in others if base_stems(o.text) & contrary), None):
                message = f"“{word.text}” must be borne out: the source has “{against.text}” there"
                yield word.text, message


@lru_cache(maxsize=2_000)
def _pairs(text: str, names: Names) -> tuple[tuple[ContentWord, ContentWord], ...]:
    return tuple(
        (left, right)
        for left, right in pairwise(content_words(text, names))
        if WITHIN_PHRASE.fullmatch(text, left.end, right.start)
    )


def _turned(sentence: str, account: Account, library: Library) -> Iterator[tuple[str, str]]:
    """Find small words of one side where the best sentence for their clause has the other alone."""
    for first, last in split_clauses(sentence):
        clause = sentence[first:last]
        best = best_windows(clause, account.windows, library.names)
        near = " ".join(window.text[window.start :] for window in best)
        for pair in OPPOSED:
            for mine, theirs in (pair, pair[::-1]):
                match = mine.search(clause)
                if match is None or mine.search(near) or governing(clause, match.start(), NOT, 2):
                    continue
                against = theirs.search(best[0].text, best[0].start)
                if not against or (pair is ORDER and _of_another(clause, match, best[0], library)):
                    continue
                if not _is_mirrored(clause[match.end() :], best[0].text, against, library):
                    yield match[0], f"“{match[0]}” must be borne out: the source has “{against[0]}”"


def _of_another(clause: str, match: re.Match[str], best: Window, library: Library) -> bool:
    """Tell whether something else is put in order than in the source.

    Where a bell was cast before a war, it says nothing that there has been peace since.
    """
    words = content_words(clause[: match.start()], library.names)
    ordered = [word for word in words if not bases(word.text) & TIMES]
    there = all_keys(best.text[best.start :])
    return bool(ordered) and not any(word.keys & there for word in ordered)


def _is_mirrored(after: str, text: str, against: re.Match[str], library: Library) -> bool:
    """Tell whether what follows a word is what comes before its contrary in the source.

    A vote before the return is a return after the vote.
    """
    follows = next(iter(content_words(after, library.names)), None)
    return follows is not None and bool(follows.keys & all_keys(text[: against.start()]))


def _denies(
    sentence: str,
    start: int,
    words: list[ContentWord],
    best: tuple[Window, ...],
    account: Account,
) -> Iterator[tuple[str, str]]:
    """Find negations that the source lacks; the sentence starts at `start` in the statement."""
    cited = " ".join(window.text for window in account.windows)
    nothing_denied = not NEGATION.search(cited) and not DENIAL.search(cited)
    for negation in NEGATED.finditer(sentence):
        message = f"“{negation[0]}” must be borne out: the source does not deny it"
        after = next((w for w in split_words(sentence) if w.start >= negation.end()), None)
        says = after is not None and plain(after.text) not in BEFORE_DENIED
        there = _uses(keys(after.text), best) if after and says else []
        if not there and (
            denied := next((w for w in words if w.start - start >= negation.end()), None)
        ):
            there = _uses(denied.keys, best) or _uses(denied.keys, account.windows)
            # A word of ours is denied, and has to be accounted for first; or it is the contrary of
            # a word there, and accounted for.
            if not there or (contrary_keys(denied.text) & denied.keys):
                continue
        of_a_verb = negation[0].lower() not in ("no", "none", "nobody")
        affirmed = bool(there) and not any(_is_denied(text, other) for text, other in there)
        if nothing_denied or (of_a_verb and affirmed):
            yield negation[0], message


def _denied_twice(sentence: str, best: tuple[Window, ...]) -> Iterator[tuple[str, str]]:
    """Find words that deny twice, where no sentence does that is like theirs."""
    match = DENIED_TWICE.search(sentence)
    if match and not any(DENIED_TWICE.search(window.text, window.start) for window in best):
        yield match["second"], f"“{match['second']}” must be borne out: it denies what is denied"


def _uses(word: frozenset[str], windows: tuple[Window, ...]) -> list[tuple[str, Word]]:
    """Return where windows have a word, given by its keys: their text, and the word in it."""
    return [
        (window.text, other)
        for window in windows
        for other in split_words(window.text)
        if keys(other.text) & word
    ]


def _is_denied(text: str, word: Word) -> bool:
    """Tell whether anything in the clause of a word denies, the word itself aside."""
    start = max((match.end() for match in CLAUSE_END.finditer(text, 0, word.start)), default=0)
    end = CLAUSE_END.search(text, word.end)
    clause = DENYING.finditer(text, start, end.start() if end else len(text))
    return any(not word.start <= match.start() < word.end for match in clause)


def _lost_negation(
    clause: str, whole: str, words: list[ContentWord], best: Window, library: Library
) -> Iterator[tuple[str, str]]:
    """Find clauses that have lost a negation of the source."""
    # What the source denies in turn keeps no negation: "has not prevented", "has prevented".
    denying = DENIAL.search(whole) or HINDERING.search(whole)
    turned = denying and re.search(rf"\bnot {re.escape(denying[0])}", best.text, re.IGNORECASE)
    if NEGATION.search(clause) or (denying and not turned):
        return
    lost = [
        word
        for word in words
        if (there := _like(word, best, library))
        and all(governing(best.text, other.start, NEGATED, _REACH) for other in there)
    ]
    straight = [word for word in lost if _is_affirmed(word, clause, best)]
    if straight or len(lost) >= _ENOUGH:
        word = (straight or lost)[0]
        yield word.text, f"“{word.text}” must keep the negation that it has in the article"


def _is_affirmed(word: ContentWord, clause: str, best: Window) -> bool:
    """Tell whether a clause has a verb with the helper that the source has with "not"."""
    said = re.search(rf"\b(?P<help>[a-z]+(?: be)?) {re.escape(word.text)}\b", clause)
    if said is None:
        return False
    helper, *be = said["help"].split()
    denied = " ".join([helper, "not", *be, word.text])
    return re.search(rf"\b{re.escape(denied)}\b", best.text) is not None


def _with_quotations(sentence: str, statement: Statement) -> str:
    """Return a sentence of a statement with what it quotes."""
    return " ".join([sentence, *(quotation.text for quotation in statement.quotations)])


def _like(word: ContentWord, window: Window, library: Library) -> list[ContentWord]:
    return [
        other
        for other in content_words(window.text, library.names)
        if other.keys & word.keys and len(word.text) >= _TELLING
    ]


def _done(text: str, words: list[ContentWord], account: Account) -> Iterator[tuple[str, str]]:
    """Find what the statement says was done, and the source that it is planned, hoped or agreed."""
    for word in words:
        if not is_past(word.text) or governing(text, word.start, AHEAD, 12):
            continue
        there = _uses(word.keys, account.windows)
        if any(
            is_past(other.text) and not _TO_BE.search(source[: other.start])
            for source, other in there
        ):
            continue
        pending = [governing(source, other.start, UNDONE) for source, other in there]
        if there and all(pending):
            message = f"“{word.text}” must have been done: in the article it has not been"
            yield word.text, f"{message} (“{pending[0][-1]}”)"
