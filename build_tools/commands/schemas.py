"""`schemas`: what editors know of the files."""

from pathlib import Path

import click

from build_tools.cli.say import say
from build_tools.cli.uninterrupted import uninterrupted
from build_tools.editor.schemas import write_editor_files
from build_tools.files.site_config import load_site_config


@click.command()
@click.pass_obj
def command(root: Path) -> None:
    """Write the JSON Schemas and snippets that editors read, from the models of the code."""
    try:
        folder = load_site_config(root).root
        with uninterrupted():
            written = write_editor_files(folder)
            say(f"Written: {written} files in schemas/ and .vscode/.")
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
