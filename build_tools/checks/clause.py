"""What a clause says that cited paragraphs have, and what of it one of them lacks."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.english.clauses import LASTING_TIME, SUBORDINATE
from build_tools.english.pointers import POINTS_TO, points_at
from build_tools.english.relations import keys, stronger_keys
from build_tools.lexicon.content import ContentWord, all_keys
from build_tools.lexicon.names import BODIES, TITLES, Mention, Names
from build_tools.pages.account import Account
from build_tools.sources.library import Source
from build_tools.sources.windows import Window
from build_tools.text.number_facts import NumberFact, find_numbers

# What counts a list, or the parties, stands anywhere.
_SMALL_COUNTS = frozenset(f"count:{number}" for number in range(2, 7))
# Between an owner and what is theirs stands a space, or the sign as well.
_OWNER_SIGN = 4
# So many words next to each other are away together.
_NEXT = 2


@dataclass(frozen=True)
class Clause:
    """The names, numbers and words of a clause that some cited paragraph has."""

    names: tuple[Mention, ...]
    numbers: tuple[NumberFact, ...]
    words: tuple[ContentWord, ...]

    def lost(self, window: Window) -> tuple[str, ...]:
        """Return the names and numbers that a window lacks."""
        names = (
            name.text
            for name in self.names
            if name.name not in window.names
            and name.name not in window.lead
            and not self._is_pointed_at(name, window)
        )
        numbers = (number.text for number in self.numbers if number.fact not in window.facts)
        return (*names, *numbers)

    def _is_pointed_at(self, name: Mention, window: Window) -> bool:
        """Tell whether a window means a body by "the ministry", and with it whose it is."""
        beside = (name.start, *range(name.end + 1, name.end + _OWNER_SIGN))
        bodies = (it for it in self.names if it.kind == BODIES and it.start in beside)
        return any(points_at(body.text, window.text) for body in bodies)

    def lost_words(self, window: Window) -> tuple[str, ...]:
        """Return the words that a window lacks."""
        return tuple(word.text for word in self.words if not word.keys & window.keys)

    def stray(self, window: Window, windows: tuple[Window, ...], text: str) -> tuple[str, ...]:
        """Return words next to each other that are in another paragraph than the rest.

        A part of the clause may be in another as a whole. Of a time that lasts, a word is enough.
        """
        lasting = [match.span() for match in LASTING_TIME.finditer(text)]
        others = [it for it in windows if _place(it) != _place(window)]
        for part in self._parts(text):
            ends = SUBORDINATE.search(text, part[-1].end, self.end)
            told = self.within((part[0].start, ends.start() if ends else self.end))
            if any(told.is_whole_in(it) for it in others):
                continue
            runs = [part[at : at + _NEXT] for at in range(len(part) - 1)]
            runs += [(w,) for w in part if any(start <= w.start < end for start, end in lasting)]
            for run in runs:
                away = not any(word.keys & window.own_keys for word in run)
                topics = (part[0], self.words[0])
                away = away and not any(_goes_on_from(window, it, run) for it in topics)
                if away and any(all(word.keys & it.own_keys for word in run) for it in others):
                    return tuple(word.text for word in run)
        return ()

    def is_whole_in(self, window: Window) -> bool:
        """Tell whether the paragraph of a window has all words, and the window what is named."""
        return not self.lost(window) and all(
            (word.keys | stronger_keys(word.text)) & window.own_keys for word in self.words
        )

    def _parts(self, text: str) -> Iterator[tuple[ContentWord, ...]]:
        """Divide the words where a part of the clause begins that may stand by itself."""
        part: list[ContentWord] = []
        for word in self.words:
            if part and SUBORDINATE.search(text, part[-1].end, word.start):
                yield tuple(part)
                part = []
            part.append(word)
        if part:
            yield tuple(part)

    def without(self, names: tuple[Mention, ...], numbers: tuple[NumberFact, ...]) -> "Clause":
        """Return the clause with one of several parallel names or numbers alone."""
        return Clause(names, numbers, self.words)

    @property
    def end(self) -> int:
        """Where the last name, number or word of the clause begins, and one more."""
        starts = [name.start for name in self.names]
        starts += [number.start for number in self.numbers]
        starts += [word.start for word in self.words]
        return 1 + max(starts, default=0)

    def within(self, *spans: tuple[int, int]) -> "Clause":
        """Return what of the clause begins within one of several spans."""
        return Clause(
            tuple(it for it in self.names if _is_within(it.start, spans)),
            tuple(it for it in self.numbers if _is_within(it.start, spans)),
            tuple(it for it in self.words if _is_within(it.start, spans)),
        )


def _is_within(position: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= position < end for start, end in spans)


def _place(window: Window) -> tuple[Source, int]:
    return window.source, window.paragraph


def _goes_on_from(window: Window, about: ContentWord, run: tuple[ContentWord, ...]) -> bool:
    """Tell whether a sentence says more of what the one before it says the words of a run of.

    "A dispute has blocked the sale." "The dispute concerns the bell."
    """
    before, sentence = window.text[: window.start], window.sentence
    opening = POINTS_TO.match(sentence)
    if not opening or not keys(opening["what"]) & about.keys:
        return False
    return all(word.keys & all_keys(before) for word in (about, *run))


def read_clause(account: Account, start: int, end: int, names: Names) -> Clause:
    """Read the clause at `start`, of what some window has."""
    windows = account.windows
    named = frozenset[str]().union(*(window.names for window in windows))
    facts = frozenset[str]().union(*(window.facts for window in windows))
    known = frozenset[str]().union(*(window.keys for window in windows))
    return Clause(
        tuple(
            mention
            for mention in names.mentions(account.text)
            if start <= mention.start < end and mention.kind != TITLES and mention.name in named
        ),
        tuple(
            number
            for number in find_numbers(account.text)
            if start <= number.start < end
            and number.fact in facts
            and number.fact not in _SMALL_COUNTS
        ),
        tuple(word for word in account.words if start <= word.start < end and word.keys & known),
    )
