"""Freeze the site as it is committed: `python -m build_tools.edition`, from the project's folder.

`SITE_URL` says where the site is published. The edition is packed in `editions/`, from where each
build of the site puts it at its permanent address; commit it, with its record.
"""

import os
from pathlib import Path

import click

from build_tools.edition.freeze import EditionError, freeze
from build_tools.files.site_config import load_site_config
from build_tools.problems import InputProblems
from build_tools.release.build import build_site
from build_tools.release.replacement import TargetError
from build_tools.review.revision import RevisionError, find_head


@click.command()
def main() -> None:
    """Freeze the site as it is committed, under its date and commit."""
    address = os.environ.get("SITE_URL", "").rstrip("/")
    if not address.startswith("https://"):
        raise click.ClickException(
            "SITE_URL must be the address at which the site is published, https://…: an edition "
            "keeps it for good"
        )
    try:
        config = load_site_config(Path())
        edition, archive = freeze(
            config,
            find_head(config.root),
            f"{address}/",
            lambda folder, own: build_site(folder, SITE_URL=own),
        )
    except (EditionError, InputProblems, RevisionError, TargetError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{edition.name}: {len(edition.new)} new, {len(edition.gone)} gone.")
    click.echo(f"Commit {archive.relative_to(config.root)} and docs/_data/editions.yml.")


if __name__ == "__main__":
    main(prog_name="python -m build_tools.edition")
