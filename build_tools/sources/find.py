"""Find the paragraphs that hold some words, and write the citation for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.expressions import expression
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Source
from build_tools.text.quotations import LARGEST_GAP, nearest_passage, split_at_ellipses
from build_tools.text.search_form import find_term

# A passage less like the words than this is no help; so are more than a few.
_LEAST_SCORE = 60
_MOST_PASSAGES = 3
# What a passage need not begin or end with.
_EDGES = " -,;:"
_CHANGED_CAPITAL = expression(r"^\[(\w)\](?=\w)")
# The rest of a word, which goes on over an apostrophe, a hyphen or a decimal point.
_WORD_BEFORE = expression(r"(?:\w|(?<=\w)['-]|(?<=\d)[.,]){0,60}$")
_WORD_AFTER = expression(r"(?:\w|['-](?=\w)|[.,](?=\d))*")


@dataclass(frozen=True)
class Hit:
    """Words of a paragraph, as its source has them."""

    source: Source
    paragraph: Paragraph
    words: str

    @property
    def citation(self) -> str:
        """The citation to paste; without the words where these have both sorts of double quotes."""
        pin = f', "{self.words}"' if '"' not in self.words else f", “{self.words}”"
        if '"' in self.words and ("“" in self.words or "”" in self.words):
            pin = ""
        return f"[@{self.source.id}, para. {self.paragraph.number}{pin}]"


def find_words(words: str, sources: Iterable[Source]) -> list[Hit]:
    """Return every paragraph that holds the words, in the one form for searching, in order.

    They may be beginnings of words; a hit has the words whole, as the source has them.
    """
    parts = [_CHANGED_CAPITAL.sub(r"\1", part) for part in split_at_ellipses(words)]
    return [
        Hit(source, paragraph, _original(paragraph, spans))
        for source, paragraph in _paragraphs(sources)
        if (spans := _find_parts(parts, paragraph.folded.text))
    ]


def _find_parts(parts: list[str], text: str) -> tuple[tuple[int, int], ...]:
    """Find parts that follow in order, near each other, each widened to whole words."""
    chains: list[tuple[tuple[int, int], ...]]
    chains = [(span,) for span in find_term(parts[0], text)] if parts else []
    for part in parts[1:]:
        chains = [
            (*chain, span)
            for chain in chains
            for span in find_term(part, text)
            if 0 <= span[0] - chain[-1][1] <= LARGEST_GAP
        ]
    return tuple(_widened(*span, text) for span in chains[0]) if chains else ()


def _widened(start: int, end: int, text: str) -> tuple[int, int]:
    """Widen a span to whole words, as a quotation must have them."""
    if text[start].isalnum() and (before := _WORD_BEFORE.search(text, 0, start)):
        start = before.start()
    if text[end - 1].isalnum() and (after := _WORD_AFTER.match(text, end)):
        end = after.end()
    return start, end


def find_nearest(words: str, sources: Iterable[Source]) -> list[Hit]:
    """Return the few passages most like the words, the best first: suggestions, never matches."""
    passages = [
        (nearest_passage(words, paragraph.folded), source, paragraph)
        for source, paragraph in _paragraphs(sources)
    ]
    near = [found for found in passages if found[0].score >= _LEAST_SCORE]
    near.sort(key=lambda found: -found[0].score)
    return [
        Hit(source, paragraph, best.text.strip(_EDGES))
        for best, source, paragraph in near[:_MOST_PASSAGES]
    ]


def _paragraphs(sources: Iterable[Source]) -> Iterator[tuple[Source, Paragraph]]:
    for source in sources:
        for paragraph in source.article.paragraphs:
            yield source, paragraph


def _original(paragraph: Paragraph, spans: tuple[tuple[int, int], ...]) -> str:
    """Return what the source has at some spans of the folded text, divided by ellipses."""
    originals = (paragraph.folded.original_span(start, end) for start, end in spans)
    return " … ".join(paragraph.text[start:end] for start, end in originals)
