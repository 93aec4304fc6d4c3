"""For which words of what is cited a word of ours may stand: the likeliest, if any is likely."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.english.relations import is_past
from build_tools.english.stems import plain
from build_tools.lexicon.content import ContentWord, all_keys, content_words
from build_tools.lexicon.names import Names
from build_tools.lexicon.opposed import denied_by, is_opposed, keeps_denial, refuses_alone
from build_tools.pages.account import Account
from build_tools.sources.windows import Window, fits_of
from build_tools.text.clauses import split_clauses
from build_tools.text.number_facts import find_numbers
from build_tools.text.sentences import split_sentences

# Endings that tell what a word does in its sentence.
_ENDINGS = ("ly", "ment", "ness", "ion")
# What stands on both sides of a word tells its place; one side does with the word's form.
_BOTH = 2


@dataclass(frozen=True)
class Answers:
    """What a window has that may answer missing words.

    `free` are the words of its sentence that nothing in the statement answers, in order, but those
    that say the opposite; `alike` are those of them with a contrary in common with a missing word,
    and `in_place` those that stand where it does. `opposed` is the first that says the opposite.
    """

    window: Window
    free: tuple[ContentWord, ...]
    alike: tuple[ContentWord, ...]
    in_place: tuple[ContentWord, ...]
    opposed: ContentWord | None

    @property
    def likely(self) -> tuple[ContentWord, ...]:
        """Those that are alike, unless only others stand in the place of the missing words."""
        return tuple(it for it in self.alike if not self.in_place or it in self.in_place)

    @property
    def ranked(self) -> tuple[ContentWord, ...]:
        """The free words, the likeliest first."""
        return tuple(dict.fromkeys((*self.likely, *self.in_place, *self.alike, *self.free)))


def find_answers(run: Sequence[ContentWord], account: Account, names: Names) -> Iterator[Answers]:
    """Yield what each window has for a run of missing words, the one that fits best first.

    Windows with nothing to say of them come last.
    """
    idle = []
    for window in _fitting(run, account, names):
        found = _answers_in(window, run, account, names)
        if found.free or found.opposed:
            yield found
        else:
            idle.append(found)
    yield from idle


def _fitting(run: Sequence[ContentWord], account: Account, names: Names) -> list[Window]:
    """Return the windows, those first that fit the clause of the words best, then their sentence.

    Of a sentence and the next one, whose window has both, the one comes first that says it.
    """
    start = run[0].start
    first, last = next(it for it in split_sentences(account.text) if start < it[1])
    sentence = account.text[first:last]
    clause = sentence[slice(*next(it for it in split_clauses(sentence) if start < first + it[1]))]
    rated = zip(
        fits_of(clause, account.windows, names),
        (_said_in(window, clause, names) for window in account.windows),
        fits_of(sentence, account.windows, names),
        fits_of(account.text, account.windows, names),
        account.windows,
        strict=True,
    )
    return [it[-1] for it in sorted(rated, key=lambda it: it[:-1], reverse=True)]


def _said_in(window: Window, clause: str, names: Names) -> int:
    """Count the words and names of a clause that the sentence of a window has itself."""
    own = window.sentence
    has = all_keys(own)
    named = {it.name for it in names.mentions(own)} & {it.name for it in names.mentions(clause)}
    return len(named) + sum(bool(word.keys & has) for word in content_words(clause, names))


def _answers_in(
    window: Window, run: Sequence[ContentWord], account: Account, names: Names
) -> Answers:
    """Return what one window has for a run of missing words."""
    answered = frozenset[str]().union(*(word.keys for word in account.words))
    open_ = [
        word
        for word in content_words(window.text, names)
        if word.start >= window.start and not word.keys & answered
    ]
    against = [word for word in open_ if any(is_opposed(mine.text, word.text) for mine in run)]
    affirmed = not keeps_denial(account.text)
    free = [
        word
        for word in open_
        if word not in against
        and not any(refuses_alone(mine.text, word.text) for mine in run)
        and not (affirmed and denied_by(window.text, word.start))
    ]
    alike = [word for word in free if any(mine.contrary & word.contrary for mine in run)]
    ours = _beside(account.text, run[0].start, run[-1].end, names)
    form = _form(run[0].text)
    places: list[tuple[int, ContentWord]] = []
    for word in free:
        theirs = _beside(window.text, word.start, word.end, names)
        sides = sum(bool(mine & other) for mine, other in zip(ours, theirs, strict=True))
        if sides == _BOTH or (sides and _form(word.text) == form != ""):
            places.append((-sides, word))
    in_place = [word for _, word in sorted(places, key=lambda place: place[0])]
    return Answers(window, tuple(free), tuple(alike), tuple(in_place), next(iter(against), None))


def _form(word: str) -> str:
    """Return what the form of a word tells: that it is past, or how it ends."""
    if is_past(word):
        return "ed"
    return next((ending for ending in _ENDINGS if plain(word).endswith(ending)), "")


def _beside(text: str, start: int, end: int, names: Names) -> tuple[frozenset[str], frozenset[str]]:
    """Return what stands before and after a span: the keys of a word, a name or a number."""
    parts = [(word.start, word.end, word.keys) for word in content_words(text, names)]
    parts += [(it.start, it.end, frozenset([it.name])) for it in names.mentions(text)]
    parts += [(it.start, it.end, frozenset([str(it.fact)])) for it in find_numbers(text)]
    before = max((part for part in parts if part[1] <= start), default=None, key=lambda it: it[1])
    after = min((part for part in parts if part[0] >= end), default=None, key=lambda it: it[0])
    return before[2] if before else frozenset(), after[2] if after else frozenset()
