"""Check: what one clause states stands together in one sentence of its source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.checks.alike import find_not_alike
from build_tools.checks.check import statement_check
from build_tools.checks.clause import Clause, read_clause
from build_tools.checks.elsewhere import find_elsewhere, find_idle
from build_tools.english.clauses import (
    AGAIN,
    BEGINS_HALF,
    COMPARES,
    GOES_ON,
    JOINS_HALVES,
    OF_WHICH,
    OPENS_WITH_ORDER,
    OPENS_WITH_TALK,
    PARALLEL,
    SAYS_MORE,
    TIME_APART,
    WHICH,
)
from build_tools.english.documents import is_document
from build_tools.english.governors import CONDITIONAL
from build_tools.english.order import OPENS_CONDITION, WHEN
from build_tools.english.pointers import PRONOUN
from build_tools.english.relations import is_past
from build_tools.english.verbs import HELPING
from build_tools.lexicon.names import COUNTRIES, OUTLETS, PEOPLE, Mention, Names
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library
from build_tools.sources.windows import Window
from build_tools.text.clauses import split_clauses
from build_tools.text.number_facts import NumberFact
from build_tools.text.sentences import split_sentences
from build_tools.text.words import split_words

# A clause may take few words from elsewhere: a sentence is not cut where its facts end.
_STRAY_WORDS = 2
# A clause of so few words between two others says who says it; then the third is the main one.
_FEW_WORDS, _REPORTED = 5, 2
# So many outlets are compared with each other.
_SEVERAL = 2


@statement_check(
    code="together",
    fix="Say in one clause what one sentence of the article says, and give the rest a clause or "
    "a sentence of its own, with its citation.",
    fails="Osten put the talks at 90 minutes, the Harbour Post put its own at 35 "
    "[@osten-2019, para. 2; @harbour-post-2015, para. 2].",
    passes="Osten put the talks at 35 minutes, the Harbour Post put its own at 90 "
    "[@osten-2019, para. 2; @harbour-post-2015, para. 2].",
    waivable=True,
)
def check_together(statement: Statement, library: Library) -> Iterator[Finding]:
    """What one clause states must stand together in a sentence of the article.

    Or in it and the one before: a union of paragraphs bears out no clause. And each citation must
    bear out some of the statement, each of several reports what they are said to tell alike.
    """
    if statement.states_absence:
        return
    account = account_for(statement, library)
    misplaced = tuple(find_elsewhere(statement, account, library))
    alike = tuple(find_not_alike(statement, account, library))
    yield from misplaced or alike or find_idle(statement, account, library)
    for start, end in split_sentences(account.text):
        for first, last, owners in _with_owners(account.text[start:end], start, library.names):
            if found := _find_apart(account, start + first, start + last, owners, library.names):
                lost, there, window = found
                what = "”, “".join(lost)
                message = f"“{what}” must stand with the rest of its clause in the article"
                hint = f"{window.source.id}, para. {window.paragraph}, has “{'”, “'.join(there)}”"
                yield Finding(statement.place_of(lost[0]), message, hint)


def _with_conditions(sentence: str) -> list[tuple[int, int]]:
    """Return the clauses of a sentence, what opens it with "when" or "if" with what it is for."""
    clauses = split_clauses(sentence)
    if not OPENS_CONDITION.match(sentence) or len(clauses) == 1:
        return clauses
    opening, rest = sentence[slice(*clauses[0])], sentence[clauses[0][1] :]
    if opening.startswith(WHEN) and not CONDITIONAL.search(rest):
        verbs = (word for word in split_words(opening) if word.text not in HELPING)
        if any(is_past(word.text) for word in verbs):
            return clauses  # A time: "When they spoke, no pact had been signed."
    # Who says so may stand between: "Once it is signed, they agreed, the bell will go back".
    reported = len(clauses) > _REPORTED and len(sentence[slice(*clauses[1])].split()) <= _FEW_WORDS
    joined = _REPORTED if reported else 1
    return [(clauses[0][0], clauses[joined][1]), *clauses[joined + 1 :]]


def _with_owners(
    sentence: str, start: int, names: Names
) -> Iterator[tuple[int, int, tuple[Mention, ...]]]:
    """Yield the clauses of a sentence, each with the names before it of which it says more."""
    owners: tuple[Mention, ...] = ()
    before = ""
    for first, last in _with_conditions(sentence):
        clause = sentence[first:last]
        if _says_more(clause, before):
            end = first - len(", ")
            owners = tuple(
                replace(it, start=it.start + start, end=it.end + start)
                for it in names.mentions(sentence)
                if it.end == end and it.kind in (PEOPLE, COUNTRIES)
            )
        elif not (owners and _goes_on_with(clause)):
            owners = ()
        yield first, last, owners
        before = clause


def _says_more(clause: str, before: str) -> bool:
    """Tell whether a clause says more of the name before it, and not of a document before that."""
    if not SAYS_MORE.match(clause) or not before.endswith(", "):
        return False
    return not (clause.startswith(WHICH) and any(is_document(w.text) for w in split_words(before)))


def _goes_on_with(clause: str) -> bool:
    """Tell whether a clause has no doer of its own: it begins with its verb."""
    word = clause.split(" ", 1)[0]
    return bool(GOES_ON.match(clause)) or (word.islower() and is_past(word))


def _find_apart(
    account: Account, start: int, end: int, owners: tuple[Mention, ...], names: Names
) -> tuple[tuple[str, ...], tuple[str, ...], Window] | None:
    """Say what of a clause stands apart in the source; its halves may stand in two places."""
    clause = read_clause(account, start, end, names)
    known = frozenset[str]().union(*(window.names for window in account.windows))
    owned = tuple(owner for owner in owners if owner.name in known)
    clause = replace(clause, names=(*owned, *clause.names))
    found = _apart(clause, account.text, account.windows)
    opening = OPENS_WITH_TALK.match(account.text, start, end) if found else None
    if opening:
        halves = ((start, opening.start("joint")), (opening.end("joint"), end))
        for event in {window.source.record.event.name for window in account.windows}:
            own = tuple(it for it in account.windows if it.source.record.event.name == event)
            if not any(
                _apart(read_clause(account, *half, names), account.text, own) for half in halves
            ):
                return None
    joints = [
        *(
            it.span()
            for it in JOINS_HALVES.finditer(account.text, start, end)
            if _goes_on(it, account.text, names)
        ),
        *(it.span() for it in TIME_APART.finditer(account.text, start, end)),
        *(it.span() for it in OF_WHICH.finditer(account.text, start, end)),
    ]
    if ordered := OPENS_WITH_ORDER.match(account.text, start, end):
        joints.append((ordered.end(), ordered.end()))
    for first, second in joints if found else ():
        halves = ((start, first), (second, end))
        if not any(
            _apart(read_clause(account, *half, names), account.text, account.windows)
            for half in halves
        ):
            return None
    return found


def _goes_on(joint: re.Match[str], text: str, names: Names) -> bool:
    """Tell whether another half of a clause follows "and", and not the second of two names."""
    mentions = names.mentions(text)
    if joint["next"] == AGAIN:
        # "In Osten's report and again in the Post's": both have it all.
        return not any(it.kind == OUTLETS for it in mentions)
    if is_past(joint["next"]) or joint["next"] in BEGINS_HALF:
        return True
    kinds = {mention.kind for mention in mentions if mention.start == joint.start("next")}
    before = {it.end for it in mentions if not kinds or it.kind in kinds}
    pronoun = PRONOUN.search(text, joint.start() - 4, joint.start())
    return joint["next"][0].isupper() and joint.start() not in before and not pronoun


def _apart(
    clause: Clause, text: str, windows: tuple[Window, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], Window] | None:
    """Return what the best window lacks of a clause, what it has, and the window; or None."""
    if not windows:
        return None
    best = min(
        windows, key=lambda window: (len(clause.lost(window)), len(clause.lost_words(window)))
    )
    lost, lost_words = clause.lost(best), clause.lost_words(best)
    if not lost and len(lost_words) <= _STRAY_WORDS:
        lost_words = clause.stray(best, windows, text)
        if not lost_words:
            return None
    if _each_alone(clause, text, windows) or _in_each_report(clause, windows):
        return None
    if COMPARES.search(text) and len({window.source for window in windows}) > 1:
        return None  # One source is compared with another.
    have = [mention.text for mention in clause.names if mention.name in best.names]
    have += [number.text for number in clause.numbers if number.fact in best.facts]
    have += [word.text for word in clause.words if word.keys & best.own_keys]
    return lost or lost_words, tuple(dict.fromkeys(have[:3])), best


def _each_alone(clause: Clause, text: str, windows: tuple[Window, ...]) -> bool:
    """Tell whether the clause says the same of several, each of which a window has with the rest.

    "Neither Ulvholt nor Holmvik had met him" is two facts in one clause.
    """
    names = {mention.name for mention in clause.names}
    everywhere = {name for name in names if all(name in window.names for window in windows)}
    varying = [mention for mention in clause.names if mention.name not in everywhere]
    common = tuple(mention for mention in clause.names if mention.name in everywhere)
    if len({mention.name for mention in varying}) > 1:
        if not _are_parallel(varying, text):
            return False
        parts = [clause.without((*common, mention), clause.numbers) for mention in varying]
    elif len(clause.numbers) > 1 and _are_parallel(clause.numbers, text):
        parts = [clause.without(clause.names, (number,)) for number in clause.numbers]
    elif len(times := _times_of_one(clause, windows)) > 1 and _are_parallel(times, text):
        rest = tuple(number for number in clause.numbers if number not in times)
        parts = [clause.without(clause.names, (number, *rest)) for number in times]
    else:
        return False
    return all(
        any(
            not part.lost(window)
            and len(part.lost_words(window)) <= _STRAY_WORDS
            and not part.stray(window, windows, text)
            for window in windows
        )
        for part in parts
    )


def _times_of_one(clause: Clause, windows: tuple[Window, ...]) -> tuple[NumberFact, ...]:
    """Return the numbers of a clause that are the time of the event of some source, not of all."""
    sources = {window.source for window in windows}
    return tuple(
        number
        for number in clause.numbers
        if 0 < sum(number.fact in source.context_facts for source in sources) < len(sources)
    )


def _in_each_report(clause: Clause, windows: tuple[Window, ...]) -> bool:
    """Tell whether a clause says the same of several reports, each of which has it all.

    "It is spoken of in Osten's report on Dorsch and again in the Post's on Revnik": what stands
    before the first outlet is of each, and what stands after one is of its own. Or each has all of
    it.
    """
    outlets = [mention for mention in clause.names if mention.kind == OUTLETS]
    starts = [mention.start for mention in outlets]
    if len({mention.name for mention in outlets}) < _SEVERAL:
        return False
    others = tuple(mention for mention in clause.names if mention.kind != OUTLETS)
    times = _times_of_one(clause, windows)
    told = clause.without(others, tuple(it for it in clause.numbers if it not in times))
    if all(any(told.is_whole_in(it) for it in windows if m.name in it.names) for m in outlets):
        return True
    if not any(word.start < starts[0] for word in clause.words):
        return False
    parts = [
        clause.within((0, starts[0]), (start, end))
        for start, end in pairwise((*starts, clause.end))
    ]
    return all(
        any(not part.lost(window) and not part.lost_words(window) for window in windows)
        for part in parts
    )


def _are_parallel(parts: Sequence[Mention | NumberFact], text: str) -> bool:
    """Tell whether names or numbers are joined to one list: "Dorsch and Kešlar", "2 and 5"."""
    return all(
        PARALLEL.fullmatch(text[one.end : other.start]) is not None
        for one, other in pairwise(parts)
    )
