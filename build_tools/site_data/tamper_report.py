"""What the checks caught when the tamper test altered the pages: `docs/_data/tamper.yml`."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import StrictModel, Text
from build_tools.problems import Problem

Share = Annotated[float, Field(ge=0, le=1)]


class TamperedKind(StrictModel):
    """How many alterations of one kind were made, how many the checks caught, and the bar."""

    kind: Text
    made: int = Field(gt=0)
    caught: int = Field(ge=0)
    bar: Share


class TamperReport(StrictModel):
    """The table of the last tamper test."""

    kinds: tuple[TamperedKind, ...]


def load_tamper_report(
    path: Path,
    shown: str,
    docs: Path,  # noqa: ARG001 - as every data file is loaded
) -> tuple[TamperReport | None, tuple[Problem, ...]]:
    """Load the report; None where there is none, or with problems a wrong one."""
    report, _, problems = load_data(
        TamperReport, path, shown, "tamper", "what `make golden` writes there"
    )
    return report, problems


TAMPER = DataFile[TamperReport | None]("_data/tamper.yml", None, load_tamper_report)
