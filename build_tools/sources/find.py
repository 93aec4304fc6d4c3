"""Find the paragraphs that hold some words, and write the citation for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Source
from build_tools.text.folding import fold
from build_tools.text.quotations import find_quotation, nearest_passage

# A passage less like the words than this is no help; so are more than a few.
_LEAST_SCORE = 60
_MOST_PASSAGES = 3
# What a passage need not begin or end with.
_EDGES = " -,;:"


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
    """Return every paragraph that holds the words, typography folded and in any case, in order."""
    return [
        Hit(source, paragraph, _original(paragraph, spans))
        for source, paragraph in _paragraphs(sources)
        if (spans := find_quotation(words.lower(), fold(paragraph.text.lower())))
    ]


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
