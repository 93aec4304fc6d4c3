"""The checks must catch what the tamper test alters; the table is kept for the site to show."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from tamper import BARS, KINDS, Alteration, Site, is_caught, make_alterations

from build_tools.files.site_config import load_site_config
from build_tools.ledger import Verdict
from build_tools.manuscript.read import read_manuscript

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "docs" / "_data" / "tamper.yml"
HEAD = """\
# What the checks caught when one fact at a time was altered in a copy of the pages.
# Written by tests/measure/test_tamper.py: `make golden` renews it.
"""
LEAST_ALTERATIONS = 400
MOST_WAIVED = 0.03


@pytest.fixture(scope="module")
def site() -> Site:
    config = load_site_config(ROOT)
    return Site(config, read_manuscript(config))


@pytest.fixture(scope="module")
def outcomes(site: Site) -> list[tuple[Alteration, bool]]:
    return [(alteration, is_caught(alteration, site)) for alteration in make_alterations(site)]


@pytest.fixture(scope="module")
def table(outcomes: list[tuple[Alteration, bool]]) -> list[dict[str, object]]:
    made = Counter(alteration.kind for alteration, _ in outcomes)
    caught = Counter(alteration.kind for alteration, found in outcomes if found)
    return [
        {"kind": kind, "made": made[kind], "caught": caught[kind], "bar": BARS[kind]}
        for kind in KINDS
    ]


def test_untouched_pages_have_no_problem(site: Site) -> None:
    assert [str(problem) for problem in site.ledger.problems] == []


def test_few_statements_are_waived(site: Site) -> None:
    entries = site.ledger.entries
    waived = sum(entry.verdict is Verdict.WAIVED for entry in entries)
    assert entries
    assert waived <= MOST_WAIVED * len(entries)


def test_there_are_enough_alterations(outcomes: list[tuple[Alteration, bool]]) -> None:
    assert len(outcomes) >= LEAST_ALTERATIONS


@pytest.mark.parametrize("kind", KINDS)
def test_alterations_are_caught(
    kind: str,
    table: list[dict[str, object]],
    outcomes: list[tuple[Alteration, bool]],
) -> None:
    row = next(row for row in table if row["kind"] == kind)
    missed = [
        f"{a.uri}: {a.what} <- {a.new}" for a, found in outcomes if a.kind == kind and not found
    ]
    assert row["made"], f"no alteration of the kind '{kind}' was made"
    assert row["caught"] / row["made"] >= BARS[kind], "\n".join(missed)


def test_report_is_up_to_date(
    table: list[dict[str, object]],
    pytestconfig: pytest.Config,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = HEAD + yaml.safe_dump({"kinds": table}, sort_keys=False, width=100)
    with capsys.disabled():
        print("\n\nWhat was altered                      caught   of   share   must be")
        for row in table:
            share = row["caught"] / row["made"]
            print(
                f"{row['kind']:36} {row['caught']:6} {row['made']:5} {share:7.1%} {row['bar']:8.0%}"
            )
        total = sum(row["made"] for row in table)
        print(f"{'together':36} {sum(row['caught'] for row in table):6} {total:5}\n")
    if pytestconfig.getoption("--update-golden"):
        REPORT.write_text(text, encoding="utf-8")
    assert REPORT.read_text(encoding="utf-8") == text, "run `make golden` to renew the report"
