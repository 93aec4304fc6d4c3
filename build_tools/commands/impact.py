"""`impact`: what a new source means for the pages."""

import os
from pathlib import Path

import click

from build_tools.cli.say import say
from build_tools.cli.sources import load_sources, source_of
from build_tools.files.site_config import load_site_config
from build_tools.impact.report import describe_impact
from build_tools.manuscript.read import read_manuscript


@click.command()
@click.argument("source_id", metavar="SOURCE")
@click.pass_obj
def command(root: Path, source_id: str) -> None:
    """List what a new SOURCE could make false, contradict or add to on the pages.

    Each place on a page stands with the paragraph to read beside it. Statements that cite the
    source are left out.
    """
    library = load_sources(root)
    source = source_of(library, source_id)
    ledger = read_manuscript(load_site_config(root), library, processes=os.cpu_count() or 1)
    say(describe_impact(ledger, source), nl=False)
