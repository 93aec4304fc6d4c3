"""What each outlet calls things: every use of a term in an article, and whose word it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from build_tools.expressions import expression
from build_tools.kept import KeptFile
from build_tools.lexicon.counted_words import Use
from build_tools.sources.library import Library
from build_tools.text.words import split_words

_QUOTED = expression(r'"[^"]*"')
_INSERTED = expression(r"\[[^\[\]]*+\]")


class Voice(StrEnum):
    """Whose word a word of an article is."""

    OWN = "own voice"
    QUOTED = "quoted"
    INSERTED = "in square brackets"


@dataclass(frozen=True)
class OutletUse:
    """One use of a term by a source: `shown` are its words, by their indices in the paragraph."""

    term: str
    source_id: str
    paragraph: int
    voice: Voice
    shown: frozenset[int]


@lru_cache(maxsize=2)
def find_outlet_uses(library: Library) -> tuple[OutletUse, ...]:
    """Find every use of every term in every source, in the order of the text."""
    texts = (
        f"{source.id} {paragraph.number} {paragraph.text}"
        for source in library.sources.values()
        for paragraph in source.article.paragraphs
    )
    inputs = (OutletUse.__name__, repr(library.counted_words.file), *texts)
    return KeptFile.made_once(inputs, lambda: tuple(_uses_in(library)))


def _uses_in(library: Library) -> Iterator[OutletUse]:
    for source in library.sources.values():
        for paragraph in source.article.paragraphs:
            text = paragraph.folded.text
            for use in library.counted_words.find_uses(text):
                words = enumerate(split_words(text))
                inside = frozenset(i for i, w in words if use.start <= w.start < use.end)
                voice = _voice(use, text)
                yield OutletUse(use.term, source.id, paragraph.number, voice, inside)


def _voice(use: Use, text: str) -> Voice:
    quoted = any(m.start() < use.start < m.end() for m in _QUOTED.finditer(text))
    if not quoted:
        return Voice.OWN
    inserted = any(m.start() < use.start < m.end() for m in _INSERTED.finditer(text))
    return Voice.INSERTED if inserted else Voice.QUOTED
