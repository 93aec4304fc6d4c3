"""Bibliographies as files, in the formats that reference managers, Pandoc and LaTeX read."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from build_tools.expressions import expression
from build_tools.generated.items import Item
from build_tools.templating import render

# Pandoc reads each text in such a file as Markdown: what may mean something there, or would be
# made typographic, and what would begin a list.
_MARKDOWN = expression(r"[\\`*_{}\[\]<>#@$^~|\"'&]|(?<=-)-|(?<=\.)\.|^[-+:%]|^\(")
_LIST = expression(r"^(\w+)([.)])(?=\s)")
# TeX's own signs, and how they are written. https://ctan.org/pkg/biblatex
_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    # By themselves they open and close a quotation.
    | {"`": r"\`{}", "'": r"\textquotesingle{}"}
)


@dataclass(frozen=True)
class Format:
    """A format of bibliographies: what readers call it, the end of a file's name, its writer."""

    name: str
    suffix: str
    render: Callable[[Sequence[Item]], str]


def render_csl_json(items: Sequence[Item]) -> str:
    """Return the items as CSL-JSON."""
    return json.dumps([item.csl() for item in items], ensure_ascii=False, indent=2) + "\n"


def render_csl_yaml(items: Sequence[Item]) -> str:
    """Return the items as a head of Pandoc's Markdown, with its key `references`."""
    listed = "\n" + "".join(map(_reference, items)) if items else " []\n"
    return f"---\nreferences:{listed}...\n"


@lru_cache(maxsize=1_000)
def _reference(item: Item) -> str:
    """Return one entry of the list; most articles are on many pages."""
    entries = [_for_pandoc(item.csl())]
    text: str = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=10_000)
    return text


def _for_pandoc(value: Any, key: str = "") -> Any:
    """Escape texts, for they are read as Markdown; an id, a type and a language are not."""
    if isinstance(value, dict):
        return {name: _for_pandoc(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_for_pandoc(inner, key) for inner in value]
    if isinstance(value, str) and key not in ("id", "type", "language"):
        return _LIST.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\g<0>", value))
    return value


def render_biblatex(items: Sequence[Item]) -> str:
    """Return the items as BibLaTeX, with the year alone for BibTeX, which knows no days."""
    return render("references/biblatex.j2", items=items, tex=_tex)


def _tex(text: str) -> str:
    return text.translate(_TEX)


def render_ris(items: Sequence[Item]) -> str:
    """Return the items as RIS; of a day that is one of two, only its field Y1 has both."""
    return render("references/ris.j2", items=items)


FORMATS = (
    Format("CSL-JSON", ".csl.json", render_csl_json),
    Format("CSL-YAML", ".csl.yaml", render_csl_yaml),
    Format("BibLaTeX", ".bib", render_biblatex),
    Format("RIS", ".ris", render_ris),
)
