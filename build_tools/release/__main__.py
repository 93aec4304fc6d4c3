"""Build the site, strictly: `python -m build_tools.release [--offline]`, from the project's folder.

The site takes the place of `site`, the archive for reading offline that of `site-offline.zip`.
"""

import sys
from pathlib import Path

import click

from build_tools.release.archive import write_archive
from build_tools.release.build import build_site
from build_tools.release.packing import PackingError, unpack_sites
from build_tools.release.replacement import TargetError, replace_when_built

SITE, ARCHIVE, EDITIONS = Path("site"), Path("site-offline.zip"), Path("editions")


def _build(folder: Path) -> bool:
    if built := build_site(folder):
        unpack_sites(EDITIONS, folder / EDITIONS)
    return built


def _build_archive(target: Path) -> bool:
    folder = target.with_name("site")
    if built := build_site(folder, OFFLINE="true"):
        write_archive(folder, target, ARCHIVE.stem)
    return built


@click.command()
@click.option("--offline", is_flag=True, help="Make the archive for reading from files instead.")
def main(*, offline: bool) -> None:
    """Build the site; it takes the place of the last one only if nothing is wrong with it."""
    target = ARCHIVE if offline else SITE
    build = _build_archive if offline else _build
    try:
        built = replace_when_built(
            target.absolute(),
            build,
            lambda: click.echo(
                "Another build is at work here: this one begins after it.", err=True
            ),
        )
    except (PackingError, TargetError, OSError) as error:
        raise click.ClickException(str(error)) from None
    sys.exit(0 if built else 1)


if __name__ == "__main__":
    main(prog_name="python -m build_tools.release")
