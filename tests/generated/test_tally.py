"""What is counted of each page comes to what is counted of all statements."""

from collections import Counter
from pathlib import Path

import pytest
from project import SMALL

from build_tools.files.site_config import load_site_config
from build_tools.generated.evidence import count_origins, count_verdicts
from build_tools.generated.tally import Tally, count_witnesses, tally_pages
from build_tools.kept import Kept
from build_tools.ledger import Ledger, Verdict
from build_tools.manuscript.read import read_manuscript


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_manuscript(load_site_config(Path(SMALL)))


def test_counts_are_those_of_all_statements(ledger: Ledger) -> None:
    tallies, entries = tally_pages(ledger), ledger.entries
    assert [entry for tally in tallies for entry in tally.entries] == entries
    assert len(tallies) == len({entry.page.uri for entry in entries}) > 1
    verdicts = Counter(entry.verdict.value for entry in entries)
    assert count_verdicts(tallies) == {it.value: verdicts[it.value] for it in Verdict}
    assert count_origins(tallies) == dict(
        sorted(Counter(count_witnesses(entry, ledger.library) for entry in entries).items())
    )
    assert sum(it.citations for it in tallies) == sum(len(e.statement.citations) for e in entries)
    standing = [it for tally in tallies for it in tally.with_verdict(Verdict.BORNE_OUT)]
    assert standing == [entry for entry in entries if entry.verdict is Verdict.BORNE_OUT]


def test_the_counts_of_a_page_that_is_as_it_was_are_kept(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Kept, "builds_follow", True)
    before = tally_pages(ledger)
    counted: list[str] = []
    real = Tally.of

    def counting(entries: tuple, library: object) -> Tally:
        counted.append(entries[0].page.uri)
        return real(entries, library)  # type: ignore[arg-type]

    monkeypatch.setattr(Tally, "of", counting)
    assert tally_pages(ledger) == before
    assert counted == []
