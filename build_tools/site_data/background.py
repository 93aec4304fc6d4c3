"""The facts from outside the articles, `docs/_data/background.yml`, and where to look each one up.

The build checks none of them. They are shown in boxes that say so, and no statement rests on one.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import LONGEST_CAPTION, Id, SeenText, StrictModel, Text
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import Problem
from build_tools.text.dates import AnyDate, format_edtf
from build_tools.text.sentences import split_sentences

CODE = "background"
# The page that shows them, below docs.
BACKGROUND_PAGE = "background.md"
Address = Annotated[str, Field(pattern=r"^https://[^\s()<>\"'\\]+$")]


class Document(StrictModel):
    """A document in which to look a fact up; `url` is its own address, where that is known."""

    name: Text
    url: Address | None = None


class OutsideFact(StrictModel):
    """One dated fact in plain text, with the documents to look for.

    `shown` is for a date that is better given in words. With a `label`, a few words that stand
    beside its date there, the fact is in the picture of the timeline.
    """

    id: Id
    when: AnyDate
    shown: SeenText = ""
    label: Annotated[SeenText, Field(max_length=LONGEST_CAPTION)] = ""
    fact: Text
    documents: Annotated[tuple[Document, ...], Field(min_length=1, alias="look-for")]

    @property
    def anchor(self) -> str:
        """Its id on a page that shows it."""
        return f"background-{self.id}"

    @property
    def date(self) -> str:
        """The date in words."""
        return self.shown or format_edtf(self.when)

    @property
    def first_sentence(self) -> str:
        """What to say of it where there is room for one sentence."""
        start, end = split_sentences(self.fact)[0]
        return self.fact[start:end]


class BackgroundFile(StrictModel):
    """The file of facts, in the order of time; its head explains the keys."""

    facts: tuple[OutsideFact, ...] = ()


def load_background(
    path: Path,
    shown: str,
    docs: Path,  # noqa: ARG001 - as every data file is loaded
) -> tuple[BackgroundFile, tuple[Problem, ...]]:
    """Load the facts; none where the file is missing, or wrong, which is a problem."""
    file, lined, problems = load_data(BackgroundFile, path, shown, CODE, "an entry of the file")
    if not file or not lined:
        return BackgroundFile(), problems
    return file, tuple(_check(file, lined))


BACKGROUND = DataFile("_data/background.yml", BackgroundFile(), load_background, BackgroundFile)


def _check(file: BackgroundFile, lined: LinedYaml) -> Iterator[Problem]:
    """Find ids given twice, and facts that cite an article."""
    ids = [fact.id for fact in file.facts]
    for index, fact in enumerate(file.facts):
        if fact.id in ids[:index]:
            message = f"'id' must be of one fact; '{fact.id}' is taken"
            yield Problem(lined.place_of(("facts", index, "id")), CODE, message)
        if "[@" in fact.fact:
            message = "a fact from outside the articles must cite none"
            hint = "what an article bears out goes into a page, as a statement"
            yield Problem(lined.place_of(("facts", index, "fact")), CODE, message, hint)
