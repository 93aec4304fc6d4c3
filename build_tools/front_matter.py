"""The YAML at the head of a page: validated, with its facts put into the page."""

import re
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from build_tools.problems import InputProblems, Place, Problem
from build_tools.templating import render
from build_tools.validation import StrictModel, validate
from build_tools.yaml_lines import LinedYaml, parse_yaml

# The form that MkDocs reads: https://www.mkdocs.org/user-guide/writing-your-docs/#meta-data
_FRONT_MATTER = re.compile(r"^---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
FACTS_MARK = "<!-- facts -->"


class PageMeta(StrictModel):
    """What a page may say of itself.

    `claims: none` marks a page that states nothing of sources. `facts` are cited statements by
    label, shown as a table where the page has the line `<!-- facts -->`.
    """

    title: str = ""
    description: str = ""
    claims: Literal["none"] | None = None
    facts: dict[str, str] = Field(default_factory=dict)
    hide: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class LineOrigin:
    """Where a line of a page's Markdown is written: its line in the file, and how far aside."""

    line: int
    shift: int = 0


@dataclass(frozen=True)
class PageSource:
    """A page divided: its front matter, and its Markdown with the facts, line by line."""

    meta: PageMeta
    body: str
    origins: tuple[LineOrigin, ...]
    problems: tuple[Problem, ...] = ()


def parse_page(text: str, path: str) -> PageSource:
    """Divide a page as MkDocs does. Wrong front matter is a problem, never an exception."""
    text = text.removeprefix("\ufeff")
    match = _FRONT_MATTER.match(text)
    body = text[match.end() if match else 0 :].lstrip("\n")
    first_line = text[: len(text) - len(body)].count("\n") + 1
    lines = body.split("\n")
    origins = [LineOrigin(first_line + index) for index in range(len(lines))]
    if not match:
        return PageSource(PageMeta(), body, tuple(origins))
    try:
        lined = parse_yaml(match[1], path, first_line=2)
        meta = validate(PageMeta, lined, "front-matter", "the head of docs/index.md")
        _insert_facts(meta, lined, lines, origins)
    except InputProblems as error:
        return PageSource(PageMeta(), body, tuple(origins), error.problems)
    return PageSource(meta, "\n".join(lines), tuple(origins))


def _insert_facts(
    meta: PageMeta, lined: LinedYaml, lines: list[str], origins: list[LineOrigin]
) -> None:
    """Put the facts in place of their mark; raises InputProblems where one is without the other."""
    marks = [index for index, line in enumerate(lines) if line.strip() == FACTS_MARK]
    if not marks and not meta.facts:
        return
    if len(marks) != 1 or not meta.facts:
        place = Place(lined.path, origins[marks[-1]].line) if marks else lined.place_of(("facts",))
        message = f"a page with facts must have one line '{FACTS_MARK}', where they are shown"
        hint = "facts are given in the front matter, as 'facts:' with a label for each"
        raise InputProblems([Problem(place, "front-matter", message, hint)])
    table = render("facts.md.j2", facts=meta.facts).rstrip("\n").split("\n")
    head = len(table) - len(meta.facts)
    written = [LineOrigin(lined.place_of(("facts",)).line)] * head
    for label, row in zip(meta.facts, table[head:], strict=True):
        value = lined.values[("facts", label)]
        written.append(LineOrigin(value.line, value.column - row.index(" | ") - len(" | ") - 1))
    lines[marks[0] : marks[0] + 1] = table
    origins[marks[0] : marks[0] + 1] = written
