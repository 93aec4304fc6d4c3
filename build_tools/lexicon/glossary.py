"""The words that the site explains: each with its definition, and the forms it has in prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from build_tools.expressions import expression
from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import Label, StrictModel, Text
from build_tools.problems import Problem
from build_tools.syntax.citations import CitationError, parse_citations
from build_tools.templating import make_anchor


class Term(StrictModel):
    """A term; `claims: none` marks a definition that states nothing of the sources.

    `outside` is what the word means anywhere, from outside the articles: shown first and marked as
    such.

    `forms` are what prose writes for it, where that is not the term itself; `[]` for words that
    are not to be explained where they stand.
    """

    term: Label
    says: Text
    outside: Text | None = None
    forms: tuple[Text, ...] | None = None
    claims: str = Field(default="", pattern="^(none)?$")

    @property
    def anchor(self) -> str:
        """The id of the term on the page of the glossary."""
        return f"term-{make_anchor(self.term)}"

    @property
    def written(self) -> tuple[str, ...]:
        """What prose writes for it."""
        return (self.term,) if self.forms is None else self.forms

    @property
    def definition(self) -> str:
        """What it says, without citations and comments; empty where that makes no sentence."""
        if self.outside:
            return f"{self.outside} (From outside the evidence.)"
        says = _COMMENT.sub("", self.says)
        text, end = "", 0
        try:
            for group in parse_citations(says):
                if group.narrative:
                    return ""  # It is a word of its sentence.
                text += says[end : group.start].rstrip()
                end = group.end
        except CitationError:
            return ""  # It is shown on the glossary's page, where it is a problem.
        return " ".join((text + says[end:]).split())


class TermGroup(StrictModel):
    """Terms below one heading."""

    title: Label
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]


class GlossaryFile(StrictModel):
    """`docs/_data/glossary.yml`; its head explains the keys."""

    groups: Annotated[tuple[TermGroup, ...], Field(min_length=1)]


_COMMENT = expression(r"(?:(?<!\s)\s++)?+<!--(?:(?!-->|<!--).)*+-->", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Glossary:
    """All terms, in the order of the file."""

    terms: tuple[Term, ...] = ()

    def forms(self) -> Iterator[tuple[str, Term]]:
        """Yield each form with its term."""
        for term in self.terms:
            for form in term.written:
                yield form, term


def load_glossary(
    path: Path,
    shown: str,
    docs: Path,  # noqa: ARG001 - as every data file is loaded
) -> tuple[Glossary, tuple[Problem, ...]]:
    """Load the terms; none where the file is missing or wrong.

    What is wrong in it is found where the page of the glossary shows it.
    """
    file, _, _ = load_data(GlossaryFile, path, shown, "block", "the comments of the file")
    groups = file.groups if file else ()
    return Glossary(tuple(term for group in groups for term in group.terms)), ()


GLOSSARY = DataFile("_data/glossary.yml", Glossary(), load_glossary, GlossaryFile)
