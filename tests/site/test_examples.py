"""The worked examples of the page on the data, as a reader runs them on the published files."""

import csv
import json
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import jq
import pytest
from bs4 import BeautifulSoup

from build_tools.ledger import Ledger

# A spreadsheet without a window.
SPREADSHEET = Path(sys.prefix) / "node/node_modules/hyperformula"
CALCULATE = """
const {HyperFormula} = require(process.argv[1])
const [rows, formula] = JSON.parse(require("fs").readFileSync(0, "utf8"))
const book = HyperFormula.buildFromSheets({evidence: rows}, {licenseKey: "gpl-v3"})
console.log(JSON.stringify(book.calculateFormula(formula, 0)))
"""


@pytest.fixture(scope="module")
def examples(built_site: Path) -> list[str]:
    """What the page has to copy, in order: for jq, for Python, for a spreadsheet."""
    page = BeautifulSoup((built_site / "data/index.html").read_text("utf-8"), "html.parser")
    found = [block.get_text() for block in page.select("article pre > code")]
    assert len(found) == 3
    return found


@pytest.fixture(scope="module")
def data(built_site: Path) -> Any:
    return json.loads((built_site / "evidence.json").read_text("utf-8"))


def test_the_example_for_jq(examples: list[str], data: Any, built_site: Path) -> None:
    command, raw, program, file = shlex.split(examples[0])
    assert (command, raw) == ("jq", "-r")
    found = jq.compile(program).input_text((built_site / file).read_text("utf-8")).all()
    # As many as the table on the state of the evidence has, in all its rows but the first.
    assert len(found) == sum(data["origins"].values()) - data["origins"]["1"] > 0
    assert set(found) <= {one["url"] for one in data["statements"] if len(one["origins"]) > 1}


def test_the_example_for_python(
    examples: list[str], built_site: Path, site_manuscript: Ledger
) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", examples[1]],
        cwd=built_site,
        capture_output=True,
        text=True,
        check=True,
    )
    counted = dict(line.split() for line in done.stdout.splitlines())
    assert {id_: int(count) for id_, count in counted.items()} == Counter(
        key
        for entry in site_manuscript.entries
        for key in {citation.key for citation in entry.statement.citations}
    )


@pytest.mark.skipif(not SPREADSHEET.exists(), reason="npm installs the spreadsheet")
def test_the_example_for_a_spreadsheet(examples: list[str], data: Any, built_site: Path) -> None:
    formula = examples[2].strip()
    *_, verdict, _, source, _ = formula.split('"')
    with (built_site / "evidence.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    done = subprocess.run(
        ["node", "--eval", CALCULATE, str(SPREADSHEET)],
        input=json.dumps([rows, formula]),
        capture_output=True,
        text=True,
        check=True,
    )
    counted = sum(
        citation["source"] == source
        for statement in data["statements"]
        for citation in statement["citations"]
        if statement["verdict"] == verdict
    )
    assert json.loads(done.stdout) == counted > 0
