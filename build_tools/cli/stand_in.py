"""The dialogue of `stand-in`: a writer says yes or no to each proposal, one by one."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

import click

from build_tools.cli.admission import RefusedError, check_new
from build_tools.cli.proposals import Proposal, find_proposals
from build_tools.cli.say import say
from build_tools.cli.selection import Selection
from build_tools.cli.uninterrupted import uninterrupted
from build_tools.cli.wrapping import indented
from build_tools.expressions import expression
from build_tools.files.site_config import SiteConfig
from build_tools.ledger import Ledger
from build_tools.lexicon.stand_ins import (
    STAND_INS,
    StandIn,
    StandIns,
    find_superfluous,
    load_stand_ins,
)
from build_tools.lexicon.stand_ins_file import add_entry
from build_tools.pages.statements import Statement
from build_tools.problems import InputProblems, Place, Problem
from build_tools.sources.library import Library
from build_tools.templating import render

_HELP = """\
A word of ours may stand for a word of the article where it says the same, neither more nor less.
n leaves it: use the article's word, cite another paragraph, or take it out. q and Ctrl-C stop;
what was written stays. Nothing is written without a yes to it."""
_WHERE_HELP = """\
p, or Enter, writes it for this paragraph alone. e is for words that say the same in any context, as
"scholar" and "professor" do. n writes nothing, and asks again for which words yours stands."""
_SHOWN = "Nothing was written: in a terminal, each is asked for."
_NOTHING = "Nothing is missing: every word is in a cited paragraph, or stands for words there."
_NUMBERS = expression(r"(\d{1,3})(?:\s*[-\s]\s*(\d{1,3}))?")


def in_terminal() -> bool:
    """Tell whether a person can be asked and shown something."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def describe(proposal: Proposal, number: int = 1, of: int = 1) -> str:
    """Return what a writer must see to judge: the statement, what it cites, and the choices."""
    return render(
        "stand_in.txt.j2",
        place=proposal.place,
        number=number,
        of=of,
        statement=indented(proposal.marked),
        paragraphs=[
            {"place": passage.place, "text": indented(passage.paragraph.text)}
            for passage in proposal.passages
        ],
        ours=proposal.ours,
        choices=proposal.choices,
        likeliest=proposal.likeliest,
        opposed=proposal.opposed,
        elsewhere=proposal.elsewhere,
    )


@dataclass
class Writer:
    """Adds entries to the file of stand-ins of a site, each after its checks."""

    config: SiteConfig
    library: Library
    written: int = 0

    def add(self, entry: StandIn, said: str = "") -> None:
        """Write an entry and say so; `said` is the statement that it is for, if there is one.

        Raises RefusedError or InputProblems, and writes none then.
        """
        check_new(entry, self.library, said)
        path = self.config.docs / STAND_INS
        shown = path.relative_to(self.config.root).as_posix()
        with uninterrupted():
            line = add_entry(path, shown, entry)
            before = self.library.stand_ins
            self.library = replace(self.library, stand_ins=load_stand_ins(path, shown))
            self.written += 1
            say(f"Written to {shown}: {line}\n")
            for told in _now_superfluous(before, self.library.stand_ins):
                say(f"{told}\n")


def _now_superfluous(before: StandIns, now: StandIns) -> Iterator[str]:
    """Say which entries are superfluous by an entry that was added, or the added one by them."""
    known = {before.entries[index] for index, _ in find_superfluous(before.entries)}
    for index, wider in find_superfluous(now.entries):
        entry = now.entries[index]
        if entry not in known:
            place = now.lined.place_of(("stand-ins", index, "ours")) if now.lined else STAND_INS
            yield (
                f"{place}: “{entry.ours}” for “{entry.theirs}” is superfluous: “{wider.ours}” for "
                f"“{wider.theirs}”, for {wider.only or 'every article'}, does as much. "
                "Take one of the two out."
            )


@dataclass
class Dialogue:
    """Goes through the proposals; what is accepted may answer others, which are not asked then."""

    writer: Writer
    statements: tuple[Statement, ...]
    selection: Selection
    _declined: set[tuple[Place, str]] = field(default_factory=set)
    _single: set[Place] = field(default_factory=set)

    @property
    def left(self) -> list[Proposal]:
        """The proposals that no entry answers."""
        return list(find_proposals(self.statements, self.writer.library, self.selection))

    def run(self) -> None:
        """Ask until nothing is left that was not declined, or the writer quits or breaks off."""
        asked = 0
        try:
            while still := list(self._open()):
                asked += 1
                say(describe(still[0], asked, asked - 1 + len(still)))
                if not self._ask(still[0]):
                    return
        except click.Abort:
            say()

    def _open(self) -> Iterator[Proposal]:
        for proposal in self.left:
            parts = proposal.one_by_one() if proposal.place in self._single else (proposal,)
            yield from (it for it in parts if (it.place, it.ours) not in self._declined)

    def _ask(self, proposal: Proposal) -> bool:
        """Ask until there is an answer; return whether to go on."""
        several = len(proposal.run) > 1
        while True:
            answer = _prompt(_asked(proposal))
            if answer.lower() in ("q", "quit"):
                return False
            if answer == "?":
                say(_HELP)
                continue
            if answer.lower() in ("n", "no"):
                self._declined.add((proposal.place, proposal.ours))
                say()
                return True
            if several and answer.lower() == "s":
                self._single.add(proposal.place)
                say()
                return True
            try:
                entry = _entry(proposal, answer)
                check_new(entry, self.writer.library, proposal.statement.plain)
                where = self._choose_where(entry)
                if where is None:
                    continue
                self.writer.add(where, proposal.statement.plain)
            except RefusedError as error:
                say(str(error))
                continue
            return True

    def _choose_where(self, entry: StandIn) -> StandIn | None:
        """Ask for which articles an entry is; return it so, or None where it is for none."""
        question = (
            f"“{entry.ours}” for “{entry.theirs}”: p (in {entry.only} only), "
            "e (in every article), n (not so) or ? (help)"
        )
        while (letter := _choose(question, "p", "e", "n", "?")) == "?":
            say(_WHERE_HELP)
        if letter == "n":
            return None
        return entry if letter == "p" else StandIn(ours=entry.ours, theirs=entry.theirs)


def _asked(proposal: Proposal) -> str:
    """Return what may be answered."""
    choices = ["a number", "two (1-3)"][: len(proposal.choices)]
    return ", ".join(
        [
            *([f"y (yes, for “{proposal.likeliest}”)"] if proposal.likeliest else []),
            *choices,
            "words of the article",
            *(["s (word by word)"] if len(proposal.run) > 1 else []),
            "n (no), q (quit) or ? (help)",
        ]
    )


def _entry(proposal: Proposal, answer: str) -> StandIn:
    """Make the entry that an answer means: for the likeliest, those of a number, or the answer."""
    if answer.lower() in ("y", "yes"):
        if not proposal.likeliest:
            raise RefusedError("no word is likely enough for a yes: give a number, or words")
        return proposal.entry(proposal.likeliest)
    if not (numbers := _NUMBERS.fullmatch(answer)):
        return proposal.entry(answer)
    first, last = int(numbers[1]), int(numbers[2] or numbers[1])
    if not all(0 < number <= len(proposal.choices) for number in (first, last)):
        raise RefusedError(f"there is no choice {answer}")
    return proposal.chosen(first, last)


def _prompt(text: str) -> str:
    """Ask for one line that is not empty."""
    while True:
        answer = click.prompt(text, default="", show_default=False)
        if words := " ".join(str(answer).split()):
            return words


def _choose(text: str, *letters: str) -> str:
    """Ask for one of some letters; the first is what an empty line means."""
    choice = click.Choice(letters, case_sensitive=False)
    return str(click.prompt(text, type=choice, default=letters[0], show_choices=False))


def _in_the_way(
    statements: tuple[Statement, ...], library: Library, config: SiteConfig
) -> list[Problem]:
    """Return what is wrong in all that is loaded, but for the sources that no statement cites."""
    cited = {citation.key for statement in statements for citation in statement.citations}
    folder = PurePosixPath(config.seeds.relative_to(config.root).as_posix())
    uncited = {folder / id_ for id_ in library.ids - cited}
    return [
        problem
        for problem in library.problems
        if PurePosixPath(problem.place.path).with_suffix("") not in uncited
    ]


def go_through(
    config: SiteConfig,
    ledger: Ledger,
    selection: Selection,
) -> int:
    """Show or ask for all that is missing under the selected paths; return how many are left.

    Raises InputProblems for what is wrong in the sources that are cited there and in files of data.
    """
    statements = tuple(
        entry.statement for entry in ledger.entries if selection.covers(entry.statement.place.path)
    )
    if problems := _in_the_way(statements, ledger.library, config):
        pages = ", ".join(sorted(selection.paths))
        say(f"First correct what {pages} cannot be read without:", err=True)
        raise InputProblems(problems)
    dialogue = Dialogue(Writer(config, ledger.library), statements, selection)
    if not in_terminal():
        proposals = dialogue.left
        for proposal in proposals:
            say(describe(proposal))
        say(_SHOWN if proposals else _NOTHING)
        return len(proposals)
    if not dialogue.left:
        say(_NOTHING)
        return 0
    dialogue.run()
    left = len(dialogue.left)
    say(f"{dialogue.writer.written} written, {left} left.")
    return left
