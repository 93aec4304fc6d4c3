"""The YAML at the head of a page: validated, with the lines it takes counted."""

import re
from dataclasses import dataclass
from typing import Literal

from build_tools.problems import InputProblems, Problem
from build_tools.validation import StrictModel, validate
from build_tools.yaml_lines import parse_yaml

# The form that MkDocs reads: https://www.mkdocs.org/user-guide/writing-your-docs/#meta-data
_FRONT_MATTER = re.compile(r"^---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)


class PageMeta(StrictModel):
    """What a page may say of itself. `claims: none` marks a page that states nothing of sources."""

    title: str = ""
    description: str = ""
    claims: Literal["none"] | None = None
    hide: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageSource:
    """A page divided: its front matter, its Markdown, the line where the Markdown starts."""

    meta: PageMeta
    body: str
    first_line: int
    problems: tuple[Problem, ...]


def parse_page(text: str, path: str) -> PageSource:
    """Divide a page as MkDocs does. Wrong front matter is a problem, never an exception."""
    text = text.removeprefix("\ufeff")
    match = _FRONT_MATTER.match(text)
    if not match:
        body = text.lstrip("\n")
        return PageSource(PageMeta(), body, text[: len(text) - len(body)].count("\n") + 1, ())
    rest = text[match.end() :]
    body = rest.lstrip("\n")
    first_line = text[: len(text) - len(body)].count("\n") + 1
    meta, problems = PageMeta(), ()
    try:
        lined = parse_yaml(match[1], path, first_line=2)
        meta = validate(PageMeta, lined, "front-matter", "the head of docs/index.md")
    except InputProblems as error:
        return PageSource(meta, body, first_line, error.problems)
    return PageSource(meta, body, first_line, problems)
