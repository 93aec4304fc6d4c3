"""Who came after whom in an office did so in the source: part of the check of parties."""

from collections.abc import Iterator

from build_tools.checks.check import Found
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.library import Library
from build_tools.sources.succession import find_successions


def find_turned_successions(statement: Statement, library: Library) -> Iterator[Found]:
    """Find who is told to have come after whoever came after him."""
    account, names = account_for(statement, library), library.names
    there = [it for window in account.windows for it in find_successions(window.text, names)]
    for ours in find_successions(account.text, names):
        told = [it for it in there if it.people == ours.people]
        if told and not any(it.later == ours.later for it in told):
            word = account.text[ours.start : ours.end]
            message = f"“{word}” must be borne out: there {told[0].later} comes after"
            yield word, message, f"the statement has {ours.later} come after {ours.earlier}"
