"""`new-page`: a page to be filled."""

import datetime
from pathlib import Path

import click

from build_tools.assembly import generated_pages
from build_tools.cli.new_page import NewPage, check_name, title_of, write_page
from build_tools.cli.say import say
from build_tools.cli.sources import load_sources, source_of
from build_tools.cli.uninterrupted import uninterrupted
from build_tools.files.site_config import load_site_config
from build_tools.manuscript.read import load_site_library


@click.command()
@click.argument("name")
@click.option("--title", metavar="TEXT", help="The title; without it you are asked.")
@click.option("--description", metavar="TEXT", help="One sentence for search engines and the feed.")
@click.option("--event", metavar="SOURCE", help="A source on the call or meeting of the page.")
@click.pass_obj
def command(
    root: Path, name: str, *, title: str | None, description: str | None, event: str | None
) -> None:
    """Write a new page, docs/NAME.md, and list it where a page must be listed.

    It gets its date in docs/_data/changes/ and a line in the navigation, after the last page of its
    folder, unless an entry there is for the whole folder. With --event its head has the keys of an
    event, to be filled in. Nothing is written over.
    """
    on = source_of(load_sources(root), event) if event else None
    config = load_site_config(root)
    made = (page.uri for page in generated_pages(load_site_library(config)))
    uri = check_name(config, name, made)
    title = title or click.prompt("Title", default=title_of(uri))
    description = description or click.prompt("What the page tells, in one sentence")
    page = NewPage(uri, title, description)
    with uninterrupted():
        files = write_page(config, page, datetime.date.today(), on)
        shown = [path.relative_to(config.root).as_posix() for path in files]
        say(f"Written: {', '.join(shown)}. Once you write: python -m build_tools check {shown[0]}")
