"""Stems of English words by Snowball's algorithm (https://snowballstem.org)."""

import re
from functools import lru_cache

import snowballstemmer

_POSSESSIVE = re.compile(r"['’]s?$")
_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of one word, its possessive and its case taken off."""
    plain = _POSSESSIVE.sub("", word.lower())
    return str(_stemmer.stemWord(plain))
