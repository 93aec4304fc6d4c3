"""What is denied is denied in the source, and the reverse: part of the check of degrees."""

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.english.governors import (
    CLAUSE_END,
    DENYING,
    HINDERING,
    INSTEAD,
    NEGATED,
    NOT,
    OF_SET_ASIDE,
    PENDING,
    SET_ASIDE,
    governing,
)
from build_tools.english.negation import (
    ALONE,
    BEFORE_DENIED,
    DENIAL,
    DENIED_TWICE,
    DENIED_VERB,
    NEGATION,
    NO_VERBS,
    NOT_ALONE,
    PARTLY_DENIED,
    PLAIN_NO,
    PREFERRED_TO,
    PUT_OFF,
    PUTTING_OFF,
    SCANT,
    SHORT_OF,
    WITHIN_WHAT_IS_SAID,
    WITHOUT,
    denied_verb,
    helped,
    helper_denied,
    not_before,
)
from build_tools.english.relations import keys
from build_tools.english.stems import plain
from build_tools.english.verbs import REPORTED_HELPER
from build_tools.lexicon.content import ContentWord, content_words
from build_tools.pages.account import Account
from build_tools.sources.library import Library
from build_tools.sources.scopes import is_first_time
from build_tools.sources.windows import Window, uses
from build_tools.text.words import Word, split_words

# A word this long says what a sentence denies; shorter ones stand in every sentence.
_TELLING = 4
# A negation reaches so many words, and so many of them must have lost it.
_REACH, _ENOUGH = 8, 2


def find_gained_negations(
    sentence: str,
    start: int,
    words: list[ContentWord],
    best: tuple[Window, ...],
    account: Account,
) -> Iterator[tuple[str, str]]:
    """Find negations that the source lacks; the sentence starts at `start` in the statement."""
    negations = list(NEGATED.finditer(sentence))
    if not negations:
        return
    cited = " ".join(window.text for window in account.windows)
    near = " ".join(window.text for window in best)
    nothing_denied = not NEGATION.search(cited) and not DENIAL.search(cited)
    for negation in negations:
        if _is_partly_denied(sentence, negation, near) or _puts_off(sentence, negation, best):
            continue
        if is_first_time(sentence, near):
            continue
        message = f"“{negation[0]}” must be borne out: the source does not deny it"
        denied = next((w for w in words if w.start - start >= negation.end()), None)
        after = _denied_verb(sentence, negation)
        says = after is not None and plain(after.text) not in BEFORE_DENIED
        there = uses(keys(after.text), best) if after and says else []
        # What is not wished or meant is denied: "does not want to wait"; or it stands in quotation
        # marks, and its own check reads what governs it.
        if after is None or (not there and after.start > negation.end() + 1):
            continue
        if not there and denied:
            there = uses(denied.keys, best) or uses(denied.keys, account.windows)
            # A word of ours is denied, and has to be accounted for first; or it is the contrary of
            # a word there, and accounted for.
            if not there or denied.contrary & denied.keys:
                continue
        of_a_verb = negation[0].lower() not in NO_VERBS
        cited_so = uses(keys(after.text), account.windows) if after and says else []
        affirmed = bool(there) and not any(
            _is_denied(text, other) for text, other in (*there, *cited_so)
        )
        affirmed = affirmed and not _denies_otherwise(sentence, negation, best)
        if nothing_denied or (of_a_verb and affirmed):
            yield negation[0], message


def _denied_verb(sentence: str, negation: re.Match[str]) -> Word | None:
    """Return the word that is denied: of "does not want to wait", it is "wait"."""
    match = DENIED_VERB.match(sentence, negation.end())
    start = negation.end()
    if match and match["to"] and PENDING.fullmatch(match["verb"]):
        if not match["purpose"]:
            return None
        start = match.start("purpose")
    return next((word for word in split_words(sentence) if word.start >= start), None)


def _is_partly_denied(sentence: str, negation: re.Match[str], near: str) -> bool:
    """Tell whether a negation takes away a part: of how far or how long, or that it is alone."""
    at = negation.end()
    return (
        any(pattern.match(sentence, at) for pattern in (PARTLY_DENIED, SHORT_OF))
        # What the source calls the only one is denied.
        or (NOT_ALONE.match(sentence, at) is not None and not ALONE.search(near))
    )


def _puts_off(sentence: str, negation: re.Match[str], best: tuple[Window, ...]) -> bool:
    """Tell whether a negation puts off what the source puts off: "not before", "once it is"."""
    without = negation[0].lower() == PLAIN_NO and WITHOUT.search(sentence)
    put_off = PUT_OFF.search(sentence, negation.end()) or without
    return bool(put_off) and any(PUTTING_OFF.search(window.text) for window in best)


def _denies_otherwise(sentence: str, negation: re.Match[str], best: tuple[Window, ...]) -> bool:
    """Tell whether the source denies the same with a verb of its own, or what the verb is for.

    "Would not sit through it" where it has "will not wait", "had not called to give it away" where
    it has "called, not to give it away".
    """
    match = DENIED_VERB.match(sentence, negation.end())
    if match is None:
        return False
    there = uses(keys(match["purpose"]), best) if match["purpose"] else []
    if any(governing(text, other.start, NOT, 2) for text, other in there):
        return True
    helper = REPORTED_HELPER.get(negation[0].split()[0].lower())
    return (
        helper is not None
        and not uses(keys(match["verb"]), best)
        and any(helper_denied(helper).search(window.text) for window in best)
    )


def find_denied_twice(sentence: str, best: tuple[Window, ...]) -> Iterator[tuple[str, str]]:
    """Find words that deny twice, where no sentence does that is like theirs."""
    match = DENIED_TWICE.search(sentence)
    if match and not any(DENIED_TWICE.search(window.text, window.start) for window in best):
        yield match["second"], f"“{match['second']}” must be borne out: it denies what is denied"


def _is_denied(text: str, word: Word) -> bool:
    """Tell whether anything in the clause of a word denies, the word itself aside."""
    start = max((match.end() for match in CLAUSE_END.finditer(text, 0, word.start)), default=0)
    ends = (CLAUSE_END.search(text, word.end), WITHIN_WHAT_IS_SAID.search(text, word.end))
    end = min((match.start() for match in ends if match), default=len(text))
    clause = DENYING.finditer(text, start, end)
    return any(
        # "It will be sold rather than kept" does not deny the sale.
        match.start() < word.start or (match.start() >= word.end and not INSTEAD.search(match[0]))
        for match in clause
    )


def find_lost_negations(
    clause: str, whole: str, words: list[ContentWord], best: Window, library: Library
) -> Iterator[tuple[str, str]]:
    """Find clauses that have lost a negation of the source."""
    if not _sets_aside(best.text):
        return
    # What the source denies in turn keeps no negation: "has not prevented", "has prevented".
    denying = DENIAL.search(whole) or HINDERING.search(whole)
    turned = denying and not_before(denying[0]).search(best.text)
    if NEGATION.search(clause) or SCANT.search(clause) or (denying and not turned):
        return
    # "Would sooner mend it than leave it" leaves nothing.
    set_aside = frozenset(
        word.text for match in PREFERRED_TO.finditer(whole) for word in split_words(match["other"])
    )
    lost = [
        word
        for word in words
        if word.text not in set_aside
        and (there := _like(word, best, library))
        and all(governing(best.text, other.start, SET_ASIDE, _REACH) for other in there)
    ]
    straight = [word for word in lost if _is_affirmed(word, clause, best)]
    if straight or len(lost) >= _ENOUGH:
        word = (straight or lost)[0]
        yield word.text, f"“{word.text}” must keep the negation that it has in the article"


@lru_cache(maxsize=5_000)
def _sets_aside(text: str) -> bool:
    """Tell whether a sentence of a source may deny or set aside anything."""
    return OF_SET_ASIDE.search(text) is not None


def _is_affirmed(word: ContentWord, clause: str, best: Window) -> bool:
    """Tell whether a clause has a verb with the helper that the source has with "not"."""
    said = helped(word.text).search(clause)
    if said is None:
        return False
    verbs = denied_verb(said["helper"], said["be"]).finditer(best.text)
    return any(keys(match["verb"]) & word.keys for match in verbs)


def _like(word: ContentWord, window: Window, library: Library) -> list[ContentWord]:
    return [
        other
        for other in content_words(window.text, library.names)
        if other.keys & word.keys and len(word.text) >= _TELLING
    ]
