"""The report of the tamper test, as the site reads it."""

from pathlib import Path

import pytest
from project import ROOT, Project

from build_tools.site_data.tamper_report import TAMPER, load_tamper_report

ROW = "kinds:\n- {{kind: a number, made: {made}, caught: {caught}, bar: {bar}}}\n"


def test_the_report_of_the_site_is_read() -> None:
    report, problems = load_tamper_report(ROOT / "docs" / TAMPER.path, "tamper.yml", ROOT)
    assert problems == ()
    assert report
    assert report.kinds


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


def test_the_build_says_so_and_goes_on(project: Project) -> None:
    project.write(f"docs/{TAMPER.path}", ROW.format(made=0, caught=0, bar=1))
    project.write("docs/_data/coastline.geojson", "{}")
    for command in (["mkdocs", "build", "--strict"], ["build_tools", "check"]):
        done = project.run(*command)
        assert done.returncode == 1, done.output
        assert "Traceback" not in done.output
        assert "docs/_data/tamper.yml:2:20: tamper: 'kinds.0.made'" in done.output
        assert "docs/_data/coastline.geojson:1:1: coastline: " in done.output
