"""`check`: what is wrong with sources and pages."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from build_tools.assembly import ALL_RULES as RULES
from build_tools.cli.one_of import OneOf
from build_tools.cli.reading import describe_reading
from build_tools.cli.reports import FORMATS, Report, count_totals
from build_tools.cli.say import say
from build_tools.cli.selection import (
    Selection,
    checked_paths,
    chosen_drafts,
    refuse_unknown,
    shown_path,
)
from build_tools.files.site_config import load_site_config
from build_tools.manuscript.kept_pages import keeping
from build_tools.manuscript.read import read_manuscript
from build_tools.problems import InputProblems

_CODE = OneOf("code", tuple(RULES))


def _codes(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> frozenset[str]:
    """Take lists of codes apart at their commas."""
    codes = (code.strip() for value in values for code in value.split(","))
    return frozenset(_CODE.convert(code, parameter, context) for code in codes)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "format_", type=OneOf("format", tuple(FORMATS)), default="text", show_default=True
)
@click.option(
    "--select", metavar="CODES", multiple=True, callback=_codes, help="Report these codes only."
)
@click.option(
    "--ignore", metavar="CODES", multiple=True, callback=_codes, help="Do not report these codes."
)
@click.option("--reading", is_flag=True, help="Tell how the pages read as well.")
@click.pass_obj
def command(
    root: Path,
    paths: tuple[str, ...],
    *,
    format_: str,
    select: frozenset[str],
    ignore: frozenset[str],
    reading: bool,
) -> None:
    """Check every source and page; report what was found in PATHs, or everywhere.

    All pages are always read; pages, records and folders given as PATH only choose what is
    reported. A draft below docs/_drafts is read where it is given. Codes are divided by commas;
    `explain` lists them.
    """
    codes = (select or frozenset(RULES)) - ignore
    if not codes:
        raise click.UsageError("the codes selected are all ignored: nothing is left to report")
    if reading and format_ != "text":
        raise click.UsageError("--reading is for people: leave --format out")
    try:
        report = _check(root, frozenset(shown_path(path, root) for path in paths), codes, reading)
    except InputProblems as error:
        report = Report(root, error.problems)
    say(FORMATS[format_](report))
    sys.exit(1 if report.problems else 0)


def _check(root: Path, paths: frozenset[str], codes: frozenset[str], with_reading: bool) -> Report:
    config = load_site_config(root)
    drafts = chosen_drafts(config, paths)
    with keeping(config):
        ledger = read_manuscript(config, processes=os.cpu_count() or 1, drafts=drafts)
        findings = tuple(ledger.findings)
    if paths:
        known = checked_paths(config) | {found.place.path for found in findings}
        refuse_unknown(config, paths, known)
    selection = Selection(paths, codes)
    kept = tuple(found for found in findings if selection.keeps(found))
    elsewhere = len(Report(root, findings).problems) - len(Report(root, kept).problems)
    pages = [page for page in ledger.pages.values() if selection.covers(page.page.path)]
    reading = describe_reading(pages, ledger.library) if with_reading and pages else ""
    return Report(root, kept, replace(count_totals(ledger), elsewhere=elsewhere), reading)
