"""Proposals for stand-ins: what a statement says that nothing cited does, and what may answer it.

Nothing is asked or written here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from build_tools.checks.likeliest import Answers, find_answers
from build_tools.checks.stand_in import find_elsewhere, find_missing
from build_tools.cli.admission import RefusedError
from build_tools.cli.selection import Selection, suggest
from build_tools.english.stems import plain
from build_tools.lexicon.content import ContentWord
from build_tools.lexicon.stand_ins import (
    StandIn,
    find_ours,
    find_phrase,
    place_of_paragraph,
)
from build_tools.pages.account import account_for, words_had
from build_tools.pages.statements import Statement
from build_tools.problems import Place
from build_tools.sources.library import Library, Passage
from build_tools.sources.windows import Window
from build_tools.text.folding import fold
from build_tools.text.words import EMPTY_WORDS, split_words

# Of one paragraph, that is nearly always every word that is left.
_MOST_CHOICES = 20
# So many content words may together be what one word of the article says.
_SHORT = 2


@dataclass(frozen=True)
class Choice:
    """A word of a cited sentence that may answer."""

    window: Window
    word: ContentWord

    @property
    def paragraph(self) -> str:
        """The paragraph that the word is from."""
        return place_of(self.window)


def place_of(window: Window) -> str:
    """Name the paragraph of a window as an entry does."""
    return place_of_paragraph(window.source.id, window.paragraph)


@dataclass(frozen=True)
class Proposal:
    """Words of a statement that must stand for words of what it cites.

    `answers` are the words of each cited sentence that nothing in the statement answers, those of
    the sentence that fits best first.
    """

    statement: Statement
    run: tuple[ContentWord, ...]
    library: Library
    answers: tuple[Answers, ...]

    @property
    def place(self) -> Place:
        """Where the words stand, as `check` says."""
        return self.statement.place_of(self.run[0].text)

    @cached_property
    def ours(self) -> str:
        """The words as a phrase, with words that state nothing between them."""
        text, first = account_for(self.statement, self.library).text, self.run[0].start
        between = [
            word
            for word in split_words(text[first : self.run[-1].end])
            if first + word.start not in {word.start for word in self.run}
        ]
        empty = all(plain(word.text) in EMPTY_WORDS for word in between)
        words = split_words(text[first : self.run[-1].end]) if empty else self.run
        phrase = " ".join(word.text for word in words)
        return phrase[0].lower() + phrase[1:] if phrase[1:2].islower() else phrase

    @property
    def is_one_phrase(self) -> bool:
        """Whether an entry of the phrase would be found where the words stand."""
        text = account_for(self.statement, self.library).text
        found = find_ours(StandIn(ours=self.ours, theirs=self.ours), text)
        return {word.start for word in self.run} <= {word.start for word in found}

    @property
    def marked(self) -> str:
        """The statement with the words within «»."""
        folded, text = fold(self.statement.plain), self.statement.text
        for word in reversed(self.run):
            start, end = folded.original_span(word.start, word.end)
            text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
        return text

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The cited paragraphs."""
        return self.library.passages(self.statement.citations)

    @property
    def best(self) -> Answers:
        """What the sentence has that fits best."""
        return self.answers[0]

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The words that may answer, paragraph by paragraph, each word of one once."""
        found: dict[str, dict[str, Choice]] = {}
        for answers in self.answers:
            words = found.setdefault(place_of(answers.window), {})
            for word in answers.free:
                words.setdefault(word.text.lower(), Choice(answers.window, word))
        every = (choice for words in found.values() for choice in words.values())
        return tuple(islice(every, _MOST_CHOICES))

    @property
    def likeliest(self) -> str:
        """The word that is likely meant, by what it means, or nothing.

        One word is rarely what a longer phrase says: no plain yes is taken for that.
        """
        likely = self.best.likely if len(self.run) <= _SHORT else ()
        return likely[0].text if likely else ""

    @property
    def opposed(self) -> str:
        """A word of the article that says the opposite, or nothing."""
        return self.best.opposed.text if self.best.opposed else ""

    @property
    def elsewhere(self) -> str:
        """Another paragraph of the same article that has the words, and its words; or nothing."""
        window = self.best.window
        there = find_elsewhere(self.run, window, account_for(self.statement, self.library))
        if not there:
            return ""
        place = place_of_paragraph(window.source.id, there.number)
        return f"{place}, has “{', '.join(words_had(self.run, there))}”"

    def one_by_one(self) -> tuple["Proposal", ...]:
        """Return a proposal for each of the words."""
        account, names = account_for(self.statement, self.library), self.library.names
        return tuple(
            replace(self, run=(word,), answers=tuple(find_answers((word,), account, names)))
            for word in self.run
        )

    def chosen(self, first: int, last: int) -> StandIn:
        """Make the entry for the words from one choice to another, both counted from 1."""
        ends = sorted((first, last))
        one, other = (self.choices[number - 1] for number in ends)
        if one.window is not other.window:
            raise RefusedError(f"{ends[0]} and {ends[1]} must be of one sentence")
        words = one.window.text[one.word.start : other.word.end]
        return self.entry(words, one.paragraph)

    def entry(self, theirs: str, paragraph: str = "") -> StandIn:
        """Make the entry for words of a cited paragraph, for that one alone.

        Without `paragraph` it is the one that fits best of those that have the words.
        """
        places = {it.place: it.paragraph.folded.text for it in self.passages}
        has = [place for place, text in places.items() if find_phrase(theirs, text)]
        if not has:
            raise RefusedError(f"“{theirs}” must stand in {' or '.join(places)}, and does not")
        fitting = (place_of(answers.window) for answers in self.answers)
        only = next(place for place in (paragraph, *fitting, *has) if place in has)
        return StandIn(ours=self.ours, theirs=theirs, **{"in": only})


def find_proposals(
    statements: Iterable[Statement], library: Library, selection: Selection
) -> Iterator[Proposal]:
    """Yield a proposal for each finding of `stand-in` under the selected paths, each once."""
    seen: set[tuple[Place, str]] = set()
    for statement in statements:
        for run in find_missing(statement, library):
            account = account_for(statement, library)
            answers = tuple(find_answers(run, account, library.names))
            proposal = Proposal(statement, run, library, answers)
            for part in [proposal] if proposal.is_one_phrase else proposal.one_by_one():
                key = (part.place, part.ours)
                if key not in seen and selection.covers(part.place.path):
                    seen.add(key)
                    yield part


def paragraph_of(given: str, library: Library) -> Passage:
    """Return the paragraph that is given as `osten-2019:5`, or as an entry has it."""
    id_, _, number = given.replace(", para. ", ":").rpartition(":")
    source = library.sources.get(id_.strip())
    if not id_ or not number.strip().isdecimal():
        raise RefusedError(f"give a paragraph as SOURCE:NUMBER, not as '{given}'")
    if id_.strip() in library.broken:
        raise RefusedError(f"the source '{id_.strip()}' does not load: see `check seeds`")
    if not source:
        raise RefusedError(f"there is no source '{id_}': {suggest(id_, library.sources)}")
    paragraph = source.paragraph(int(number))
    if not paragraph:
        most = len(source.article.paragraphs)
        raise RefusedError(f"{source.id} has paragraphs 1 to {most}, and no {number.strip()}")
    return Passage(source, paragraph)
