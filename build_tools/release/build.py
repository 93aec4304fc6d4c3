"""Run MkDocs, strictly, and put the editions that were frozen beside what it makes."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile


def build_site(folder: Path, **variables: str) -> bool:
    """Build the site of the working folder into another; tell whether nothing was to warn of.

    `variables` are added to the environment.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    return subprocess.run(command, env=os.environ | variables, check=False).returncode == 0


def add_editions(archives: Path, site: Path) -> None:
    """Unpack each edition in a folder of archives at its place below a site."""
    for path in sorted(archives.glob("*.zip")):
        with ZipFile(path) as archive:
            archive.extractall(site / archives.name)
