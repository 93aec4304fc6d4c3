"""`add-source`: an article with its record."""

import sys
from pathlib import Path

import click

from build_tools.cli.add_source import Known, propose_files, write_new
from build_tools.cli.say import say
from build_tools.cli.uninterrupted import uninterrupted
from build_tools.files.site_config import load_site_config
from build_tools.intake.refusal import RefusedSourceError
from build_tools.manuscript.read import load_site_library
from build_tools.templating import render


@click.command()
@click.argument("given", metavar="FILE")
@click.option("--id", "source_id", required=True, metavar="ID", help="As people will cite it.")
@click.option("--url", default="", metavar="URL", help="The address of the article.")
@click.option("--event", metavar="SOURCE", help="A source here that reports the same event.")
@click.option(
    "--version-of", metavar="SOURCE", help="A source here of which it is another version."
)
@click.pass_obj
def command(
    root: Path, given: str, source_id: str, *, url: str, event: str | None, version_of: str | None
) -> None:
    """Add the article in FILE, saved HTML or pasted text, to seeds/; `-` reads it from the input.

    A class is proposed for each line, and what the page says of itself goes into the record. Each
    guess is listed there under `to-confirm`, and `check` fails until a person has taken it out.
    """
    try:
        config = load_site_config(root)
        library = load_site_library(config)
        known = Known(url, event, version_of)
        files = propose_files(given, source_id, known, seeds=config.seeds, library=library)
        with uninterrupted():
            written = write_new(config.seeds, files)
            shown = [path.relative_to(config.root).as_posix() for path in written]
            say(render("added-source.txt.j2", id=source_id, files=shown), nl=False)
    except RefusedSourceError as error:
        say(f"Error: {error}", err=True)
        sys.exit(1)
