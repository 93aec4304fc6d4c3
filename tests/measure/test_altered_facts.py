"""The checks must catch what is altered on the real pages: of each kind, as much as its floor."""

from pathlib import Path

import pytest
from altered_facts import (
    KINDS,
    Altered,
    Site,
    count_altered,
    describe_altered,
    describe_unnoticed,
    judge_alterations,
)
from floors import FLOORS

from build_tools.files.site_config import load_site_config
from build_tools.ledger import Verdict
from build_tools.manuscript.read import read_manuscript

ROOT = Path(__file__).parents[2]
LEAST_ALTERATIONS = 400
# `make measure` makes all of them.
MOST_OF_A_KIND = 50
MOST_WAIVED = 0.03

Kinds = dict[str, list[Altered]]


@pytest.fixture(scope="module")
def site() -> Site:
    config = load_site_config(ROOT)
    return Site(config, read_manuscript(config))


@pytest.fixture(scope="module")
def kinds(site: Site, pytestconfig: pytest.Config) -> Kinds:
    judged = judge_alterations(site, MOST_OF_A_KIND)
    with pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\n\nAltered facts:\n{describe_altered(count_altered(judged))}\n")
    return judged


def test_untouched_pages_have_no_problem(site: Site) -> None:
    assert [str(problem) for problem in site.ledger.problems] == []


def test_few_statements_are_waived(site: Site) -> None:
    entries = site.ledger.entries
    waived = sum(entry.verdict is Verdict.WAIVED for entry in entries)
    assert entries
    assert waived <= MOST_WAIVED * len(entries)


def test_each_kind_has_a_floor() -> None:
    assert FLOORS["altered-facts"].keys() == KINDS.keys()


def test_there_are_enough_alterations(kinds: Kinds) -> None:
    assert all(kinds.values())
    assert sum(len(judged) for judged in kinds.values()) >= LEAST_ALTERATIONS


@pytest.mark.parametrize("kind", KINDS)
def test_alterations_are_caught(kind: str, kinds: Kinds) -> None:
    judged, floors = kinds[kind], FLOORS["altered-facts"][kind]
    unnoticed = describe_unnoticed(judged)
    assert sum(it.surfaced for it in judged) / len(judged) >= floors["surfaced"], unnoticed
    assert sum(it.caught for it in judged) / len(judged) >= floors["caught"], unnoticed
