"""Text folded for matching: white space and the glyphs of quotes and dashes, and nothing more.

Folding more (case, accents, punctuation) would certify quotations that were rewritten.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from build_tools.expressions import expression

# What is compared is a paragraph, on one line. The longest of a real page or article has some 850
# characters; what is longer than this is refused, since some checks take its length squared.
LONGEST_LINE = 20_000

_DOUBLE_QUOTES = dict.fromkeys("“”„‟«»＂″〝〞〟❝❞⹂「」『』｢｣﹁﹂﹃﹄《》", '"')
_QUOTES = _DOUBLE_QUOTES | dict.fromkeys("‘’‚‛", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_GLYPHS = _QUOTES | _DASHES | {"…": "..."}
# Zero-width characters and the soft hyphen have no glyph at all.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SPECIAL = "".join(_GLYPHS) + "".join(_INVISIBLE) + "-"
# White space, a character that may fold, or a run of others.
_PIECE = expression(rf"\s+|[{re.escape(_SPECIAL)}]|[^\s{re.escape(_SPECIAL)}]+")


_STRAIGHT = str.maketrans(_DOUBLE_QUOTES)


def straighten(text: str) -> str:
    """Return the text with every double quotation mark, of any shape, as `"`; offsets stay."""
    return text.translate(_STRAIGHT)


@dataclass(frozen=True)
class Folded:
    """`text` is `original` folded; its i-th character came from `original[starts[i]:ends[i]]`."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty span of `text` (0-based, end excluded) to the span of `original`."""
        return self.starts[start], self.ends[end - 1]

    @cached_property
    def folds_used(self) -> tuple[str, ...]:
        """Name the foldings that changed something, to report with a match."""
        used = []
        if re.search(r"[^\S ]|\s\s", self.original.strip()):
            used.append("white space")
        if any(glyph in self.original for glyph in _QUOTES):
            used.append("quotation marks")
        if any(glyph in self.original for glyph in _DASHES) or "--" in self.original:
            used.append("dashes")
        if "…" in self.original:
            used.append("ellipsis")
        return tuple(used)


@lru_cache(maxsize=5_000)
def fold(original: str) -> Folded:
    """Fold `original`: runs of white space to one space, trimmed; quotes and dashes to ASCII."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECE.finditer(original):
        piece = match.group()
        if piece in _INVISIBLE:
            continue
        piece = " " if piece.isspace() else _GLYPHS.get(piece, piece)
        if piece == " " and not pieces:
            continue
        if piece in (" ", "-") and pieces[-1:] == [piece]:
            # A run of spaces or of dashes ("--") folds to one.
            ends[-1] = match.end()
            continue
        pieces.append(piece)
        start, end = match.span()
        if piece == match.group():
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
    if pieces and pieces[-1] == " ":
        pieces.pop()
        starts.pop()
        ends.pop()
    return Folded(original, "".join(pieces), tuple(starts), tuple(ends))


def has_words(text: str, words: str) -> bool:
    """Tell whether a text has words as a whole, in this order, in capitals or not."""
    whole = rf"(?<!\w)(?<!\d[.,]){re.escape(fold(words).text)}(?!\w)"
    return re.search(whole, fold(text).text, re.IGNORECASE) is not None
