"""The few words of each cited paragraph that are shown beside the statements that rest on it.

Words that the site quotes anywhere are shown again, and cost nothing. What else the limits allow is
shared out among the paragraphs of an article, most to those with most statements, and is spent on
words that these statements have, or have words for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from build_tools.english.governors import DENYING, governing
from build_tools.english.relations import plain
from build_tools.pages.answers import Demand, Met, answers_in
from build_tools.pages.echoes import Echoes
from build_tools.pages.quoted_words import Shown, find_quoted, find_shown
from build_tools.pages.statements import PageEvidence, Statement
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library, Passage, Source
from build_tools.text.sentences import split_sentences
from build_tools.text.words import EMPTY_WORDS, split_words

# Fewer words than these say nothing.
_FEWEST = 4
# How much better an extract is for beginning, or for ending, where a clause or a phrase may.
_CLAUSE, _PHRASE = 2.4, 1.8
# What ends a clause, between two words.
_MARK = re.compile(r"[,.;:?!()\[\]\"]|(?<= )-|-(?= )")
# A sentence, a speech or an insertion begins or ends here: an extract holds no part of two.
_DIVIDER = re.compile(r'["();\[\]]|[.?!] ')

# A source's id and a paragraph's number.
Spot = tuple[str, int]


@dataclass(frozen=True)
class Extract:
    """Neighbouring words of a paragraph, as its article has them.

    `opens` and `closes` say whether they begin and end where a sentence does.
    """

    text: str
    opens: bool
    closes: bool


@dataclass(frozen=True, eq=False)
class Extracts:
    """What may be shown of each paragraph: runs of its words, by their indices."""

    library: Library
    runs: Mapping[Spot, frozenset[range]]

    def of(self, passage: Passage, statements: Sequence[Statement]) -> tuple[Extract, ...]:
        """Return the words that some statements rest on, in the order of the paragraph.

        What they quote comes first. There are at most as many words as a quotation may have, and
        none where none that may be shown is about what the statements say.
        """
        spot = passage.source.id, passage.paragraph.number
        own = {
            run
            for item in find_quoted(statements, self.library)
            if (item.source_id, item.paragraph) == spot
            for run in _runs(item.words)
        }
        answers = [answers_in(passage, statement, self.library) for statement in statements]
        runs = own | self.runs.get(spot, frozenset())
        worth = {run: sum(len(found.keys() & set(run)) for found in answers) for run in runs}
        most = self.library.limits.largest_quotation
        taken: tuple[range, ...] = ()
        for run in sorted(
            runs, key=lambda run: (run not in own, -worth[run], -len(run), run.start)
        ):
            more = _joined([*taken, run])
            if (worth[run] or run in own) and sum(map(len, more)) <= most:
                taken = more
        return tuple(_extract(run, passage.paragraph) for run in taken)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The words that may be shown, for counting: no statement has them."""
        return tuple(
            Shown(None, source_id, number, "", frozenset(run))
            for (source_id, number), runs in self.runs.items()
            for run in runs
        )


@lru_cache(maxsize=2)
def choose_extracts(pages: tuple[PageEvidence, ...], library: Library) -> Extracts:
    """Choose what to show of each paragraph that some statement cites.

    The outcome does not depend on the order of the pages.
    """
    pages = tuple(sorted(pages, key=lambda page: page.uri))
    statements = [statement for page in pages for statement in page.statements]
    shown: dict[Spot, set[int]] = defaultdict(set)
    runs: dict[Spot, set[range]] = defaultdict(set)
    for item in find_shown(statements, library):
        spot = item.source_id, item.paragraph
        shown[spot] |= item.words
        # What no statement quotes, such as a word that is counted, says nothing by itself.
        if item.statement:
            runs[spot].update(run for run in _runs(item.words) if len(run) >= _FEWEST)
    citing: dict[Spot, list[Statement]] = defaultdict(list)
    for statement in statements:
        for passage in library.passages(statement.citations):
            citing[passage.source.id, passage.paragraph.number].append(statement)
    # A passage that the build has drawn is in a statement, but not in the text of its page.
    echoes = Echoes(library, [text for page in pages for text in _texts(page)])
    for source in library.sources.values():
        spare = 0
        for number, share in _share_out(source, shown, citing, library).items():
            spot = source.id, number
            passage = Passage(source, source.article.paragraphs[number - 1])
            room = _Room(passage.paragraph, runs[spot], shown[spot], share + spare, echoes)
            _choose(passage, citing[spot], room, library)
            spare = room.words
    return Extracts(library, {spot: frozenset(found) for spot, found in runs.items()})


def _texts(page: PageEvidence) -> Iterator[str]:
    yield page.page.text
    yield from (statement.text for statement in page.statements)


def _share_out(
    source: Source,
    quoted: Mapping[Spot, set[int]],
    citing: Mapping[Spot, list[Statement]],
    library: Library,
) -> dict[int, int]:
    """Say for each cited paragraph how many words may be shown beside those that are quoted.

    Word by word, the next is for the paragraph of which the least part is shown for the statements
    that it has. The paragraph with the most of them comes first.
    """
    sizes = {p.number: len(split_words(p.folded.text)) for p in source.article.paragraphs}
    shown = {number: len(quoted.get((source.id, number), ())) for number in sizes}
    room = int(library.limits.largest_share * source.article.body_words) - sum(shown.values())
    wanted = {n: len(citing[source.id, n]) for n in sizes if (source.id, n) in citing}
    allowed = dict.fromkeys(sorted(wanted, key=lambda number: (-wanted[number], number)), 0)

    def part(number: int) -> float:
        return (shown[number] + allowed[number]) / sizes[number] / sqrt(wanted[number])

    for _ in range(room):
        most = library.limits.largest_quotation
        unfilled = [n for n in allowed if shown[n] + allowed[n] < min(sizes[n], most)]
        if not unfilled:
            break
        allowed[min(unfilled, key=part)] += 1
    return allowed


@dataclass
class _Room:
    """What is shown of a paragraph, in `runs` or elsewhere, and how many words more may be."""

    paragraph: Paragraph
    runs: set[range]
    shown: set[int]
    words: int
    echoes: Echoes

    def admits(self, run: range) -> bool:
        """Tell whether a run may be shown, together with what it would be read in one with."""
        return self.echoes.admits(self._text(run))

    def take(self, run: range) -> None:
        """Show a run of words."""
        self.echoes.add(self._text(run))
        self.words -= len(set(run) - self.shown)
        self.shown.update(run)
        self.runs.add(run)

    def _text(self, run: range) -> str:
        whole = next(joined for joined in _joined([*self.runs, run]) if run.start in joined)
        words = split_words(self.paragraph.folded.text)
        return self.paragraph.folded.text[words[whole.start].start : words[whole.stop - 1].end]


def _choose(
    passage: Passage, statements: Sequence[Statement], room: _Room, library: Library
) -> None:
    """Show the runs of words that answer most of what the statements say, while there is room."""
    demand = Demand.of(passage, statements, library)
    seen = set[int]()  # Beside these statements; words that are counted elsewhere are not.
    while best := _best_run(demand, seen, room, library):
        room.take(best)
        seen.update(best)


def _best_run(demand: Demand, seen: Set[int], room: _Room, library: Library) -> range | None:
    """Return the run that helps most and for which there is room."""
    text = room.paragraph.folded.text
    words, (begins, ends) = split_words(text), _borders(text)
    best, most = None, 0.0
    for first in range(len(words)):
        if not begins[first] or governing(text, words[first].start, DENYING, 5):
            continue
        met, new, unseen = Met(demand, seen), 0, 0
        before = met.worth
        for last in range(first, min(len(words), first + library.limits.largest_quotation)):
            new += last not in room.shown
            unseen += last not in seen
            between = text[words[last - 1].end : words[last].start] if last > first else ""
            if new > room.words or _DIVIDER.search(between):
                break
            met.add(last)
            if unseen < _FEWEST or not ends[last]:
                continue
            worth = (met.worth - before) * begins[first] * ends[last]
            run = range(first, last + 1)
            if worth > most + 1e-9 and room.admits(run):
                best, most = run, worth
    return best


@lru_cache(maxsize=1_000)
def _borders(text: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Say of each word of a paragraph how well an extract begins with it, and ends with it."""
    words = split_words(text)
    empty = [plain(word.text) in EMPTY_WORDS for word in words]
    # Between each word and the next, those before the first and after the last included.
    gaps = [".", *(text[a.end : b.start] for a, b in pairwise(words)), "."]
    # A name, what a hyphen joins, and a number with what it counts stay whole.
    tight = [gap == "-" for gap in gaps]
    for index, (one, other) in enumerate(pairwise(words), start=1):
        named = one.text[0].isupper() and other.text[0].isupper()
        tight[index] |= gaps[index] == " " and (named or one.text[-1].isdigit())

    # A word that a mark parts from the rest says nothing there.
    def quality(index: int, border: int, other: int, neighbour: int) -> float:
        if _MARK.search(gaps[border]):
            return _CLAUSE
        if empty[index] or tight[border] or _MARK.search(gaps[other]):
            return 0
        return _PHRASE if empty[neighbour] else 1

    last = len(words) - 1
    begins = tuple(quality(i, i, i + 1, max(i - 1, 0)) for i in range(len(words)))
    ends = tuple(quality(i, i + 1, i, min(i + 1, last)) for i in range(len(words)))
    return begins, ends


def _runs(indices: Iterable[int]) -> Iterator[range]:
    """Yield the runs of neighbours among some numbers."""
    first = last = None
    for index in sorted(indices):
        if last is not None and index == last:
            last = index + 1
            continue
        if first is not None and last is not None:
            yield range(first, last)
        first, last = index, index + 1
    if first is not None and last is not None:
        yield range(first, last)


def _joined(runs: Iterable[range]) -> tuple[range, ...]:
    """Join runs that overlap or touch."""
    return tuple(_runs({index for run in runs for index in run}))


def _extract(run: range, paragraph: Paragraph) -> Extract:
    folded = paragraph.folded
    words = split_words(folded.text)
    start, end = words[run.start].start, words[run.stop - 1].end
    sentences = split_sentences(folded.text)
    opens = any(start == first for first, _ in sentences)
    closes = any(end <= last and folded.text[end:last].strip('."') == "" for _, last in sentences)
    first, last = folded.original_span(start, end)
    return Extract(paragraph.text[first:last], opens, closes)
