"""Which words of the articles stand on the site as they stand there, quoted or not.

A few words in a row are anybody's, such as a name. From LEAST_RUN on they are counted, wherever
they come from: a quotation, our own prose, or another article with the same sentence.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from build_tools.sources.library import Library

LEAST_RUN = 6
# Left free of the share that may be shown: pages that the build makes, and words beside an extract,
# have runs of an article by chance.
_RESERVE = 0.03

# Whatever stands beside letters parts them: of two ways to count, the one that finds more.
_WORD = re.compile(r"\w+")

# A source's id, a paragraph's number, and the index of a word in the paragraph.
Position = tuple[str, int, int]
Run = tuple[str, ...]


class Echoes:
    """The positions found so far. No text is admitted that would make them too many."""

    def __init__(self, library: Library, texts: Iterable[str]) -> None:
        """`texts` are what the site says by itself."""
        self._limits = {
            source.id: int((library.limits.largest_share - _RESERVE) * source.article.body_words)
            for source in library.sources.values()
        }
        self._places: dict[Run, list[Position]] = defaultdict(list)
        for source in library.sources.values():
            for paragraph in source.article.paragraphs:
                for start, run in enumerate(_runs(_words(paragraph.folded.text))):
                    self._places[run].append((source.id, paragraph.number, start))
        self._found: dict[str, set[Position]] = defaultdict(set)
        for text in texts:
            self._take(self._echoed(_words(text)))

    def count(self, source_id: str) -> int:
        """Say how many words of an article stand on the site."""
        return len(self._found[source_id])

    def admits(self, text: str) -> bool:
        """Tell whether the site may show a text without too much of any article."""
        found = self._echoed(_words(text))
        return all(
            len(self._found[id_] | positions) <= self._limits[id_] or positions <= self._found[id_]
            for id_, positions in found.items()
        )

    def add(self, text: str) -> None:
        """Count a text that the site shows."""
        self._take(self._echoed(_words(text)))

    def _echoed(self, words: list[str]) -> Mapping[str, set[Position]]:
        found: dict[str, set[Position]] = defaultdict(set)
        for run in self._places.keys() & set(_runs(words)):
            for id_, number, start in self._places[run]:
                found[id_].update((id_, number, i) for i in range(start, start + LEAST_RUN))
        return found

    def _take(self, found: Mapping[str, set[Position]]) -> None:
        for id_, positions in found.items():
            self._found[id_] |= positions


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _runs(words: list[str]) -> Iterable[Run]:
    return zip(*(words[start:] for start in range(LEAST_RUN)), strict=False)
