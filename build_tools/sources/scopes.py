"""Words that widen, narrow or compare a claim, where nothing near in what is cited does."""

import re
from collections.abc import Iterator

from build_tools.english.governors import CLAUSE, DENYING, governing
from build_tools.english.lists import OF_SEVERAL
from build_tools.english.negation import ANY_LIMIT, NEVER, NO, UNTIL_NOW
from build_tools.english.order import BEFORE_THEN, FIRST, NOT_SINCE, OF_A_TIME
from build_tools.english.scope import (
    ALL,
    ALL_OF,
    BY_NUMBER,
    CLAIMING,
    COMPARISON,
    NEVER_SO,
    OPEN,
    SCOPES,
    Scope,
)
from build_tools.expressions import expression
from build_tools.lexicon.names import Names
from build_tools.sources.windows import Window, best_windows
from build_tools.text.clauses import part_at, split_clauses
from build_tools.text.number_facts import evidence_facts, find_numbers
from build_tools.text.sentences import split_sentences

# Where a source has two numbers, one may be more.
_NUMBER = expression(r"\b\d[\d,.]*\b")


def find_claims(text: str, windows: tuple[Window, ...], names: Names) -> Iterator[tuple[int, int]]:
    """Yield the spans of words such as "only", "all" or "closer" that have no like near there.

    Of several sources, "all" may be said; what is compared may stand in two sentences.
    """
    several = len({window.source for window in windows}) > 1
    cited = " ".join(window.text for window in windows)
    for start, end in split_sentences(text) if windows else ():
        sentence = text[start:end]
        for scope in SCOPES if CLAIMING.search(sentence.casefold()) else ():
            for match in scope.claims.finditer(sentence):
                # Each part of a sentence, and each clause, may tell of another report.
                part = sentence[slice(*part_at(sentence, match.start()))]
                clause = next(it for it in split_clauses(sentence) if match.start() < it[1])
                best = [
                    it
                    for told in (sentence, part, sentence[slice(*clause)])
                    for it in best_windows(told, windows, names, 1)
                ]
                near = " ".join(window.text for window in dict.fromkeys(best))
                listed = scope.name == ALL and (
                    several or OF_SEVERAL.search(sentence, 0, match.start())
                )
                by_number = scope.name == COMPARISON and BY_NUMBER.fullmatch(match[0])
                counted = by_number and _has_two_counts(cited)
                if not (listed or counted or _is_answered(scope, match, sentence, near)):
                    yield start + match.start(), start + match.end()


def _is_answered(scope: Scope, match: re.Match[str], sentence: str, near: str) -> bool:
    """Tell whether the sentences that fit best have the like, or need not."""
    if scope.name == NEVER_SO and _is_limited(sentence, near):
        return False
    reach = CLAUSE if match[0].lower().startswith(OPEN) else 2
    if governing(sentence, match.start(), DENYING, reach):
        return True
    if scope.name == ALL and _counts_all(sentence, match, near):
        return True
    if scope.name == NEVER_SO and is_first_time(sentence, near):
        return True
    return scope.answers.search(near) is not None


def is_first_time(sentence: str, near: str) -> bool:
    """Tell whether what is denied of an earlier time was done for the first time in the source.

    The time must be limited, as by "as minister": the source may count from then alone.
    """
    limited = BEFORE_THEN.search(sentence) and OF_A_TIME.search(sentence)
    return bool((limited or NOT_SINCE.search(sentence)) and FIRST.search(near))


def _has_two_counts(near: str) -> bool:
    """Tell whether a source has two numbers, or one and a denial: of 27 and none, one is more."""
    numbers = set(_NUMBER.findall(near))
    return len(numbers) > 1 or bool(numbers and DENYING.search(near))


def _counts_all(sentence: str, match: re.Match[str], near: str) -> bool:
    """Tell whether "all four" are the four that the source counts, and no part of them is."""
    number = next((n for n in find_numbers(sentence) if n.start >= match.end()), None)
    if number is None or not ALL_OF.fullmatch(sentence, match.end(), number.start):
        return False
    facts, whole = evidence_facts(near), number.fact.removeprefix("count:")
    part = any(fact.startswith("share:") and fact.endswith(f":{whole}") for fact in facts)
    return number.fact in facts and not part


def _is_limited(sentence: str, near: str) -> bool:
    """Tell whether a source says "no" of some time alone, and a statement "never" of all."""
    parts = [near[start:end] for start, end in split_sentences(near)]
    limited = any(NO.search(part) and UNTIL_NOW.search(part) for part in parts)
    return limited and not (ANY_LIMIT.search(sentence) or NEVER.search(near))
