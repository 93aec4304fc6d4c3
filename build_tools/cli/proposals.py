"""Proposals for stand-ins: what a statement says that nothing cited does, and what may answer it.

Nothing is asked or written here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from build_tools.checks.stand_in import find_elsewhere, find_missing, free_words
from build_tools.cli.selection import Selection, suggest
from build_tools.english.stems import plain
from build_tools.lexicon.content import ContentWord, content_words
from build_tools.lexicon.stand_ins import (
    StandIn,
    contraries,
    find_ours,
    find_phrase,
    place_of_paragraph,
)
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Place
from build_tools.sources.library import Library, Passage
from build_tools.sources.windows import Window
from build_tools.text.folding import fold
from build_tools.text.words import EMPTY_WORDS, split_words

# Of one sentence of an article, that is nearly always every word that is left.
_MOST_CHOICES = 20


class RefusedError(ValueError):
    """Raised for a stand-in that may not be recorded; the message says why."""


@dataclass(frozen=True)
class Proposal:
    """Words of a statement that must stand for words of what it cites.

    `choices` are the words of the article's sentence that nothing in the statement answers.
    """

    statement: Statement
    run: tuple[ContentWord, ...]
    library: Library
    window: Window
    choices: tuple[ContentWord, ...]

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
    def paragraph(self) -> str:
        """The paragraph that the choices are from."""
        return place_of_paragraph(self.window.source.id, self.window.paragraph)

    @property
    def elsewhere(self) -> str:
        """Another paragraph of the same article that has the words; or nothing."""
        number = find_elsewhere(self.run, self.window, account_for(self.statement, self.library))
        return place_of_paragraph(self.window.source.id, number) if number else ""

    def one_by_one(self) -> tuple["Proposal", ...]:
        """Return a proposal for each of the words."""
        return tuple(replace(self, run=(word,)) for word in self.run)

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
            window, free = free_words(account_for(statement, library), library)
            proposal = Proposal(statement, run, library, window, tuple(free[:_MOST_CHOICES]))
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


def check_words(*both: str) -> None:
    """Raise RefusedError where something given is no words, or cannot be shown."""
    for words in both:
        if not words.isprintable() or not split_words(words):
            raise RefusedError(f"give words, and only such as can be shown: {words!r}")


def check_new(entry: StandIn, library: Library) -> None:
    """Raise RefusedError where an entry may not be recorded."""
    check_words(entry.ours, entry.theirs)
    if not content_words(fold(entry.ours).text, library.names):
        raise RefusedError(
            f"“{entry.ours}” needs no entry: a name, a number or a word like “of” never does"
        )
    passages = (
        Passage(source, paragraph)
        for source in library.sources.values()
        for paragraph in source.article.paragraphs
    )
    has = {it.place for it in passages if find_phrase(entry.theirs, it.paragraph.folded.text)}
    if not has:
        raise RefusedError(f"“{entry.theirs}” must stand in a paragraph, and stands in none")
    if entry.only and entry.only not in has:
        raise RefusedError(f"“{entry.theirs}” must stand in {entry.only}, and does not")
    if pair := contraries(entry.ours, entry.theirs):
        raise RefusedError(f"“{pair[0]}” must not stand for “{pair[1]}”: it says the contrary")
    for other in library.stand_ins.entries:
        same = (other.ours.lower(), other.theirs.lower()) == (
            entry.ours.lower(),
            entry.theirs.lower(),
        )
        if same and other.only in (None, entry.only):
            where = f"for {other.only}" if other.only else "for every article"
            raise RefusedError(f"“{entry.ours}” for “{entry.theirs}” is there already, {where}")
