"""What is counted of the statements of each page.

In a preview most pages are what they were, and so are their counts.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_tools.kept import Kept
from build_tools.ledger import Entry, Ledger, Verdict
from build_tools.pages.account import witnesses
from build_tools.sources.library import Library


@dataclass(frozen=True)
class Tally:
    """The statements of one page; `singles` are those that cite one origin alone.

    `origins` counts them by how many independent origins each bear most of them out.
    """

    entries: tuple[Entry, ...]
    singles: tuple[Entry, ...]
    verdicts: Counter[Verdict]
    origins: Counter[int]
    citations: int
    absences: int

    @classmethod
    def of(cls, entries: tuple[Entry, ...], library: Library) -> "Tally":
        """Count the statements of a page."""
        statements = [entry.statement for entry in entries]
        return cls(
            entries,
            tuple(it for it in entries if len(library.origins(it.statement.citations)) == 1),
            Counter(entry.verdict for entry in entries),
            Counter(count_witnesses(entry, library) for entry in entries),
            sum(len(statement.citations) for statement in statements),
            sum(statement.states_absence for statement in statements),
        )

    def with_verdict(self, verdict: Verdict) -> Iterator[Entry]:
        """Yield the statements of which the build says so."""
        if self.verdicts[verdict]:
            yield from (entry for entry in self.entries if entry.verdict is verdict)


_TALLIES: Kept[Tally] = Kept()


def tally_pages(ledger: Ledger) -> list[Tally]:
    """Count the statements of all pages, in their order."""
    tallies = []
    for uri, of_page in groupby(ledger.entries, lambda entry: entry.page.uri):
        inputs = tuple(of_page), ledger.library
        tallies.append(_TALLIES.get_or_make(uri, inputs, partial(Tally.of, *inputs)))
    return tallies


def count_witnesses(entry: Entry, library: Library) -> int:
    """Count the independent origins that each bear most of a statement out; 1 where none does."""
    return max(1, len(witnesses(entry.statement, library)))
