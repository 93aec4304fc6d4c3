"""Run MkDocs, strictly."""

import os
import subprocess
import sys
from pathlib import Path


def build_site(folder: Path, **variables: str) -> bool:
    """Build the site of the working folder into another; tell whether nothing was to warn of.

    `variables` are added to the environment.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    return subprocess.run(command, env=os.environ | variables, check=False).returncode == 0
