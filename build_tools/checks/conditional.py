"""What holds in a case, and what at a time that will come: part of the check of degrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.english.conditions import (
    CONDITION_ENDS,
    CONDITION_OR_TIME,
    IN_REPORT,
    MAY_HAVE_CONDITION,
    SURE,
    UNSURE,
)
from build_tools.lexicon.content import ContentWord, all_keys
from build_tools.lexicon.names import OUTLETS, Names
from build_tools.pages.account import Account
from build_tools.sources.windows import best_windows

# A condition is known by so much of its words.
_PART = 0.5
_CASE, _TIME = "case", "time"


@dataclass(frozen=True)
class _Condition:
    """A case or a time: the words that open it, and where what it tells of stands in `text`."""

    opening: str
    kind: str
    text: str
    start: int
    end: int

    @property
    def told(self) -> str:
        """What it tells of."""
        return self.text[self.start : self.end]

    @property
    def rest(self) -> str:
        """What holds then, without the condition."""
        return f"{self.text[: self.start]} {self.text[self.end :]}"


def find_turned_conditions(
    sentence: str, start: int, words: list[ContentWord], account: Account, names: Names
) -> Iterator[tuple[str, str]]:
    """Find a case that is told as a time which will come, or the reverse, and what is surer here.

    The sentence begins at `start` in the statement, and has the words.
    """
    ours = [it for it in _conditions(sentence) if it.kind in (_CASE, _TIME)]
    if not ours:
        return
    theirs = [
        condition
        for window in best_windows(sentence, account.windows, names, 1)
        for condition in _conditions(window.sentence)
    ]
    for condition in ours:
        own = [it for it in words if condition.start <= it.start - start < condition.end]
        like = [it for it in theirs if _is_like(condition, own, it, names)]
        if like and not any((it.kind == _TIME) == (condition.kind == _TIME) for it in like):
            what = f"“{condition.opening}” must be borne out"
            yield condition.opening, f"{what}: in the article it is “{like[0].opening}”"
        sure = SURE.search(condition.rest) if condition.kind == _CASE else None
        if sure and like and all(it.kind == _CASE and _is_unsure(it) for it in like):
            yield sure[0], f"“{sure[0]}” must be borne out: in the article it is supposed"


def _is_unsure(condition: _Condition) -> bool:
    """Tell whether what holds in a case is supposed as well, and is not "will" as it was told."""
    rest = condition.rest
    unsure = UNSURE.search(rest)
    quoted = unsure is not None and rest.count('"', 0, unsure.start()) % 2 == 1
    return unsure is not None and not (SURE.search(rest) or (IN_REPORT.search(rest) and not quoted))


def _is_like(ours: _Condition, own: list[ContentWord], theirs: _Condition, names: Names) -> bool:
    """Tell whether two conditions are of the same, by their words, or else by their names."""
    if own:
        there = all_keys(theirs.told)
        return sum(bool(word.keys & there) for word in own) >= _PART * len(own)
    named = _named(ours.told, names)
    return bool(named) and named <= _named(theirs.told, names)


def _named(text: str, names: Names) -> frozenset[str]:
    return frozenset(it.name for it in names.mentions(text) if it.kind != OUTLETS)


@lru_cache(maxsize=5_000)
def _conditions(text: str) -> tuple[_Condition, ...]:
    """Return the cases and times of a sentence."""
    found = []
    for match in (
        CONDITION_OR_TIME.finditer(text) if MAY_HAVE_CONDITION.search(text.casefold()) else ()
    ):
        kind, end = match.lastgroup, CONDITION_ENDS.search(text, match.end())
        if kind and end:
            found.append(_Condition(match[kind], kind, text, match.end(), end.start()))
    return tuple(found)
