"""Text divided into sentences, well enough for the plain prose of this site."""

from functools import lru_cache

from build_tools.english.sentences import ABBREVIATIONS
from build_tools.expressions import expression

_END = expression(r"[.!?][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9])")
_WORD_BEFORE = expression(r"(?<![\w.])[\w.]*+$")
# A word before a full stop is looked at so far back: one that is longer is no abbreviation.
_LONGEST = max(map(len, ABBREVIATIONS)) + 2


@lru_cache(maxsize=5_000)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences of `text`; together they cover all that is not blank."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        before = text[max(match.start() - _LONGEST, 0) : match.start()]
        word = _WORD_BEFORE.search(before)
        abbreviated = word is not None and word[0].removesuffix(".") in ABBREVIATIONS
        if abbreviated and match[0] == ".":
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    trimmed = []
    for first, last in spans:
        piece = text[first:last]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            trimmed.append((first + lead, first + len(piece.rstrip())))
    return tuple(trimmed)
