"""Measure what the checks catch and write it for the site to show: `make measure`.

Writes two tables in `docs/_data`, each with the day and the commit, and prints the false
statements that get through and the true ones that are refused. With `--print` it only prints.
"""

import argparse
import datetime
import subprocess
import sys
from pathlib import Path

import yaml
from altered_facts import Site, count_altered, describe_altered, judge_alterations
from statements import LIBRARIES, Judged, describe_missed, describe_refused, load_bench

from build_tools.files.models import StrictModel
from build_tools.files.site_config import load_site_config
from build_tools.manuscript.read import read_manuscript
from build_tools.site_data.measurements import (
    ALTERED_FACTS,
    MEASURED_STATEMENTS,
    AlteredFacts,
    AlteredKind,
    MeasuredStatements,
    wilson_interval,
)

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TABLES = {DOCS / file.path for file in (ALTERED_FACTS, MEASURED_STATEMENTS)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--print", action="store_true", help="print, and write nothing")
    only_print = parser.parse_args().print
    # Asked for first: whoever must commit before measuring learns so at once.
    commit = "" if only_print else clean_commit()
    judged = [load_bench(name).judge_all() for name in LIBRARIES]
    for part in judged:
        print_statements(part)
    altered = measure_altered_facts()
    print(f"\nAltered facts\n\n{describe_altered(altered)}")
    if only_print:
        return
    taken = {"date": datetime.date.today().isoformat(), "commit": commit}
    write(
        DOCS / ALTERED_FACTS.path,
        "What was caught when one fact at a time was altered in a copy of the pages.",
        AlteredFacts(**taken, kinds=tuple(altered)),
    )
    write(
        DOCS / MEASURED_STATEMENTS.path,
        "Results for the statements in tests/measure/statements, whose truth is known.",
        MeasuredStatements.model_validate(
            taken
            | {
                "false-statements": [kind for part in judged for kind in part.kinds],
                "true-statements": [part.trues for part in judged],
            }
        ),
    )


def clean_commit() -> str:
    """Return the commit that the work tree is at; stop where something is not committed."""
    changed = [
        line for line in _git("status", "--porcelain").splitlines() if ROOT / line[3:] not in TABLES
    ]
    if changed:
        sys.exit("commit first, so that the tables name what was measured:\n" + "\n".join(changed))
    return _git("rev-parse", "--short", "HEAD").strip()


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, text=True, capture_output=True, check=True
    ).stdout


def measure_altered_facts() -> list[AlteredKind]:
    """Alter facts on the real pages and count what is caught."""
    config = load_site_config(ROOT)
    site = Site(config, read_manuscript(config))
    return count_altered(judge_alterations(site))


def print_statements(judged: Judged) -> None:
    """Print shares by kind and in total, then every statement that came out wrong."""
    print(f"\n{judged.library.capitalize()}: false statements\n")
    for row in judged.kinds:
        print(
            f"{row.kind:28} caught {row.caught:3} of {row.made:3}, surfaced {row.surfaced:3},"
            f" told apart {row.told_apart:3}, twins refused {row.twins.refused:3}"
        )
    made = len(judged.false)
    print()
    for name, count in (
        ("caught", sum(it.caught for it in judged.false)),
        ("surfaced", sum(it.surfaced for it in judged.false)),
        ("told apart", sum(it.told_apart for it in judged.false)),
    ):
        print(f"{f'false, {name}':28} {_share(count, made)}")
    for name, honest in (("true twins", judged.twins), ("other true", judged.trues)):
        asked = honest.asked / honest.made
        print(
            f"{f'{name}, refused':28} {_share(honest.refused, honest.made)}; {asked:.2f} stand-ins"
        )
    print("\nFalse statements that get through, those with no finding at all first\n")
    print("\n".join(describe_missed(judged)))
    print("\nTrue statements that are refused\n")
    print("\n".join(describe_refused(judged)))


def _share(count: int, made: int) -> str:
    low, high = wilson_interval(count, made)
    return f"{count:4} of {made:4}, {count / made:6.1%} ({low:.1%} to {high:.1%})"


def write(path: Path, title: str, table: StrictModel) -> None:
    """Write a table for the site."""
    data = table.model_dump(by_alias=True, mode="json")
    head = f"# {title}\n# Written by tests/measure/measure.py: `make measure` renews it.\n"
    text = head + yaml.safe_dump(data, sort_keys=False, width=100, default_flow_style=None)
    path.write_text(text, encoding="utf-8")
    print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
