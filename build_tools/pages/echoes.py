"""Which words of the articles stand on the site as they stand there, quoted or not.

A few words in a row are anybody's, such as a name. From LEAST_RUN on they are counted, wherever
they come from: a quotation, our own prose, or another article with the same sentence.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Self

from build_tools.expressions import expression
from build_tools.sources.articles import Article
from build_tools.sources.library import Library

LEAST_RUN = 6
# Left free of the share that may be shown: pages that the build makes, and words beside an extract,
# have runs of an article by chance.
_RESERVE = 0.03

# Whatever stands beside letters parts them: of two ways to count, the one that finds more.
_WORD = expression(r"\w+")

# Words of one article: of the n-th word the bit n is set. Sets of places take a hundred times more.
Words = int
Run = tuple[str, ...]
_RUN: Words = (1 << LEAST_RUN) - 1


@dataclass(frozen=True, eq=False)
class RunsOfArticles:
    """Where each run of words begins in some articles: a source's id, and which of its words."""

    places: Mapping[Run, tuple[tuple[str, int], ...]]

    @classmethod
    def of(cls, articles: Mapping[str, Article]) -> "RunsOfArticles":
        """Find the runs of articles by their sources' ids; the same object for the same texts."""
        return _find_runs(tuple(articles.items()))


@dataclass(frozen=True)
class Echoes:
    """The words found so far. No text is admitted that would make them too many.

    `most` is how many may be found of each source, and `found` what is, both by its id.
    """

    articles: RunsOfArticles
    most: tuple[tuple[str, int], ...]
    found: tuple[tuple[str, Words], ...] = ()

    @classmethod
    def of(cls, library: Library, texts: Iterable[str]) -> Self:
        """Find what texts have that the site says by itself."""
        articles = {source.id: source.article for source in library.sources.values()}
        share = library.limits.largest_share - _RESERVE
        most = tuple((id_, int(share * found.body_words)) for id_, found in articles.items())
        echoes = cls(RunsOfArticles.of(articles), most)
        found = dict.fromkeys(articles, 0)
        for text in texts:
            for id_, words in _echoed(text, echoes.articles).items():
                found[id_] |= words
        return replace(echoes, found=tuple(found.items()))

    def count(self, source_id: str) -> int:
        """Say how many words of an article stand on the site."""
        return self._found[source_id].bit_count()

    def admits(self, text: str) -> bool:
        """Tell whether the site may show a text without too much of any article."""
        return all(
            not words & ~self._found[id_]
            or (self._found[id_] | words).bit_count() <= self._most[id_]
            for id_, words in _echoed(text, self.articles).items()
        )

    def adding(self, text: str) -> Self:
        """Return what is found once the site shows a text."""
        new = _echoed(text, self.articles)
        # Of a large site most articles stay as they are, and so do their pairs.
        found = (
            (pair[0], pair[1] | new[pair[0]]) if pair[0] in new else pair for pair in self.found
        )
        return replace(self, found=tuple(found))

    @cached_property
    def _found(self) -> Mapping[str, Words]:
        return dict(self.found)

    @cached_property
    def _most(self) -> Mapping[str, int]:
        return dict(self.most)


@lru_cache(maxsize=2)
def _find_runs(articles: tuple[tuple[str, Article], ...]) -> RunsOfArticles:
    places: dict[Run, list[tuple[str, int]]] = defaultdict(list)
    for id_, article in articles:
        begins = 0
        for paragraph in article.paragraphs:
            words = _words(paragraph.folded.text)
            for start, run in enumerate(_runs(words), start=begins):
                places[run].append((id_, start))
            begins += len(words)
    return RunsOfArticles({run: tuple(found) for run, found in places.items()})


# Of the texts of a site most are asked for again, with each run of words that might be shown.
@lru_cache(maxsize=20_000)
def _echoed(text: str, articles: RunsOfArticles) -> Mapping[str, Words]:
    found: defaultdict[str, Words] = defaultdict(int)
    for run in articles.places.keys() & set(_runs(_words(text))):
        for id_, start in articles.places[run]:
            found[id_] |= _RUN << start
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _runs(words: list[str]) -> Iterator[Run]:
    return zip(*(words[start:] for start in range(LEAST_RUN)), strict=False)
