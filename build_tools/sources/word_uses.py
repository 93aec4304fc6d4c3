"""What each outlet calls things: every use of a term in an article, and whose word it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_tools.lexicon.counted_words import Use
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library, Source
from build_tools.text.words import split_words

# A context has at most this many words, and may have as few as this on a side of the term.
LONGEST_CONTEXT = 8
_ASIDE = 1
_QUOTED = re.compile(r'"[^"]*"')
_INSERTED = re.compile(r"\[[^\[\]]*+\]")


class Voice(StrEnum):
    """Whose word a word of an article is."""

    OWN = "own voice"
    QUOTED = "quoted"
    INSERTED = "in square brackets"


@dataclass(frozen=True)
class OutletUse:
    """One use of a term by a source, with a few words on either side.

    `shown` are the indices of the paragraph's words that the context shows.
    """

    term: str
    source: Source
    paragraph: int
    voice: Voice
    context: str
    shown: frozenset[int]


def find_outlet_uses(library: Library) -> Iterator[OutletUse]:
    """Find every use of every term in every source, in the order of the text."""
    for source in library.sources.values():
        for paragraph in source.article.paragraphs:
            for use in library.counted_words.find_uses(paragraph.folded.text):
                yield _in_context(use, source, paragraph)


def _in_context(use: Use, source: Source, paragraph: Paragraph) -> OutletUse:
    text = paragraph.folded.text
    words = split_words(text)
    inside = [i for i, word in enumerate(words) if use.start <= word.start < use.end]
    aside = min(_ASIDE, (LONGEST_CONTEXT - len(inside)) // 2)
    first, last = max(inside[0] - aside, 0), min(inside[-1] + aside, len(words) - 1)
    # Words on the other side of a bracket are someone else's: a context has both brackets or none.
    context = text[words[first].start : words[last].end]
    if context.count("[") > context.count("]"):
        last = max(
            i
            for i in range(first, last)
            if words[i].end <= words[first].start + context.rindex("[")
        )
    elif context.count("]") > context.count("["):
        first = min(
            i
            for i in range(first, last + 1)
            if words[i].start > words[first].start + context.index("]")
        )
    # A lone quotation mark says nothing here: the voice does.
    context = text[words[first].start : words[last].end].replace('"', "")
    before = "… " if first else ""
    after = " …" if last < len(words) - 1 else ""
    voice = _voice(use, text)
    shown = frozenset(range(first, last + 1))
    return OutletUse(use.term, source, paragraph.number, voice, before + context + after, shown)


def _voice(use: Use, text: str) -> Voice:
    quoted = any(m.start() < use.start < m.end() for m in _QUOTED.finditer(text))
    if not quoted:
        return Voice.OWN
    inserted = any(m.start() < use.start < m.end() for m in _INSERTED.finditer(text))
    return Voice.INSERTED if inserted else Voice.QUOTED
