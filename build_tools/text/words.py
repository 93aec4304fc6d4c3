"""Words and their stems: what two texts must share to be about the same thing.

Stems are Snowball's for English (https://snowballstem.org), so that "sign" meets "signing".
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_stemmer = snowballstemmer.stemmer("english")

# Words that say nothing about the subject. Negations and degrees are read by their own check.
EMPTY_WORDS = frozenset(
    """a about above after again against all also am among an and any are as at be because been
    before behind being below beside besides between beyond despite except unlike both but
    by can could did do does doing down during each either else ever every few for from
    further had has have having he her here hers him his how however i if in into is it its
    itself just like made make many may me might more most much must my neither no nor not
    now of off on once one only or other others our out over own per same say says said
    saying she should since so some such tell tells than that the their them themselves then
    there these they this those though through to told too toward towards under until up
    upon us use used very was way we were what when where whether which while who whom whose
    why will with within without would yet you your according account accounts article
    articles outlet report reported reports reporting paragraph paragraphs wrote write
    writes writing words word wording quoted quote quotes stated states state added adds
    called describe describes described description give gives given put puts name names
    named read reads""".split()
)


def foreign_words(text: str) -> tuple[str, ...]:
    """Return the words with a letter outside the Latin script, which may look like one of it."""
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


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of one word, its possessive and its case taken off."""
    plain = re.sub(r"['’]s?$", "", word.lower())
    return str(_stemmer.stemWord(plain))


@lru_cache(maxsize=20_000)
def split_words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; a hyphen divides words."""
    return tuple(
        Word(match[0], stem(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)
    )


@lru_cache(maxsize=1_000)
def common_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that a text has in lower case, and of those that say nothing.

    A word with a capital at the start of a sentence, and of such a stem, is no name.
    """
    words = (word.stem for word in split_words(text) if word.text[0].islower())
    return frozenset(words) | frozenset(map(stem, EMPTY_WORDS))


@lru_cache(maxsize=20_000)
def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry the subject of a text."""
    return frozenset(
        word.stem
        for word in split_words(text)
        if re.sub(r"['’]s?$", "", word.text.lower()) not in EMPTY_WORDS
    )
