"""A seeded part of the statements whose truth is known, held to floors; `make measure` has all."""

import re
from collections import Counter

import pytest
from floors import FLOORS
from statements import LIBRARIES, Bench, Judged, describe_missed, describe_refused, load_bench

ONE_IN = 4
# How many there must be on each library, and the parts of a false statement that name its source.
LEAST = {"the articles of this site": (200, 150), "the invented articles": (60, 60)}
CITATION = re.compile(r"\[@([\w-]+), paras?\. ")


@pytest.fixture(scope="module", params=LIBRARIES)
def bench(request: pytest.FixtureRequest) -> Bench:
    return load_bench(request.param)


@pytest.fixture(scope="module")
def judged(bench: Bench, pytestconfig: pytest.Config) -> Judged:
    found = bench.judge_all(ONE_IN)
    with pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        shares = ", ".join(f"{name} {share:.2f}" for name, share in measures(found).items())
        print(f"\n\n{bench.name.capitalize()}, one statement in {ONE_IN}: {shares}\n")
    return found


def measures(judged: Judged) -> dict[str, float]:
    made, twins, trues = len(judged.false), judged.twins, judged.trues
    return {
        "caught": sum(it.caught for it in judged.false) / made,
        "surfaced": sum(it.surfaced for it in judged.false) / made,
        "told-apart": sum(it.told_apart for it in judged.false) / made,
        "twins-refused": twins.refused / made,
        "twins-asked": twins.asked / made,
        "true-refused": trues.refused / trues.made,
        "true-asked": trues.asked / trues.made,
    }


def test_there_are_enough_statements(bench: Bench) -> None:
    least_false, least_true = LEAST[bench.name]
    assert len(bench.false) >= least_false
    assert len(bench.true) >= least_true


def test_each_statement_is_there_once_and_cites_a_source(bench: Bench) -> None:
    ids = Counter(it.id for it in (*bench.false, *bench.true))
    assert ids.most_common(1)[0][1] == 1
    sources = {path.stem for path in bench.config.seeds.glob("*.txt")}
    for text in (
        *(it.text for it in (*bench.false, *bench.true)),
        *(it.true_twin for it in bench.false),
    ):
        assert set(CITATION.findall(text)) <= sources
        assert CITATION.search(text), text


def test_a_part_has_every_kind_and_is_always_the_same(bench: Bench, judged: Judged) -> None:
    assert {it.statement.kind for it in judged.false} == {it.kind for it in bench.false}
    assert len(judged.false) < len(bench.false) / 2
    false, true = load_bench(bench.name).draw(ONE_IN)
    assert [it.statement for it in judged.false] == false
    assert [it.statement for it in judged.true] == list(true)


@pytest.mark.parametrize("measure", ["caught", "surfaced", "told-apart"])
def test_enough_false_statements_are_caught(judged: Judged, measure: str) -> None:
    least = FLOORS["statements"][judged.library]["at-least"][measure]
    assert measures(judged)[measure] >= least, "\n".join(describe_missed(judged))


@pytest.mark.parametrize("measure", ["twins-refused", "twins-asked", "true-refused", "true-asked"])
def test_few_true_statements_are_refused_or_asked_about(judged: Judged, measure: str) -> None:
    most = FLOORS["statements"][judged.library]["at-most"][measure]
    assert measures(judged)[measure] <= most, "\n".join(describe_refused(judged))
