"""The report of the tamper test, as the site reads it."""

from pathlib import Path

import pytest

from build_tools.site_data.tamper_report import load_tamper_report

ROW = "kinds:\n- {{kind: a number, made: {made}, caught: {caught}, bar: {bar}}}\n"


def test_a_report_is_read(tmp_path: Path) -> None:
    (tmp_path / "tamper.yml").write_text(ROW.format(made=60, caught=59, bar=0.98))
    report, problems = load_tamper_report(tmp_path / "tamper.yml", "tamper.yml", tmp_path)
    assert problems == ()
    assert report
    [row] = report.kinds
    assert (row.kind, row.made, row.caught) == ("a number", 60, 59)


def test_there_may_be_none(tmp_path: Path) -> None:
    assert load_tamper_report(tmp_path / "tamper.yml", "tamper.yml", tmp_path) == (None, ())


@pytest.mark.parametrize(
    "data",
    [
        ROW.format(made=0, caught=0, bar=0.9).encode(),
        ROW.format(made=1, caught=-1, bar=0.9).encode(),
        ROW.format(made=1, caught=1, bar=90).encode(),
        b"kinds: \xff\n",
    ],
)
def test_a_wrong_one_is_a_problem(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "tamper.yml"
    path.write_bytes(data)
    report, [problem] = load_tamper_report(path, "docs/_data/tamper.yml", tmp_path)
    assert report is None
    assert (problem.code, problem.place.path) == ("tamper", "docs/_data/tamper.yml")
