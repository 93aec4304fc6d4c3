"""The forms of findings: for people, for GitHub, for other programs."""

import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fixture_types import Golden

from build_tools.assembly import ALL_RULES as RULES
from build_tools.cli.reports import (
    FORMATS,
    Report,
    Totals,
    render_github,
    render_gitlab,
    render_json,
    render_sarif,
    render_text,
)
from build_tools.printable import printable
from build_tools.problems import Comparison, Outcome, Place, Problem
from build_tools.text.excerpts import mark_differences, point_at

PAGE = """---
title: A page
---
It will "give back two of the three bells" to Ilvany [@osten-2019, para. 5].

\tA tab, 千島列島 and 北方領土, and then the place.
"""
FOUND = (
    Problem(
        Place("docs/a page.md", 4, 9),
        "quotation",
        "a quotation must be verbatim: 50%, no less",
        "the nearest there is “hand over two of the three bells”",
        comparison=Comparison(
            "give back two of the three bells", "hand over two of the three bells"
        ),
    ),
    Problem(Place("docs/a page.md", 6, 26), "uncited", "text must be followed by a citation"),
    Problem(Place("seeds/gone.yml"), "record", "the file must be there", "write it"),
    Problem(
        Place("docs/a page.md", 4, 55),
        "source",
        "the source must load before this can be checked",
        "fix it",
        Outcome.CANNOT_BE_CHECKED,
    ),
)


@pytest.fixture
def report(tmp_path: Path) -> Report:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a page.md").write_text(PAGE, encoding="utf-8")
    return Report(tmp_path, FOUND, Totals(5, 1, 2, 3, 1))


# Text.


def test_text(report: Report, golden: Golden) -> None:
    golden(render_text(report) + "\n", "report.txt")


def test_a_report_without_findings_is_its_summary(tmp_path: Path) -> None:
    assert render_text(Report(tmp_path, (), Totals(1, 2, 3, 4, 0))) == (
        "1 source, 2 pages, 3 statements, 4 citations: 0 problems, 0 cannot be checked, 0 waivers"
    )


@pytest.mark.parametrize("count", [5, 6, 40])
def test_findings_that_differ_in_their_places_alone_are_told_of_together(
    tmp_path: Path, count: int
) -> None:
    places = (Place(f"docs/{'ab'[line % 2]}.md", line) for line in range(1, count + 1))
    alike = [Problem(p, "source", "must load", "", Outcome.CANNOT_BE_CHECKED) for p in places]
    other = Problem(Place("docs/c.md"), "party", "must be told", "", Outcome.CANNOT_BE_CHECKED)
    text = render_text(Report(tmp_path, (*alike, other)))
    assert text.count("source: must load") == (5 if count == 5 else 1)
    of_b = ", ".join(str(line) for line in range(3, count + 1, 2))
    of_a = ", ".join(str(line) for line in range(2, count + 1, 2))
    line = f"    and {count - 1} more like it: docs/a.md:{of_a}; docs/b.md:{of_b}\n"
    assert text.count(line) == (0 if count == 5 else 1)
    assert "docs/c.md:1:1: party: must be told\n" in text
    assert f"{count + 1} cannot be checked" in text
    # What fails is shown one by one, unless as many files have it.
    failing = [replace(found, outcome=Outcome.NOT_BORNE_OUT) for found in alike]
    assert render_text(Report(tmp_path, tuple(failing))).count("source: must load") == count
    apart = tuple(replace(it, place=Place(f"docs/{n}.md", 2)) for n, it in enumerate(failing))
    text = render_text(Report(tmp_path, apart))
    assert text.count("source: must load") == (5 if count == 5 else 1)
    assert f"{count} problems" in text


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("one two", 5, ("one two", "    ^")),
        ("one two", 8, ("one two", "       ^")),
        ("one two", 99, ("one two", "       ^")),
        ("\ttab \x1b[31m", 2, (" tab  [31m", " ^")),
        ("島々 two", 4, ("島々 two", "     ^")),
        ("e\u0301 two", 4, ("e\u0301 two", "  ^")),
        ("a" * 30, 1, ("a" * 20 + "…", "^")),
        ("a" * 30, 30, ("…" + "a" * 20, " " * 20 + "^")),
        ("a" * 14 + "b" + "a" * 15, 15, ("…" + "a" * 10 + "b" + "a" * 9 + "…", " " * 11 + "^")),
    ],
)
def test_a_caret_points_at_the_place(line: str, column: int, shown: tuple[str, str]) -> None:
    assert point_at(line, column, width=20) == shown


@pytest.mark.parametrize(
    ("given", "nearest", "marked"),
    [
        ("give back two", "hand over two", ("«give back» two", "«hand over» two")),
        ("two islands", "two of the islands", ("two islands", "two «of the» islands")),
        ("the whole, then", "the then", ("the «whole,» then", "the then")),
        ("the “book” is", 'the "books" is.', ('the «"book"» is', 'the «"books"» is.')),
        ("the end", "the end.", ("the «end»", "the «end.»")),
    ],
)
def test_words_that_differ_are_marked(given: str, nearest: str, marked: tuple[str, str]) -> None:
    assert mark_differences(Comparison(given, nearest)) == marked


# GitHub.


def test_github(report: Report) -> None:
    first, *_, last, summary = render_github(report).split("\n")
    assert first == (
        "::error file=docs/a page.md,line=4,col=9,title=quotation::"
        "a quotation must be verbatim: 50%25, no less%0A"
        "the nearest there is “hand over two of the three bells”"
    )
    assert last.startswith("::warning file=docs/a page.md,line=4,col=55,title=source::the source")
    assert summary.startswith(f"{report.totals.sources} sources")


def test_github_properties_are_escaped(tmp_path: Path) -> None:
    found = Problem(Place("docs/a,b:c%.md"), "name", "one\r\ntwo")
    assert render_github(Report(tmp_path, (found,))).startswith(
        "::error file=docs/a%2Cb%3Ac%25.md,line=1,col=1,title=name::one%0D%0Atwo\n"
    )


# JSON.


def test_json(report: Report) -> None:
    document = json.loads(render_json(report))
    assert list(document) == ["format", "summary", "findings"]
    assert document["summary"] == {
        "sources": 5, "pages": 1, "statements": 2, "citations": 3, "waivers": 1,
        "elsewhere": 0,
        "problems": 3, "cannot_be_checked": 1,
    }  # fmt: skip
    assert document["findings"][0] == {
        "path": "docs/a page.md",
        "line": 4,
        "column": 9,
        "code": "quotation",
        "outcome": "not borne out",
        "message": FOUND[0].message,
        "hint": FOUND[0].hint,
        "comparison": {
            "given": "give back two of the three bells",
            "nearest": "hand over two of the three bells",
        },
    }
    assert document["findings"][3]["outcome"] == "cannot be checked"
    assert document["findings"][3]["comparison"] is None


# GitLab.


def test_gitlab_knows_a_finding_again(report: Report) -> None:
    document = json.loads(render_gitlab(report))
    assert [(it["check_name"], it["severity"]) for it in document] == [
        ("quotation", "major"),
        ("uncited", "major"),
        ("record", "major"),
        ("source", "info"),
    ]
    assert document[0]["location"] == {"path": "docs/a page.md", "lines": {"begin": 4}}
    assert document[2]["description"] == "the file must be there\nwrite it"
    moved = [replace(it, place=replace(it.place, line=it.place.line + 3)) for it in FOUND]
    again = json.loads(render_gitlab(replace(report, findings=(*moved, moved[0]))))
    known = [it["fingerprint"] for it in document]
    prints = [it["fingerprint"] for it in again]
    assert set(known) < set(prints)
    assert len(set(prints)) == len(FOUND) + 1


# SARIF.


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_what_is_cleaned_for_a_terminal_is_still_json(tmp_path: Path, name: str) -> None:
    found = Problem(Place("docs/a.md"), "markup", "must be plain", "found Bell\xad\x1b")
    plain = FORMATS[name](Report(tmp_path, (found,)))
    assert "Bell" in plain
    assert json.loads(printable(plain)) == json.loads(plain)


def test_sarif(report: Report) -> None:
    (run,) = json.loads(render_sarif(report))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert rules[0]["shortDescription"]["text"] == RULES["source"].rule
    assert rules[0]["help"]["text"] == RULES["source"].fix
    assert [result["level"] for result in run["results"]] == ["error", "error", "error", "note"]
    for result, found in zip(run["results"], FOUND, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == found.code
        assert found.message in result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (
            found.place.line,
            found.place.column,
        )
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "docs/a%20page.md"


@pytest.fixture(scope="module")
def sarif_schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0, as Microsoft's validator carries it inside its program.

    No package has it as a file. tests/install_tools.sh installs the validator from npm.
    """
    root = Path(sys.prefix) / "node" / "node_modules" / "@microsoft"
    programs = [*root.glob("sarif-multitool-*/Sarif.Multitool*")]
    if not programs:
        reason = "SARIF's schema is missing: run tests/install_tools.sh where npm is installed"
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    data = max(programs, key=lambda path: path.stat().st_size).read_bytes()
    title = data.index(b'"title": "Static Analysis Results Format (SARIF) Version 2.1.0')
    start = data.rindex(b'{\r\n  "$schema"', 0, title)
    # The schema is followed by other data of the program, which need not be text.
    text = data[start : start + 1_000_000].decode("utf-8", errors="replace")
    schema, _ = json.JSONDecoder().raw_decode(text)
    return dict(schema)


def test_sarif_is_valid_by_its_schema(report: Report, sarif_schema: dict[str, Any]) -> None:
    jsonschema.validate(json.loads(render_sarif(report)), sarif_schema)


@pytest.mark.parametrize(
    ("key", "value"), [("colour", "red"), ("level", "dire"), ("message", None), ("ruleIndex", "x")]
)
def test_the_schema_of_sarif_refuses_what_is_wrong(
    report: Report, sarif_schema: dict[str, Any], key: str, value: object
) -> None:
    document = json.loads(render_sarif(report))
    document["runs"][0]["results"][0][key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, sarif_schema)


# All forms.


@pytest.mark.parametrize("name", FORMATS)
def test_every_rule_can_be_reported(tmp_path: Path, name: str) -> None:
    findings = tuple(Problem(Place("docs/a.md"), code, "it must hold") for code in RULES)
    text = FORMATS[name](Report(tmp_path, findings))
    assert [code for code in RULES if not re.search(rf"\b{code}\b", text)] == []
