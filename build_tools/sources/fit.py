"""How well a paragraph or a sentence of a source fits a text: by shared terms and their rarity."""

from dataclasses import dataclass

from build_tools.lexicon.content_terms import find_terms
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Passage, Source


@dataclass(frozen=True)
class SentenceMatch:
    """The sentence of the cited passages that fits a text best; `score` adds up rarities."""

    sentence: str
    passage: Passage
    score: float
    shared: frozenset[str]


def fit(terms: frozenset[str], paragraph: Paragraph, source: Source) -> float:
    """Return the summed rarity of the terms that a paragraph shares with a text."""
    # Sorted, because adding floats in the order of a set would differ from run to run.
    return sum(source.rarity[term] for term in sorted(terms & source.terms(paragraph)))


def best_sentence(text: str, passages: tuple[Passage, ...]) -> SentenceMatch | None:
    """Find the sentence that shares most with `text`; None where none shares anything."""
    best: SentenceMatch | None = None
    for passage in passages:
        source = passage.source
        terms = find_terms(text, source.names)
        for sentence in passage.paragraph.sentences:
            shared = terms & find_terms(sentence, source.names)
            score = sum(source.rarity.get(term, 0.0) for term in sorted(shared))
            if shared and (best is None or score > best.score):
                best = SentenceMatch(sentence, passage, score, shared)
    return best
