"""How much two texts are on the same matter: by the words that they share, rare ones above all."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library
from build_tools.text.words import content_stems

# Two texts that share fewer words than this only happen to share them.
_FEWEST = 3
# So many of them must be more than the names and words of the whole matter, which many have.
_FEWEST_RARE = 2
_RARE = 0.15


@dataclass(frozen=True)
class Likeness:
    """The weight of each word of the articles: the fewer paragraphs have it, the more it tells.

    `rare` are those that few paragraphs have.
    """

    weights: dict[str, float]
    rare: frozenset[str]

    @classmethod
    def of(cls, library: Library) -> "Likeness":
        """Weigh the words of all articles; numbers are compared elsewhere."""
        paragraphs = [p for source in library.sources.values() for p in source.article.paragraphs]
        counts = Counter(stem for p in paragraphs for stem in content_stems(p.folded.text))
        weights = {
            stem: math.log(1 + len(paragraphs) / n)
            for stem, n in counts.items()
            if not stem.isdecimal()
        }
        rare = (stem for stem, n in counts.items() if n <= len(paragraphs) * _RARE)
        return cls(weights, frozenset(rare))

    def __call__(self, one: str, other: str) -> float:
        """Return which part of the shorter text, by weight, is in the other: from 0 to 1.

        Words that no article has, such as those by which a statement names an outlet, are left out.
        """
        stems = [content_stems(text) & self.weights.keys() for text in (one, other)]
        shared = stems[0] & stems[1]
        least = min(map(self._weigh, stems))
        enough = len(shared) >= _FEWEST and len(shared & self.rare) >= _FEWEST_RARE
        return self._weigh(shared) / least if enough else 0.0

    def _weigh(self, stems: Iterable[str]) -> float:
        # Exact, so that the order of a set, which differs from run to run, makes no difference.
        return math.fsum(self.weights[stem] for stem in stems)

    def nearest(self, text: str, paragraphs: Iterable[Paragraph]) -> tuple[float, Paragraph]:
        """Return the paragraph that is most like a text, and how like; the first if none is."""
        scored = [(self(text, it.folded.text), it) for it in paragraphs]
        return max(scored, key=lambda pair: pair[0])
