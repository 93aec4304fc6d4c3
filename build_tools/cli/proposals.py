"""Proposals for stand-ins: what a statement says that nothing cited does, and what may answer it.

Nothing is asked or written here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

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

# Of one sentence of an article, that is nearly always every word that is left.
_MOST_CHOICES = 20
# So many content words may together be what one word of the article says.
_SHORT = 2


@dataclass(frozen=True)
class Proposal:
    """Words of a statement that must stand for words of what it cites.

    `answers` are the words of the article's sentence that nothing in the statement answers.
    """

    statement: Statement
    run: tuple[ContentWord, ...]
    library: Library
    answers: Answers

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
    def window(self) -> Window:
        """The sentence of the article that is most like the statement."""
        return self.answers.window

    @property
    def choices(self) -> tuple[ContentWord, ...]:
        """The words that may answer, in the order of the article."""
        return self.answers.free[:_MOST_CHOICES]

    @property
    def likeliest(self) -> str:
        """The word of the article that is likely meant, or nothing.

        One word is rarely what a longer phrase says: no plain yes is taken for that.
        """
        if len(self.run) > _SHORT:
            return ""
        likely = (*self.answers.likely, *self.answers.in_place)
        return likely[0].text if likely and likely[0] in self.choices else ""

    @property
    def opposed(self) -> str:
        """A word of the article that says the opposite, or nothing."""
        return self.answers.opposed.text if self.answers.opposed else ""

    @property
    def paragraph(self) -> str:
        """The paragraph that the choices are from."""
        return place_of_paragraph(self.window.source.id, self.window.paragraph)

    @property
    def elsewhere(self) -> str:
        """Another paragraph of the same article that has the words, and its words; or nothing."""
        there = find_elsewhere(self.run, self.window, account_for(self.statement, self.library))
        if not there:
            return ""
        place = place_of_paragraph(self.window.source.id, there.number)
        return f"{place}, has “{', '.join(words_had(self.run, there))}”"

    def one_by_one(self) -> tuple["Proposal", ...]:
        """Return a proposal for each of the words."""
        account, names = account_for(self.statement, self.library), self.library.names
        return tuple(
            replace(self, run=(word,), answers=find_answers((word,), account, names))
            for word in self.run
        )

    def chosen(self, first: int, last: int) -> str:
        """Return the words of the article from one choice to another, both counted from 1."""
        ends = sorted((self.choices[first - 1], self.choices[last - 1]), key=lambda it: it.start)
        return self.window.text[ends[0].start : ends[1].end]

    def entry(self, theirs: str) -> StandIn:
        """Make the entry for words of a cited paragraph, for that paragraph alone."""
        places = {it.place: it.paragraph.folded.text for it in self.passages}
        has = [place for place, text in places.items() if find_phrase(theirs, text)]
        if not has:
            raise RefusedError(f"“{theirs}” must stand in {' or '.join(places)}, and does not")
        return StandIn(
            ours=self.ours,
            theirs=theirs,
            **{"in": self.paragraph if self.paragraph in has else has[0]},
        )


def find_proposals(
    statements: Iterable[Statement], library: Library, selection: Selection
) -> Iterator[Proposal]:
    """Yield a proposal for each finding of `stand-in` under the selected paths, each once."""
    seen: set[tuple[Place, str]] = set()
    for statement in statements:
        for run in find_missing(statement, library):
            answers = find_answers(run, account_for(statement, library), library.names)
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
