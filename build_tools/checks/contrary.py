"""Words whose contrary stands in the source in their place: part of the check of degrees."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from build_tools.checks.stand_in import contrary_of
from build_tools.english.governors import CLAUSE, NOT, governing
from build_tools.english.negation import JUST_DENIED, NEGATION, NO_PROSPECT
from build_tools.english.neighbours import WITHIN_PHRASE
from build_tools.english.order import OPPOSED, OPPOSING, ORDER, SUPPOSED, TIMES, TO_COME
from build_tools.english.pointers import GOES_ON_WITH
from build_tools.english.relations import base_stems, bases
from build_tools.lexicon.content import ContentWord, all_keys, content_words
from build_tools.lexicon.names import OUTLETS, Names
from build_tools.pages.account import Account
from build_tools.sources.library import Library
from build_tools.sources.windows import Window, best_windows
from build_tools.text.clauses import split_clauses
from build_tools.text.number_facts import evidence_facts, find_numbers


def find_contraries(
    words: list[ContentWord], account: Account, library: Library
) -> Iterator[tuple[str, str]]:
    """Find words in place of which the source has their contrary."""
    missing = {word.start for run in account.missing for word in run}
    for word in words:
        if word.start in missing and (other := contrary_of(word, account, library)):
            yield word.text, f"“{word.text}” must be borne out: the source has “{other}”"


def find_contraries_in_place(
    words: list[ContentWord], account: Account, library: Library
) -> Iterator[tuple[str, str]]:
    """Find words beside a neighbour that has their contrary beside it in the source.

    The source may have the word elsewhere: of the war, and of peace talks.
    """
    for left, right in pairwise(words):
        for word, beside, at in ((left, right, 0), (right, left, 1)):
            contrary = word.contrary
            if not contrary or not WITHIN_PHRASE.fullmatch(account.text, left.end, right.start):
                continue
            if JUST_DENIED.search(account.text, 0, word.start):
                continue  # "Not managed" is "failed".
            pairs = (p for window in account.windows for p in _pairs(window.text, library.names))
            others = [pair[at] for pair in pairs if pair[1 - at].keys & beside.keys]
            if any(other.keys & word.keys for other in others):
                continue
            if any(
                _has_near(window.text, word, beside, library.names) for window in account.windows
            ):
                continue
            # A statement that has both words tells of two things, or of two times.
            told = frozenset[str]().union(*(it.keys for it in words if it is not word))
            against = next((o for o in others if base_stems(o.text) & contrary), None)
            if against and not against.keys & told:
                message = f"“{word.text}” must be borne out: the source has “{against.text}” there"
                yield word.text, message


def _has_near(text: str, word: ContentWord, beside: ContentWord, names: Names) -> bool:
    """Tell whether a text has both words with one between them: "hamper bilateral talks"."""
    words = content_words(text, names)
    return any(
        (one.keys & word.keys and other.keys & beside.keys)
        or (one.keys & beside.keys and other.keys & word.keys)
        for one, other in zip(words, words[2:], strict=False)
    )


@lru_cache(maxsize=2_000)
def _pairs(text: str, names: Names) -> tuple[tuple[ContentWord, ContentWord], ...]:
    return tuple(
        (left, right)
        for left, right in pairwise(content_words(text, names))
        if WITHIN_PHRASE.fullmatch(text, left.end, right.start)
    )


def find_turned(sentence: str, account: Account, library: Library) -> Iterator[tuple[str, str]]:
    """Find small words of one side where the best sentence for their clause has the other alone."""
    for first, last in split_clauses(sentence):
        clause = sentence[first:last]
        for pair in OPPOSED if OPPOSING.search(clause.casefold()) else ():
            for mine, theirs in (pair, pair[::-1]):
                claims = (it for it in mine.finditer(clause) if not _is_supposed(it))
                match = next(claims, None)
                if match is None:
                    continue
                if pair is ORDER and _of_reports(clause, match.end(), library.names):
                    continue
                best = best_windows(clause, account.windows, library.names)
                if any(mine.search(window.text, window.start) for window in best):
                    continue
                # "Nothing goes back before" is "goes back after", if the source denies nothing.
                plain_order = pair is ORDER and not NEGATION.search(best[0].text, best[0].start)
                put_off = plain_order and governing(clause, match.start(), NOT, CLAUSE)
                if put_off or governing(clause, match.start(), NOT, 2):
                    continue
                if NO_PROSPECT.search(sentence, 0, first + match.start()):
                    continue
                against = theirs.search(best[0].text, best[0].start)
                if not against or (pair is ORDER and _of_another(clause, match, best[0], library)):
                    continue
                if not _is_mirrored(match, against, library, in_time=pair is ORDER):
                    yield match[0], f"“{match[0]}” must be borne out: the source has “{against[0]}”"


def _of_reports(clause: str, start: int, names: Names) -> bool:
    """Tell whether a report comes after a word of order: "a day before Osten's report"."""
    return any(it.kind == OUTLETS and it.start == start + 1 for it in names.mentions(clause))


def _is_supposed(match: re.Match[str]) -> bool:
    """Tell whether a match is of what is to come in a case that is supposed: "if it were to"."""
    before = match.string[: match.start()]
    return TO_COME.fullmatch(match[0]) is not None and SUPPOSED.search(before) is not None


def _of_another(clause: str, match: re.Match[str], best: Window, library: Library) -> bool:
    """Tell whether something else is put in order than in the source.

    Where a bell was cast before a war, it says nothing that there has been peace since.
    """
    words = content_words(clause[: match.start()], library.names)
    ordered = [word for word in words if not bases(word.text) & TIMES]
    there = all_keys(best.text[best.start :])
    return bool(ordered) and not any(word.keys & there for word in ordered)


def _is_mirrored(
    match: re.Match[str], against: re.Match[str], library: Library, *, in_time: bool
) -> bool:
    """Tell whether what follows a word in a clause is what comes before its contrary in the source.

    A vote before the return is a return after the vote. Where nothing follows that can be looked
    for, as in "before he called", the words of time tell nothing.
    """
    before, after = against.string[: against.start()], match.string[match.end() :]
    names = library.names
    follows = next(iter(content_words(after, names)), None)
    time = next(iter(find_numbers(after)), None)
    # A year that follows both is before in the one what it is after in the other.
    is_next = time and (follows is None or time.start < follows.start)
    if time and is_next and time.fact in evidence_facts(against.string[against.end() :]):
        return False
    first = {it.name for it in names.mentions(after) if follows is None or it.start < follows.start}
    # Who is on both sides tells nothing of the order.
    first -= {it.name for it in names.mentions(match.string[: match.start()])}
    if first & {it.name for it in names.mentions(before)}:
        return True
    if follows is None:
        return in_time and GOES_ON_WITH.match(after) is not None
    return bool(follows.keys & all_keys(before))
