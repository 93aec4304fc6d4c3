"""What an editor may add to the file of stand-ins about a finding: one line, for a person to see.

Nothing is written here: the editor shows the line in the file, and a writer saves it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.cli.admission import RefusedError, check_new
from build_tools.cli.proposals import Proposal, find_proposals
from build_tools.cli.selection import Selection
from build_tools.lexicon.stand_ins import CODE
from build_tools.lexicon.stand_ins_file import with_entry
from build_tools.pages.statements import Statement
from build_tools.problems import InputProblems, Problem
from build_tools.sources.library import Library

# An editor's list of quick fixes is short; `stand-in` in a terminal shows every word.
_OFFERED = 5


@dataclass(frozen=True)
class Recording:
    """A line for the file of stand-ins, to go before that with the index `at`; and its title."""

    title: str
    at: int
    line: str


def find_recordings(
    problem: Problem, statements: Sequence[Statement], library: Library, text: str, shown: str
) -> Iterator[Recording]:
    """Yield entries that would answer a finding, each for the one paragraph that has its words.

    `text` is that of the file of stand-ins as the editor has it, `shown` its name in messages.
    """
    if problem.code != CODE:
        return
    selection = Selection(frozenset([problem.place.path]), frozenset())
    for proposal in find_proposals(statements, library, selection):
        if proposal.place == problem.place:
            yield from _recordings(proposal, text, shown)


def _recordings(proposal: Proposal, text: str, shown: str) -> Iterator[Recording]:
    for choice in proposal.best.ranked[:_OFFERED]:
        try:
            entry = proposal.entry(choice.text)
            check_new(entry, proposal.library, proposal.statement.plain)
            new = with_entry(text, shown, entry)
        except (RefusedError, InputProblems):
            continue
        old_lines, new_lines = text.split("\n"), new.split("\n")
        pairs = enumerate(zip(old_lines, new_lines, strict=False))
        at = next((index for index, (old, new) in pairs if old != new), len(old_lines))
        # Where more than a line is other, as of an empty list, it is left to the command.
        if old_lines[at:] == new_lines[at + 1 :]:
            title = f"Record “{entry.ours}” for “{entry.theirs}” in {entry.only}"
            yield Recording(title, at, new_lines[at])
