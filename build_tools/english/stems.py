"""Stems of English words by Snowball's algorithm (https://snowballstem.org)."""

from functools import lru_cache

from Stemmer import Stemmer

from build_tools.expressions import expression

_POSSESSIVE = expression(r"['’]s?$")
_stemmer = Stemmer("english")


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Return a word in lower case without its possessive."""
    return _POSSESSIVE.sub("", word.lower())


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of one word, its possessive and its case taken off."""
    return str(_stemmer.stemWord(plain(word)))
