"""`show`: the numbered paragraphs of a source."""

from pathlib import Path

import click

from build_tools.cli.say import say
from build_tools.cli.sources import load_sources, source_of
from build_tools.cli.wrapping import wrapper
from build_tools.sources.references import make_reference
from build_tools.templating import render


@click.command()
@click.argument("source_id", metavar="SOURCE")
@click.pass_obj
def command(root: Path, source_id: str) -> None:
    """Show the numbered paragraphs of a SOURCE."""
    source = source_of(load_sources(root), source_id)
    paragraphs = source.article.paragraphs
    margin = len(str(len(paragraphs)))
    wrapped = [
        wrapper(" " * (margin + 2), f"{it.number:>{margin}}  ").fill(it.text) for it in paragraphs
    ]
    reference = make_reference(source.record)
    say(render("show.txt.j2", reference=reference, paragraphs=wrapped), nl=False)
