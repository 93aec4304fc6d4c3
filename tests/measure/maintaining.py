"""The figures in MAINTAINING.md, each part of which one command writes anew."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime

from project import ROOT

REPORT = ROOT / "MAINTAINING.md"


def write_figures(name: str, text: str) -> None:
    """Put a text in place of the figures of that name, such as `bench-build` of `make bench`."""
    command = name.partition("-")[0]
    begin, end = f"<!-- {name}: written by `make {command}` -->\n", f"<!-- end of {name} -->"
    before, rest = REPORT.read_text("utf-8").split(begin)
    after = rest.split(end)[1]
    REPORT.write_text(f"{before}{begin}\n{text.strip()}\n\n{end}{after}", encoding="utf-8")


def render_table(head: Sequence[str], rows: Sequence[Sequence[str]], words: int = 1) -> str:
    """Return a table in Markdown, whose first columns hold words and the others numbers."""
    rule = ["---"] * words + ["---:"] * (len(head) - words)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def measured_with() -> str:
    """Say when, and on what kind of machine."""
    today = datetime.now(UTC).date().isoformat()
    return f"Measured on {today} with Python {platform.python_version()} on {os.cpu_count()} cores"
