"""The one way in which commands print."""

import click

from build_tools.printable import printable


def say(text: str = "", *, nl: bool = True, err: bool = False) -> None:
    """Print a text, cleaned of what a terminal would obey; the arguments are those of click."""
    click.echo(printable(text), nl=nl, err=err)
