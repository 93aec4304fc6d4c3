"""`generate`: the site as plain files."""

from pathlib import Path

import click

from build_tools.cli.say import say
from build_tools.files.site_config import load_site_config
from build_tools.plain_site.files import write_plain_site


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def command(root: Path, folder: Path) -> None:
    """Write the whole site to DIR as plain files, for a builder that runs no hooks.

    Pages, written and generated, are there as Markdown with finished notes, beside the data and a
    mkdocs.yml. DIR must not be there yet.
    """
    try:
        count = write_plain_site(load_site_config(root), folder)
    except FileExistsError:
        raise click.UsageError(f"'{folder}' must not be there yet") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    say(f"Written: {count} pages, in {folder}.")
