"""Which words of a cited paragraph some statements have, and how much of them each is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from build_tools.english.relations import keys
from build_tools.english.stems import plain
from build_tools.lexicon.names import Names
from build_tools.pages.account import account_for
from build_tools.pages.remembered import remembered
from build_tools.pages.statements import Statement
from build_tools.sources.library import Library, Passage, Source
from build_tools.text.folding import fold
from build_tools.text.words import EMPTY_WORDS, split_words

# How much a word of a name tells beside another: almost every sentence has names.
_NAME = 0.25
# How much a number tells: it is seldom found by chance.
_NUMBER = 2
# A statement is borne out by most of its words: the first that are shown are worth a little more.
_LESS_AND_LESS = 0.7


@dataclass(frozen=True)
class Demand:
    """What statements have of a paragraph: for each of its words, which have it and how much it is.

    A word that few paragraphs of the article have tells most, and a name the least. What several
    cited paragraphs have is shared among them. One statement that says much is worth more than
    another, but less than several.
    """

    weights: tuple[tuple[tuple[int, float], ...], ...]
    stems: tuple[str, ...]

    @classmethod
    def of(cls, passage: Passage, statements: Sequence[Statement], library: Library) -> "Demand":
        """Weigh the words of a passage by the statements that cite it."""
        words = split_words(passage.paragraph.folded.text)
        weights: list[dict[int, float]] = [{} for _ in words]
        for number, statement in enumerate(statements):
            for index, weight in _weights(statement, library)[passage.place].items():
                weights[index][number] = weight
        pairs = tuple(tuple(found.items()) for found in weights)
        return cls(pairs, tuple(word.stem for word in words))


@remembered
def _weights(statement: Statement, library: Library) -> Mapping[str, Mapping[int, float]]:
    """Weigh the words that a statement has of each passage it cites, by their places."""
    stems, tells = {}, defaultdict[str, list[float]](list)
    for passage in library.passages(statement.citations):
        found = stems[passage.place] = answers_in(passage, statement, library)
        spread = _spread(passage.source)
        names = _named(passage.paragraph.folded.text, library.names)
        told = {
            stem: (_NAME if at in names else _NUMBER if stem[0].isdigit() else 1) / spread[stem]
            for at, stem in found.items()
        }
        for stem, weight in told.items():
            tells[stem].append(weight)
    whole = sqrt(sum(map(max, tells.values())))
    each = {stem: max(weights) / len(weights) / whole for stem, weights in tells.items()}
    return {
        place: {index: each[stem] for index, stem in found.items()}
        for place, found in stems.items()
    }


class Met:
    """How much of a demand some words meet, added one by one.

    The first words shown for a statement are worth more than the rest of them.
    """

    def __init__(self, demand: Demand, words: Iterable[int], since: "Met | None" = None) -> None:
        self.demand = demand
        self.had: set[tuple[int, str]] = since.had.copy() if since else set()
        self.parts: defaultdict[int, float] = since.parts.copy() if since else defaultdict(float)
        self.worth: float = since.worth if since else 0.0
        for index in words:
            self.add(index)

    def copy(self) -> "Met":
        """Return the same, to go on from here in another way."""
        return Met(self.demand, (), since=self)

    def add(self, index: int) -> None:
        """Add a word by its index; one with the same stem is worth nothing more."""
        stem = self.demand.stems[index]
        for number, weight in self.demand.weights[index]:
            if (number, stem) not in self.had:
                self.had.add((number, stem))
                before = self.parts[number]
                self.parts[number] = before + weight
                self.worth += (before + weight) ** _LESS_AND_LESS - before**_LESS_AND_LESS


def answers_in(passage: Passage, statement: Statement, library: Library) -> dict[int, str]:
    """Return which words of a paragraph a statement has, or has words for: their stems by index."""
    wanted = _wanted(statement, library)
    content = _content(passage.paragraph.folded.text)
    return {index: stem for index, stem, keys_ in content if not wanted.isdisjoint(keys_)}


@lru_cache(maxsize=20_000)
def _named(text: str, names: Names) -> frozenset[int]:
    """Return which words of a paragraph are of a name."""
    spans = [(mention.start, mention.end) for mention in names.mentions(text)]
    return frozenset(
        i for i, word in enumerate(split_words(text)) if any(a <= word.start < b for a, b in spans)
    )


@remembered
def _wanted(statement: Statement, library: Library) -> frozenset[str]:
    """Return the keys of all that a statement says: words, names, numbers, what stand-ins mean."""
    own = (keys_ for _, _, keys_ in _content(fold(statement.text).text))
    account = account_for(statement, library)
    return frozenset[str]().union(*own, *(word.keys for word in account.words))


@lru_cache(maxsize=20_000)
def _content(text: str) -> tuple[tuple[int, str, frozenset[str]], ...]:
    """Return the words of a text that say something: the index, the stem and the keys of each."""
    return tuple(
        (index, word.stem, keys(word.text))
        for index, word in enumerate(split_words(text))
        if plain(word.text) not in EMPTY_WORDS
    )


@lru_cache(maxsize=5_000)
def _spread(source: Source) -> Counter[str]:
    """Count for each stem the paragraphs of an article that have it."""
    texts = (paragraph.folded.text for paragraph in source.article.paragraphs)
    return Counter(stem for text in texts for stem in {stem for _, stem, _ in _content(text)})
