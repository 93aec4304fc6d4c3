"""Pages that stand in front of articles, or list them."""

import re
from collections.abc import Sequence
from pathlib import Path

import yaml

from build_tools.intake.classes import Proposed
from build_tools.intake.given_lines import GivenLine
from build_tools.lines.shape import count_words

_ARTICLE, _LINKS, _TITLE = 120, 12, 4


def gate_of(lines: Sequence[Proposed]) -> str:
    """Return which gate a page is, else nothing.

    An article of some length below a banner is none.
    """
    if _words(lines) >= _ARTICLE:
        return ""
    text = " ".join(line.text for line in lines)
    signs = yaml.safe_load(Path(__file__).with_name("gates.yml").read_text(encoding="utf-8"))
    return next((gate for gate, form in signs.items() if re.search(form, text, re.I)), "")


def is_listing(given: Sequence[GivenLine], lines: Sequence[Proposed]) -> bool:
    """Tell whether a page is a list of links to articles, with little else."""
    links = [line for line in given if line.linked == 1 and count_words(line.text) >= _TITLE]
    return len(links) > _LINKS and _words(lines) < _ARTICLE


def _words(lines: Sequence[Proposed]) -> float:
    return sum(count_words(line.text) for line in lines if line.kind == "body")
