"""The few words of each cited paragraph that are shown beside the statements that rest on it.

Words that the site quotes anywhere are shown again, and cost nothing. What else the limits allow of
an article is spent, run by run, where a word more bears out most of what statements say: on the
words that they have, or have words for, and that few paragraphs of the article have.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from build_tools.english.governors import DENYING, EXCEPTING, governing
from build_tools.kept import Kept
from build_tools.pages.answers import Demand, Met, answers_in
from build_tools.pages.echoes import Echoes
from build_tools.pages.quoted_words import find_quoted, find_shown
from build_tools.pages.runs import borders, divided, joined, runs_in
from build_tools.pages.statements import PageEvidence, Shown, Statement
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library, Passage, Source
from build_tools.text.sentences import split_sentences
from build_tools.text.words import split_words

# Fewer words than these say nothing; of those that the build chooses, and what they continue, fewer
# than the second are no thought.
_FEWEST, _THOUGHT = 3, 5
# What a run costs beside its words, in words, apart from others or with one of them.
_APART, _LONGER = 2, 0.5

# What governs a run must be in it: without, it would say the contrary.
_LOST = (DENYING, EXCEPTING)

# A source's id and a paragraph's number.
Spot = tuple[str, int]


@dataclass(frozen=True)
class Extract:
    """Neighbouring words of a paragraph, as its article has them.

    `opens` and `closes` say whether they begin and end where a sentence does; `apart`, whether a
    sentence ends between the extract before and this one: they must not read as one.
    """

    text: str
    opens: bool
    closes: bool
    apart: bool = False


@dataclass(frozen=True, eq=False)
class Extracts:
    """What may be shown of each paragraph: runs of its words, by their indices."""

    library: Library
    runs: Mapping[Spot, frozenset[range]]

    def of(self, passage: Passage, statements: Sequence[Statement]) -> tuple[Extract, ...]:
        """Return the words that some statements rest on, in the order of the paragraph.

        What they quote comes first, then what has most of their words that is not there yet. There
        are at most as many words as a quotation may have, and none where none that may be shown is
        about what the statements say.
        """
        spot = passage.source.id, passage.paragraph.number
        runs = self.runs.get(spot, frozenset())
        cited = self.library.cited_by(c for statement in statements for c in statement.citations)
        return _fitting(passage, tuple(statements), runs, cited)

    def runs_of(self, source: Source) -> tuple[frozenset[range] | None, ...]:
        """Return the runs of each paragraph of an article."""
        spots = ((source.id, paragraph.number) for paragraph in source.article.paragraphs)
        return tuple(map(self.runs.get, spots))

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The words that may be shown, for counting: no statement has them."""
        return tuple(
            Shown(None, source_id, number, "", frozenset(run))
            for (source_id, number), runs in self.runs.items()
            for run in runs
        )


# In a preview most statements are what they were.
@lru_cache(maxsize=20_000)
def _fitting(
    passage: Passage, statements: tuple[Statement, ...], shown: frozenset[range], library: Library
) -> tuple[Extract, ...]:
    """Return those of the runs that are shown of a paragraph on which some statements rest."""
    spot = passage.source.id, passage.paragraph.number
    found = find_quoted(statements, library)
    quoted = [item for item in found if (item.source_id, item.paragraph) == spot]
    apart = divided(passage.paragraph.folded.text)
    own = {run for item in quoted for run in runs_in(item.words)}
    most = library.limits.largest_quotation
    runs = own | shown
    answers = [answers_in(passage, it, library) for it in statements] if runs else []
    # What the statements say that is in each run.
    tells = {
        run: {(n, found[i]) for n, found in enumerate(answers) for i in found.keys() & set(run)}
        for run in runs
    }
    taken: tuple[range, ...] = ()
    words: set[int] = set()
    told: set[tuple[int, str]] = set()

    def fitness(run: range) -> tuple[bool, int, int, int]:
        return run in own, len(tells[run] - told), -len(run), -run.start

    while runs := {run for run in runs if len(words.union(run)) <= most}:
        best = max(runs, key=fitness)
        if best not in own and tells[best] <= told:
            break
        taken = joined([*taken, best], apart)
        words.update(best)
        told |= tells[best]
        runs.remove(best)
    return tuple(
        _extract(run, passage.paragraph, before)
        for before, run in zip((None, *taken), taken, strict=False)
    )


@lru_cache(maxsize=2)
def choose_extracts(pages: tuple[PageEvidence, ...], library: Library) -> Extracts:
    """Choose what to show of each paragraph that some statement cites.

    The outcome does not depend on the order of the pages.
    """
    pages = tuple(sorted(pages, key=lambda page: page.uri))
    shown: dict[Spot, set[int]] = defaultdict(set)
    runs: dict[Spot, set[range]] = defaultdict(set)
    for item in find_shown(pages, library):
        spot = item.source_id, item.paragraph
        shown[spot] |= item.words
        # What no statement quotes, such as a word that is counted, says nothing by itself.
        if item.statement:
            runs[spot].update(run for run in runs_in(item.words) if len(run) >= _FEWEST)
    citing: dict[Spot, list[Statement]] = defaultdict(list)
    for page in pages:
        inputs = page, library
        for spot, statement in _CITING.get_or_make(page.uri, inputs, partial(_citing, *inputs)):
            citing[spot].append(statement)
    # A passage that the build has drawn is in a statement, but not in the text of its page.
    echoes = Echoes.of(library, [text for page in pages for text in _texts(page)])
    for source in library.sources.values():
        spots = [(source.id, paragraph.number) for paragraph in source.article.paragraphs]
        known = [(citing[spot], frozenset(runs[spot]), frozenset(shown[spot])) for spot in spots]
        paragraphs = _PARAGRAPHS.get_or_make(
            source.id, (known, library), partial(_paragraphs, source, known, library)
        )
        most = int(library.limits.largest_share * source.article.body_words)
        room = most - sum(len(paragraph.shown) for paragraph in paragraphs)
        chosen, echoes = _choose(paragraphs, room, echoes, library.limits.largest_quotation)
        for number, made in enumerate(chosen, start=1):
            runs[source.id, number] = set(made.runs)
    return Extracts(library, {spot: frozenset(found) for spot, found in runs.items()})


def _citing(page: PageEvidence, library: Library) -> list[tuple[Spot, Statement]]:
    """List the paragraphs that the statements of a page cite, each with its statement."""
    return [
        ((passage.source.id, passage.paragraph.number), statement)
        for statement in page.statements
        for passage in library.passages(statement.citations)
    ]


def _texts(page: PageEvidence) -> Iterator[str]:
    yield page.page.text
    yield from (statement.text for statement in page.statements)


@dataclass(frozen=True)
class _Paragraph:
    """What is shown of a paragraph: runs beside its statements, and words anywhere, by index."""

    text: str
    demand: Demand
    runs: frozenset[range]
    shown: frozenset[int]

    def cost(self, run: range) -> int:
        """Count the words of a run that are not shown yet."""
        return len(set(run) - self.shown)

    def showing(self, run: range) -> "_Paragraph":
        """Return the paragraph with a run of its words shown."""
        return replace(self, runs=self.runs | {run}, shown=self.shown | set(run))

    def words(self, run: range) -> str:
        """Return the words of a run together with what it would be read in one with."""
        whole = next(one for one in joined([*self.runs, run]) if run.start in one)
        words = split_words(self.text)
        return self.text[words[whole.start].start : words[whole.stop - 1].end]


def _paragraphs(
    source: Source,
    known: Sequence[tuple[list[Statement], frozenset[range], frozenset[int]]],
    library: Library,
) -> tuple[_Paragraph, ...]:
    """Say of each paragraph of an article what is shown, given what cites it and what is known."""
    paragraphs = zip(source.article.paragraphs, known, strict=True)
    return tuple(
        _Paragraph(it.folded.text, Demand.of(Passage(source, it), citing, library), runs, shown)
        for it, (citing, runs, shown) in paragraphs
    )


# In a preview most pages and articles are what they were.
_CITING: Kept[list[tuple[Spot, Statement]]] = Kept()
_PARAGRAPHS: Kept[tuple[_Paragraph, ...]] = Kept()

# A run of words, how much each word more that it shows is worth, and the words as they are read.
_Offer = tuple[float, range, str]


# An edit leaves most articles with what statements had of them before, and takes long for each.
@lru_cache(maxsize=5_000)
def _choose(
    paragraphs: tuple[_Paragraph, ...], room: int, echoes: Echoes, most: int
) -> tuple[tuple[_Paragraph, ...], Echoes]:
    """Show the runs of an article in which each word more is worth most, while there is room.

    `room` is in words, as is `most`, which a run may have. Returns the paragraphs with the runs,
    and what the site has of all articles then.
    """
    shown = list(paragraphs)
    offers: dict[int, _Offer | None] = {}
    while True:
        for index, paragraph in enumerate(shown):
            offer = offers.get(index)
            # What is said elsewhere may leave no room for a run that there was room for.
            if index not in offers or (
                offer and not (paragraph.cost(offer[1]) <= room and echoes.admits(offer[2]))
            ):
                offers[index] = _best_run(paragraph, room, echoes, most)
        open_ = [(*offer, index) for index, offer in offers.items() if offer]
        if not open_:
            return tuple(shown), echoes
        _, run, words, index = max(open_, key=lambda found: found[0])
        room -= shown[index].cost(run)
        echoes = echoes.adding(words)
        shown[index] = shown[index].showing(run)
        del offers[index]


def _best_run(paragraph: _Paragraph, room: int, echoes: Echoes, most: int) -> _Offer | None:
    """Return the run of a paragraph that helps most for its words, if there is room for any."""
    text, seen = paragraph.text, {index for run in paragraph.runs for index in run}
    words, (begins, ends), apart = split_words(text), borders(text), divided(text)
    governed, before = _governed(text), Met(paragraph.demand, seen)
    best: _Offer | None = None
    for first in range(len(words)):
        if not begins[first] or first in governed:
            continue
        met, new, unseen = before.copy(), 0, 0
        for last in range(first, min(len(words), first + most)):
            new += last not in paragraph.shown
            unseen += last not in seen
            if new > room or (last > first and last in apart):
                break
            met.add(last)
            run = range(first, last + 1)
            if not unseen or not ends[last]:
                continue
            touches = unseen < len(run) or not seen.isdisjoint((first - 1, last + 1))
            if len(run) < (_FEWEST if touches else _THOUGHT):
                continue
            cost = new + (_LONGER if touches else _APART)
            worth = (met.worth - before.worth) * begins[first] * ends[last] / cost
            if worth > (best[0] if best else 0) + 1e-9:
                shown = paragraph.words(run)
                best = (worth, run, shown) if echoes.admits(shown) else best
    return best


@lru_cache(maxsize=20_000)
def _governed(text: str) -> frozenset[int]:
    """Return which words of a paragraph are governed by one that an extract must not lose."""
    return frozenset(
        index
        for index, word in enumerate(split_words(text))
        if any(governing(text, word.start, lost, 5) for lost in _LOST)
    )


def _extract(run: range, paragraph: Paragraph, before: range | None) -> Extract:
    folded = paragraph.folded
    words = split_words(folded.text)
    start, end = words[run.start].start, words[run.stop - 1].end
    sentences = split_sentences(folded.text)
    opens = any(start == first for first, _ in sentences)
    closes = any(end <= last and folded.text[end:last].strip('."') == "" for _, last in sentences)
    apart = before is not None and any(
        words[before.stop - 1].start < first <= start for first, _ in sentences
    )
    first, last = folded.original_span(start, end)
    return Extract(paragraph.text[first:last], opens, closes, apart)
