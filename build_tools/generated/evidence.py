"""The state of the evidence: what was checked, and how it came out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.generated.tally import Tally, tally_pages
from build_tools.ledger import Ledger, Verdict
from build_tools.pages.quoted_words import count_shown, find_shown
from build_tools.problems import Problem
from build_tools.site_data.background import BACKGROUND
from build_tools.site_data.measurements import (
    ALTERED_FACTS,
    MEASURED_STATEMENTS,
    FalseStatements,
    MeasuredStatements,
    TrueStatements,
    wilson_interval,
)
from build_tools.templating import render
from build_tools.text.dates import format_edtf


@dataclass(frozen=True)
class SourceUse:
    """How much of a source the site uses; `shown` and `limit` count words."""

    id: str
    outlet: str
    origin: str
    used: tuple[int, ...]
    unused: tuple[int, ...]
    statements: int
    shown: int
    limit: int


@dataclass(frozen=True)
class Sample:
    """Measured statements that are shown together: results for the false and the true ones."""

    name: str
    false: tuple[FalseStatements, ...]
    true: tuple[TrueStatements, ...] = ()

    @property
    def noticed(self) -> tuple[float, float]:
        """The shares of the false statements that were surfaced and caught."""
        made = sum(row.made for row in self.false)
        surfaced = sum(row.surfaced for row in self.false)
        return surfaced / made, sum(row.caught for row in self.false) / made


def render_evidence_page(ledger: Ledger) -> str:
    """Return the Markdown of the page."""
    tallies = tally_pages(ledger)
    measured = ledger.kit.data.of(MEASURED_STATEMENTS)
    return render(
        "evidence.md.j2",
        total=len(ledger.entries),
        citations=sum(tally.citations for tally in tallies),
        pages=len(tallies),
        verdicts=count_verdicts(tallies),
        origins=count_origins(tallies),
        single_count=sum(len(tally.singles) for tally in tallies),
        undecided=[it for tally in tallies for it in tally.with_verdict(Verdict.UNDECIDED)],
        others=_beyond_statements(ledger),
        failing=[it for tally in tallies for it in tally.with_verdict(Verdict.NOT_BORNE_OUT)],
        waived=[entry for entry in ledger.entries if entry.waived],
        absences=sum(tally.absences for tally in tallies),
        outside=len(ledger.kit.data.of(BACKGROUND).facts),
        exempt=sum(text.exempt for page in ledger.pages.values() for text in page.uncited),
        sources=source_uses(ledger),
        share=ledger.library.limits.largest_share,
        altered=ledger.kit.data.of(ALTERED_FACTS),
        measured=measured,
        samples=_by_library(measured) if measured else [],
        kinds=_by_kind(measured) if measured else [],
        day=format_edtf,
        interval=_with_interval,
    )


def count_verdicts(tallies: Iterable[Tally]) -> dict[str, int]:
    """Count the statements by verdict, every verdict included."""
    found = sum((tally.verdicts for tally in tallies), Counter[Verdict]())
    return {verdict.value: found[verdict] for verdict in Verdict}


def count_origins(tallies: Iterable[Tally]) -> dict[int, int]:
    """Count the statements by the number of independent origins that each bear most of them out."""
    found = sum((tally.origins for tally in tallies), Counter[int]())
    return dict(sorted(found.items()))


def source_uses(ledger: Ledger) -> list[SourceUse]:
    """Say how much of each source the site uses, the oldest source first."""
    found = find_shown(ledger.pages.values(), ledger.library)
    shown = count_shown([*found, *ledger.extracts.shown])
    uses = []
    for source in sorted(ledger.library.sources.values(), key=lambda s: s.record.issued):
        resting = ledger.resting_on(source.id)
        numbers = [paragraph.number for paragraph in source.article.paragraphs]
        cited = {e.statement.id for entries in resting.values() for e in entries}
        limit = int(ledger.library.limits.largest_share * source.article.body_words)
        uses.append(
            SourceUse(
                source.id,
                source.record.outlet,
                ledger.library.origin_name(source.record.origin.id),
                tuple(number for number in numbers if resting[number]),
                tuple(number for number in numbers if not resting[number]),
                len(cited),
                shown.get(source.id, 0),
                limit,
            )
        )
    return uses


def _by_library(measured: MeasuredStatements) -> list[Sample]:
    """Group measured statements by library; where there are several, their total comes last."""
    names = [row.library for row in measured.false] + [row.library for row in measured.true]
    samples = [
        Sample(
            name,
            tuple(row for row in measured.false if row.library == name),
            tuple(row for row in measured.true if row.library == name),
        )
        for name in dict.fromkeys(names)
    ]
    together = Sample("together", measured.false, measured.true)
    return [*samples, together] if len(samples) > 1 else samples


def _by_kind(measured: MeasuredStatements) -> list[Sample]:
    """Group false statements by kind, the least caught kind first."""
    kinds = dict.fromkeys(row.kind for row in measured.false)
    samples = [
        Sample(kind, tuple(row for row in measured.false if row.kind == kind)) for kind in kinds
    ]
    return sorted(samples, key=lambda sample: sample.noticed)


def _with_interval(count: int, made: int) -> str:
    """Return a share in words, with its 95 % interval: '104 of 220, 47 % (41 to 54 %)'."""
    if not made:
        return "none"
    low, high = (f"{100 * end:.0f}" for end in wilson_interval(count, made))
    # What is in brackets stays on one line in a narrow cell.
    within = f"({low} to {high} %)".replace(" ", "\u00a0")
    return f"{count} of {made}, {100 * count / made:.0f} % {within}"


def _beyond_statements(ledger: Ledger) -> list[Problem]:
    """Return the problems of sources, pages and the whole site, which belong to no statement."""
    of_statements = {problem for entry in ledger.entries for problem in entry.problems}
    return [problem for problem in ledger.problems if problem not in of_statements]
