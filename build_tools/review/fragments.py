"""What a review may show of an article: whole paragraphs at home, in public only few words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.lexicon.content import all_keys
from build_tools.review.marks import Piece
from build_tools.sources.library import Library, Passage
from build_tools.text.folding import fold

_WORD = re.compile(r"\w+")


@dataclass
class Fragments:
    """Chooses what is shown of passages; in public, it keeps count of each article.

    In public no more words are shown at a time than the site may quote, and of an article in all
    no larger share than on the site.
    """

    library: Library
    public: bool = False
    _shown: dict[str, set[tuple[int, int]]] = field(default_factory=lambda: defaultdict(set))

    def of(self, passage: Passage, pieces: Sequence[Piece], statement: str) -> tuple[Piece, ...]:
        """Return what may be shown of a passage in pieces, for a statement; empty for nothing."""
        if not self.public:
            return tuple(pieces)
        start, end, words = self._nearest(pieces, statement)
        shown, source = self._shown[passage.source.id], passage.source
        new = {(passage.paragraph.number, word) for word in words} - shown
        most = int(self.library.limits.largest_share * source.article.body_words)
        if len(shown) + len(new) > most:
            return ()
        shown |= new
        return _cut(pieces, start, end)

    def _nearest(self, pieces: Sequence[Piece], statement: str) -> tuple[int, int, range]:
        """Find the run of words that has most of what the statement says, and of what is marked."""
        text = "".join(piece.text for piece in pieces)
        kinds = [piece.kind for piece in pieces for _ in piece.text]
        wanted, words = all_keys(fold(statement).text), list(_WORD.finditer(text))
        worth = [bool(kinds[w.start()]) + bool(all_keys(w[0]) & wanted) for w in words]
        most = min(self.library.limits.largest_quotation, len(words))
        if not most:
            return 0, 0, range(0)
        first = max(range(len(words) - most + 1), key=lambda at: sum(worth[at : at + most]))
        last = first + most - 1
        return words[first].start(), words[last].end(), range(first, last + 1)


def _cut(pieces: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """Cut pieces to a span of their text; an ellipsis stands for what is left out."""
    kept, at = [], 0
    length = sum(len(piece.text) for piece in pieces)
    for piece in pieces:
        text = piece.text[max(start - at, 0) : max(end - at, 0)]
        at += len(piece.text)
        if text:
            kept.append(Piece(text, piece.kind))
    before = (Piece("… "),) if start else ()
    after = (Piece(" …"),) if end < length else ()
    return (*before, *kept, *after)
