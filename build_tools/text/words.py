"""Words and their stems: what two texts must share to be about the same thing.

Stems are Snowball's for English (https://snowballstem.org), so that "sign" meets "signing".
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from build_tools.english.relations import read_list
from build_tools.english.stems import plain, stem
from build_tools.expressions import expression

_WORD = expression(r"[^\W_]+(?:['’][^\W_]+)*")

# Words that state nothing by themselves. Those that deny, widen or compare are read by checks.
EMPTY_WORDS = frozenset(word for line in read_list("empty.txt") for word in line)


def foreign_words(text: str) -> tuple[str, ...]:
    """Return the words with a letter outside the Latin script, which may look like a Latin one."""
    return tuple(match[0] for match in _WORD.finditer(text) if not _is_latin(match[0]))


def _is_latin(word: str) -> bool:
    return word.isascii() or all(
        unicodedata.name(letter, "").startswith("LATIN") for letter in word if letter.isalpha()
    )


@dataclass(frozen=True)
class Word:
    """A word at `text[start:end]`, with its stem."""

    text: str
    stem: str
    start: int
    end: int


@lru_cache(maxsize=5_000)
def split_words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; a hyphen divides words."""
    return tuple(
        Word(match[0], stem(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)
    )


@lru_cache(maxsize=5_000)
def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry the subject of a text."""
    return frozenset(word.stem for word in split_words(text) if plain(word.text) not in EMPTY_WORDS)
