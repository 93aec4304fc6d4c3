"""`draft`: a draft on a source."""

from pathlib import Path

import click

from build_tools.cli.draft import write_draft
from build_tools.cli.say import say
from build_tools.cli.sources import load_sources, source_of
from build_tools.cli.uninterrupted import uninterrupted
from build_tools.files.site_config import load_site_config


@click.command()
@click.argument("source_id", metavar="SOURCE")
@click.option("--event", is_flag=True, help="With the keys of an event, to be filled in.")
@click.pass_obj
def command(root: Path, source_id: str, *, event: bool) -> None:
    """Write a draft on a SOURCE, docs/_drafts/SOURCE.md, which the site does not publish.

    Each paragraph's citation is in place, below the article's words in a comment. `check` with the
    path of the draft reads it as if it were published. Nothing is written over.
    """
    source = source_of(load_sources(root), source_id)
    config = load_site_config(root)
    with uninterrupted():
        path = write_draft(config, source, event=event)
        shown = path.relative_to(config.root).as_posix()
        say(f"Written: {shown}. What is left to write: python -m build_tools check {shown}")
