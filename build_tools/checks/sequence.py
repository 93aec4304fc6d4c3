"""What came first, and what brought about what: part of the check of degrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.english.causes import (
    CAUSE_FIRST,
    EFFECT_BETWEEN,
    EFFECT_FIRST,
    MEANT,
    PURSUED,
    SINCE,
)
from build_tools.english.clauses import AT_ANOTHER_TIME, INSERTED, JOINS_ANOTHER, MAIN_CLAUSE
from build_tools.english.dates import NAMED_BY_YEAR
from build_tools.english.governors import CLAUSE, NOT, governing
from build_tools.english.order import (
    ALREADY_WHEN,
    BY_HOW_MUCH,
    CONDITIONS,
    EARLIER_FIRST,
    LATER_FIRST,
    TELLS_ON,
)
from build_tools.english.verbs import TOLD_WHEN
from build_tools.expressions import expression
from build_tools.lexicon.content import ContentWord, content_words
from build_tools.lexicon.names import OUTLETS, Names
from build_tools.pages.account import Account
from build_tools.sources.windows import Window, uses
from build_tools.text.number_facts import evidence_facts, spans_of_dates
from build_tools.text.sentences import split_sentences

# An effect is known by so many of its words.
_KNOWN = 2
# What a part of a sentence ends with, and where its main clause begins after another.
_PART = expression(r"[;:] ")


@dataclass(frozen=True)
class _Pair:
    """Two parts of a sentence, by their words, with what joins them: first and then, by meaning.

    Of each, what is `near` is up to the next comma.
    """

    first: frozenset[str]
    then: frozenset[str]
    joint: str
    first_text: str
    then_text: str
    first_near: str = ""
    then_near: str = ""

    def is_like(self, other: "_Pair") -> bool:
        """Tell whether both pairs have the same in the same order."""
        return bool(self.first & other.first) and bool(self.then & other.then)

    def is_turned(self, other: "_Pair") -> bool:
        """Tell whether one has first what the other has then, and the reverse."""
        turned = (self.first & other.then) - other.first, (self.then & other.first) - other.then
        # Names alone on one side tell nothing where the other side has words: who called, and who
        # took office. Their keys have capitals.
        of_words = [any(not key[:1].isupper() for key in side) for side in turned]
        return all(turned) and (all(of_words) or not any(of_words))


def find_reordered(sentence: str, account: Account, names: Names) -> Iterator[tuple[str, str]]:
    """Find events put in an order that is not that of the source, by its words or its dates."""
    theirs = [pair for window in account.windows for pair in _orders(window.text, names)]
    for pair in _orders(sentence, names):
        turned = next((other for other in theirs if pair.is_turned(other)), None)
        if turned and not any(pair.is_like(other) for other in theirs):
            yield pair.joint, f"“{pair.joint}” must be borne out: there it is the other way round"
        elif pair.joint not in CONDITIONS and _against_dates(pair, account.windows, names):
            yield pair.joint, f"“{pair.joint}” must be borne out: the dates there say otherwise"


def _against_dates(pair: _Pair, windows: tuple[Window, ...], names: Names) -> bool:
    """Tell whether what came then ended, by the source, before what came first began."""
    first, then = (
        _times(it) or _times_there(_words_of(it, names), windows, names)
        for it in (pair.first_near, pair.then_near)
    )
    return bool(first and then) and max(then)[1] < min(first)[0]


def _times(text: str) -> list[tuple[str, str]]:
    return spans_of_dates(evidence_facts(NAMED_BY_YEAR.sub("", TOLD_WHEN.sub("", text))))


def _times_there(
    words: frozenset[str], windows: tuple[Window, ...], names: Names
) -> list[tuple[str, str]]:
    """Return the times of the one sentence that has most of some words."""
    scores = {window: len(words & _words_of(window.sentence, names)) for window in windows}
    best = [window for window, score in scores.items() if score == max(scores.values())]
    if len({(it.source, it.paragraph) for it in best}) != 1 or scores[best[0]] < _KNOWN:
        return []
    paragraph = best[0].source.paragraph(best[0].paragraph)
    own = _times(best[0].text[best[0].start :])
    return own or (spans_of_dates(best[0].source.resolved(paragraph)) if paragraph else [])


def find_wrong_causes(sentence: str, account: Account, names: Names) -> Iterator[tuple[str, str]]:
    """Find effects of another cause than in the source, and causes that are an effect there."""
    theirs = [
        (pair, window) for window in account.windows for pair in _causes(window.sentence, names)
    ]
    for pair in _causes(sentence, names):
        if any(pair.is_like(other) for other, _ in theirs):
            continue
        if any(pair.is_turned(other) for other, _ in theirs):
            yield pair.joint, f"“{pair.joint}” must be borne out: there it is the other way round"
        elif any(
            pair.first
            # A cause that is a name alone may be called by any word.
            and content_words(other.first_text, names)
            and len(pair.then & other.then) >= min(_KNOWN, len(other.then))
            and not pair.first & _what_may_be_the_cause(other, window, account, names)
            for other, window in theirs
        ):
            yield pair.joint, f"“{pair.joint}” must be borne out: it has another cause there"


def find_unmeant(
    sentence: str, start: int, words: list[ContentWord], account: Account
) -> Iterator[tuple[str, str]]:
    """Find what something is told to be done for, and in the source is told without a purpose.

    The sentence begins at `start` in the statement.
    """
    for match in PURSUED.finditer(sentence):
        verb = next((word for word in words if word.start - start == match.start("verb")), None)
        there = uses(verb.keys, account.windows) if verb else []
        if there and not any(MEANT.search(text, 0, word.start) for text, word in there):
            message = f"“{match['purpose']}” must be borne out: in the article it has no purpose"
            yield match["purpose"], message


def _what_may_be_the_cause(
    there: _Pair, window: Window, account: Account, names: Names
) -> frozenset[str]:
    """Return the words of the sentence, and of the paragraph where a name is the cause.

    What has a name may be called by another word there: "the bell".
    """
    if not names.mentions(there.first_text):
        return _words_of(window.text, names)
    around = (
        it
        for it in account.windows
        if (it.source, it.paragraph) == (window.source, window.paragraph)
    )
    return frozenset[str]().union(*(_words_of(it.text, names) for it in around))


@lru_cache(maxsize=5_000)
def _orders(text: str, names: Names) -> tuple[_Pair, ...]:
    """Return the pairs of events of a text, the earlier one first."""
    found = [(match, False) for match in LATER_FIRST.finditer(text)]
    # "It will not go back before it is paid for": first it is paid for.
    found += [
        (match, not governing(text, match.start(), NOT, CLAUSE))
        for match in EARLIER_FIRST.finditer(text)
    ]
    spans = [(*match.span(), first) for match, first in found]
    spans += [(*match.span("when"), True) for match in ALREADY_WHEN.finditer(text)]
    # "Ulvholt, who had taken office, spoke first since": what is inserted is put in no order.
    inserted = [match.span() for match in INSERTED.finditer(text)]
    rest = INSERTED.sub(lambda match: " " * len(match[0]), text)
    return tuple(
        _pair(
            text if any(first <= span[0] < last for first, last in inserted) else rest, *span, names
        )
        for span in spans
    )


@lru_cache(maxsize=5_000)
def _causes(text: str, names: Names) -> tuple[_Pair, ...]:
    """Return the pairs of cause and effect of a text, the cause first."""
    spans = [(*match.span(), False) for match in EFFECT_FIRST.finditer(text)]
    spans += [(*match.span(), True) for match in CAUSE_FIRST.finditer(text)]
    spans += [(*match.span(), False) for match in SINCE.finditer(text)]
    pairs = [_pair(text, *span, names) for span in spans]
    for match in EFFECT_BETWEEN.finditer(text):
        cause, effect = text[match.end() : _end_of_part(text, match.end())], match["effect"]
        words = _words_of(cause, names), _words_of(effect, names)
        pairs.append(
            _Pair(*words, text[match.start() : match.start("effect")].strip(), cause, effect)
        )
    return tuple(pairs)


def _end_of_part(text: str, start: int) -> int:
    """Return where the sentence at a place ends, or a part of it."""
    last = next(last for _, last in split_sentences(text) if last >= start)
    parts = (it.search(text, start, last) for it in (_PART, AT_ANOTHER_TIME))
    return min((part.start() for part in parts if part), default=last)


def _pair(text: str, start: int, end: int, left_is_first: bool, names: Names) -> _Pair:
    first = next(first for first, last in split_sentences(text) if last >= end)
    parts = (match.end() for it in (_PART, TELLS_ON) for match in it.finditer(text, first, start))
    opens = max(parts, default=first)
    left, right = text[opens:start], text[end : _end_of_part(text, end)]
    opening = left.strip(' ,"“')
    if not opening or BY_HOW_MUCH.fullmatch(opening):
        # "After the war it was sold", "Two days after the war, the bell was sold"
        # "Because there is no pact, they quarrel": the first "there" opens no main clause.
        main = MAIN_CLAUSE.search(right, 1)
        left, right = (right[main.end() :], right[: main.start()]) if main else ("", right)
        if JOINS_ANOTHER.match(left):
            left = ""  # Of what opens it, nobody can tell where it ends.
    near = left.rstrip(" ,").rpartition(", ")[2], right.partition(", ")[0]
    sides = (left, right), near
    (one, other), (one_near, other_near) = sides if left_is_first else (it[::-1] for it in sides)
    words = _words_of(one, names), _words_of(other, names)
    return _Pair(*words, text[start:end], one, other, one_near, other_near)


@lru_cache(maxsize=5_000)
def _words_of(text: str, names: Names) -> frozenset[str]:
    """Return the keys of the words of a text, and its names."""
    keys = (word.keys for word in content_words(text, names))
    named = (mention.name for mention in names.mentions(text) if mention.kind != OUTLETS)
    return frozenset(named).union(*keys)
