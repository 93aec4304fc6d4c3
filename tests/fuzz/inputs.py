"""Texts to fuzz with: known ones in which pieces are put in, taken out and joined."""

from collections.abc import Sequence

from fuzz.targets import Target
from hypothesis import strategies as st

# What readers of text have stumbled over before, whatever they read.
_ODD = ("", "\n", "\n\n", "\r", "\t", "\x00", "\x85", "\u2028", "\u200b", "\u0301", "\ufeff")
_SIGNS = ("\ue00a", "\ue00c0\ue00d", "\x021\x03", "<", ">", "&", "&amp;", "\\", "'", '"', "#", "%")
_WIDE = ("\U0001f980", "\u202e", "９", "²", "½", "Ⅷ", "ǆ", "ﬃ", "\u00a0", "(", ")", ".", ",", "1")
_LONGEST_CUT = 40
_FAR = 1_000_000


def texts(target: Target, known: Sequence[str]) -> st.SearchStrategy[str]:
    """Return the strategy that draws one of the known texts with up to six changes."""
    pieces = st.one_of(
        st.sampled_from((*target.pieces, *_ODD, *_SIGNS, *_WIDE)),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
        st.tuples(st.sampled_from(known), _PLACE, _LENGTH).map(_part),
    )
    changes = st.lists(st.tuples(_PLACE, _LENGTH, pieces, _TIMES), max_size=6)
    return st.tuples(st.sampled_from(known), changes).map(_changed)


# Made once: the same strategy is drawn from much faster than a new one.
_PLACE = st.integers(0, _FAR)
_LENGTH = st.integers(0, _LONGEST_CUT)
_TIMES = st.sampled_from((*[1] * 20, *[2] * 6, *[9] * 4, 150))


def _part(drawn: tuple[str, int, int]) -> str:
    text, place, length = drawn
    start = place % (len(text) + 1)
    return text[start : start + length]


def _changed(drawn: tuple[str, list[tuple[int, int, str, int]]]) -> str:
    text, changes = drawn
    for place, length, piece, times in changes:
        start = place % (len(text) + 1)
        text = text[:start] + piece * times + text[start + length :]
    return text
