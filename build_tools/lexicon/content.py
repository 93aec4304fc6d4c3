"""The words of a text that carry what it says, beside its names and its numbers."""

from dataclasses import dataclass
from functools import lru_cache

from build_tools.english.relations import keys, plain
from build_tools.lexicon.names import Names
from build_tools.text.number_facts import number_spans
from build_tools.text.words import EMPTY_WORDS, split_words


@dataclass(frozen=True)
class ContentWord:
    """A word at `text[start:end]`; `keys` are what it shares with the words it may stand for."""

    text: str
    start: int
    end: int
    keys: frozenset[str]


@lru_cache(maxsize=20_000)
def content_words(text: str, names: Names) -> tuple[ContentWord, ...]:
    """Return the words of a folded text that are no name, no number and not empty, in order."""
    taken = {at for mention in names.mentions(text) for at in range(mention.start, mention.end)}
    taken |= {at for start, end in number_spans(text) for at in range(start, end)}
    return tuple(
        ContentWord(word.text, word.start, word.end, keys(word.text))
        for word in split_words(text)
        if word.start not in taken and plain(word.text) not in EMPTY_WORDS
    )


@lru_cache(maxsize=20_000)
def all_keys(text: str) -> frozenset[str]:
    """Return the keys of every word of a text."""
    return frozenset(key for word in split_words(text) for key in keys(word.text))
