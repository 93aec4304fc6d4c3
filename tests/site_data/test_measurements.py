"""The tables of what the checks catch, as the site reads them, and the interval of a share."""

from pathlib import Path

import pytest

from build_tools.site_data.measurements import (
    ALTERED_FACTS,
    MEASURED_STATEMENTS,
    wilson_interval,
)

HEAD = "date: 2026-11-27\ncommit: 5b08b18\n"
ALTERED = HEAD + "kinds:\n- {{kind: a number, made: {made}, caught: {caught}, surfaced: 1}}\n"
MEASURED = HEAD + (
    "false-statements:\n- {{library: a, kind: b, made: 4, caught: {caught}, surfaced: 3,"
    " told-apart: 1, twins: {{made: 4, refused: {refused}, asked: 9}}}}\n"
    "true-statements:\n- {{library: a, made: 5, refused: 1, asked: {asked}}}\n"
)


def test_altered_facts_are_read(tmp_path: Path) -> None:
    path = tmp_path / "altered-facts.yml"
    path.write_text(ALTERED.format(made=60, caught=59), encoding="utf-8")
    table, problems = ALTERED_FACTS.load(path, path.name, tmp_path)
    assert problems == ()
    assert table
    assert (table.date, table.commit) == ("2026-11-27", "5b08b18")
    [row] = table.kinds
    assert (row.kind, row.made, row.caught, row.surfaced) == ("a number", 60, 59, 1)


def test_measured_statements_are_read(tmp_path: Path) -> None:
    path = tmp_path / "measured-statements.yml"
    path.write_text(MEASURED.format(caught=2, refused=1, asked=7), encoding="utf-8")
    table, problems = MEASURED_STATEMENTS.load(path, path.name, tmp_path)
    assert problems == ()
    assert table
    [false], [true] = table.false, table.true
    assert (false.caught, false.told_apart, false.twins.asked) == (2, 1, 9)
    assert (true.library, true.refused, true.asked) == ("a", 1, 7)


def test_there_may_be_none(tmp_path: Path) -> None:
    for file in (ALTERED_FACTS, MEASURED_STATEMENTS):
        assert file.load(tmp_path / "none.yml", "none.yml", tmp_path) == (None, ())


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (ALTERED_FACTS, ALTERED.format(made=0, caught=0)),
        (ALTERED_FACTS, ALTERED.format(made=1, caught=-1)),
        (ALTERED_FACTS, ALTERED.format(made=1, caught=2)),
        (ALTERED_FACTS, ALTERED.format(made=1, caught=1).replace("5b08b18", "v1.0")),
        (ALTERED_FACTS, ALTERED.format(made=1, caught=1).replace("11-27", "11-31")),
        (ALTERED_FACTS, HEAD + "kinds: []\n"),
        (ALTERED_FACTS, "kinds: \xff\n"),
        (MEASURED_STATEMENTS, MEASURED.format(caught=5, refused=0, asked=0)),
        (MEASURED_STATEMENTS, MEASURED.format(caught=1, refused=5, asked=0)),
        (MEASURED_STATEMENTS, MEASURED.format(caught=1, refused=0, asked=-1)),
    ],
)
def test_a_wrong_one_is_a_problem(file, text: str, tmp_path: Path) -> None:
    path = tmp_path / "table.yml"
    path.write_bytes(text.encode("latin-1"))
    table, [problem] = file.load(path, f"docs/{file.path}", tmp_path)
    assert table is None
    assert (problem.code, problem.place.path) == ("measurements", f"docs/{file.path}")


@pytest.mark.parametrize(
    ("count", "made", "low", "high"),
    [(0, 10, 0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1), (104, 220, 0.408, 0.539)],
)
def test_the_interval_of_a_share(count: int, made: int, low: float, high: float) -> None:
    assert wilson_interval(count, made) == pytest.approx((low, high), abs=0.001)
