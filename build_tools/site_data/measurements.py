"""What the checks catch, as measured: the two tables that `make measure` writes for the site.

The tests measure it too, and hold it to floors of their own; they never read these tables.
"""

from math import sqrt
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import Model, StrictModel, Text
from build_tools.problems import Problem
from build_tools.site_data.days import Day

CODE = "measurements"
Commit = Annotated[str, Field(pattern=r"^[0-9a-f]{7,40}$")]
Count = Annotated[int, Field(ge=0)]
Made = Annotated[int, Field(gt=0)]


class AlteredKind(StrictModel):
    """How many facts of one kind were altered, and how many of these alterations were caught.

    One is surfaced where it is caught or a stand-in is asked for.
    """

    kind: Text
    made: Made
    caught: Count
    surfaced: Count

    @model_validator(mode="after")
    def _check_parts(self) -> "AlteredKind":
        return _check_parts(self, self.made, self.caught, self.surfaced)


class AlteredFacts(StrictModel):
    """What was caught of single facts altered in a copy of the pages, when and at which commit."""

    date: Day
    commit: Commit
    kinds: Annotated[tuple[AlteredKind, ...], Field(min_length=1)]


class Honest(StrictModel):
    """Of some true statements, how many were refused and how many stand-ins were asked for."""

    made: Made
    refused: Count
    asked: Count

    @model_validator(mode="after")
    def _check_parts(self) -> "Honest":
        return _check_parts(self, self.made, self.refused)


class TrueStatements(Honest):
    """The true statements on one library."""

    library: Text


class FalseStatements(StrictModel):
    """Results for the false statements of one kind on one library, and for their true twins.

    A false statement is surfaced where it is caught or a stand-in is asked for, and told apart
    where it is caught and its true twin is not refused.
    """

    library: Text
    kind: Text
    made: Made
    caught: Count
    surfaced: Count
    told_apart: Count = Field(alias="told-apart")
    twins: Honest

    @model_validator(mode="after")
    def _check_parts(self) -> "FalseStatements":
        return _check_parts(self, self.made, self.caught, self.surfaced, self.told_apart)


class MeasuredStatements(StrictModel):
    """Results for statements whose truth is known, when and at which commit."""

    date: Day
    commit: Commit
    false: Annotated[tuple[FalseStatements, ...], Field(min_length=1, alias="false-statements")]
    true: Annotated[tuple[TrueStatements, ...], Field(min_length=1, alias="true-statements")]


def _check_parts(model: Model, made: int, *parts: int) -> Model:
    if max(parts) > made:
        raise ValueError(f"no count may be greater than the {made} that were made")
    return model


def wilson_interval(count: int, made: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, by Wilson's score: it holds for small numbers too."""
    z = 1.96
    share, middle = count / made, z * z / (2 * made)
    half = z * sqrt(share * (1 - share) / made + (z / (2 * made)) ** 2)
    low, high = ((share + middle + sign * half) / (1 + 2 * middle) for sign in (-1, 1))
    return max(0.0, low), min(1.0, high)


def _file(model: type[Model], path: str) -> DataFile[Model | None]:
    """Describe a table that may be missing: a missing or wrong one is None."""

    def load(
        path: Path,
        shown: str,
        docs: Path,  # noqa: ARG001 - as every data file is loaded
    ) -> tuple[Model | None, tuple[Problem, ...]]:
        table, _, problems = load_data(model, path, shown, CODE, "what `make measure` writes there")
        return table, problems

    return DataFile(path, None, load, model)


ALTERED_FACTS = _file(AlteredFacts, "_data/altered-facts.yml")
MEASURED_STATEMENTS = _file(MeasuredStatements, "_data/measured-statements.yml")
