"""The sources that a command works with; what is wrong with them is said, and ends it."""

import sys
from pathlib import Path

import click

from build_tools.cli.say import say
from build_tools.cli.selection import suggest
from build_tools.files.site_config import load_site_config
from build_tools.manuscript.read import load_site_library
from build_tools.sources.library import Library, Source


def load_sources(root: Path) -> Library:
    """Load the sources; say on the error stream which ones do not load."""
    library = load_site_library(load_site_config(root))
    for problem in library.problems:
        say(str(problem), err=True)
    if not library.sources:
        sys.exit(1)
    return library


def source_of(library: Library, source_id: str) -> Source:
    """Return a source; end where it does not load, and raise a usage error where there is none."""
    if source_id in library.broken:
        sys.exit(1)  # Its problems have been said.
    if source_id not in library.sources:
        raise click.UsageError(
            f"there is no source '{source_id}': {suggest(source_id, library.sources)}"
        )
    return library.sources[source_id]
