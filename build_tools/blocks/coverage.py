"""The block `coverage`: who reported what. Rows are points, columns are the reports."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from build_tools.blocks.block import CODE, BlockContext, BlockKind, citations_in, refuse, wrong
from build_tools.files.models import Label, StrictModel, Text
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.problems import Problem
from build_tools.syntax.citations import CitationError


class PointModel(StrictModel):
    """One point, and what each report has on it: a cited paraphrase, or a cited absence.

    `differ` says that the reports that have it do not say the same: none is a witness for another.
    """

    point: Label = Field(description="What the row is about.")
    differ: bool = Field(
        default=False,
        description="Whether the reports that have it do not say the same. Where both can be "
        "right, give what one has more a row of its own.",
    )
    reports: Annotated[dict[str, Text], Field(min_length=1)] = Field(
        description="By the id of the source: what it has on the point, citing it alone, or an "
        "absence."
    )


class CoverageModel(StrictModel):
    """One matrix; every point has a cell for each of the same reports.

    With a `title` it is folded below that: for a page that tells the same as a story.
    """

    title: Label | None = Field(default=None, description="With one, the table is folded below it.")
    caption: Text = Field(description="What stands above the table.")
    points: Annotated[tuple[PointModel, ...], Field(min_length=1)] = Field(
        description="The rows; each has a cell for each of the same reports."
    )


def _problem_of_cell(id_: str, text: str) -> str:
    try:
        cited = {citation.key for citation in citations_in(text)}
    except CitationError as error:
        return f"the cell must cite {id_}: {error}"
    return "" if cited == {id_} else f"the cell must cite {id_}, and no other source"


def _problems(model: CoverageModel, lined: LinedYaml, around: BlockContext) -> Iterator[Problem]:
    columns = list(model.points[0].reports)
    for id_ in columns:
        if id_ in around.library.broken:
            place = lined.place_of(("points", 0, "reports", id_))
            yield around.library.must_load(id_, place).under(CODE)
    for index, point in enumerate(model.points):
        keys: KeyPath = ("points", index, "reports")
        missing = [id_ for id_ in columns if id_ not in point.reports]
        if missing:
            message = f"the point must have a cell for {', '.join(missing)}, as the first one has"
            hint = f'{missing[0]}: Not in this article [@{missing[0]}, no mention of "a term"].'
            yield wrong(lined, keys, message, hint)
        for id_, text in point.reports.items():
            if id_ not in {*around.library.sources, *around.library.broken}:
                nearest = around.library.nearest_id(id_)
                message = f"a column must be a source; there is no '{id_}'"
                hint = f"did you mean '{nearest}'?" if nearest else ""
                yield wrong(lined, (*keys, id_), message, hint)
            elif id_ not in columns:
                message = f"the column '{id_}' must be in the first point as well"
                yield wrong(lined, (*keys, id_), message)
            elif message := _problem_of_cell(id_, text):
                yield wrong(lined, (*keys, id_), message, f"[@{id_}, para. 1]")


def _cell(id_: str, text: str, around: BlockContext) -> dict[str, Any]:
    source = around.library.sources[id_]
    citations = citations_in(text)
    numbers = sorted({n for c in citations if c.locator for n in c.locator.numbers})
    page = around.link(f"{around.sources_folder}/{id_}.md")
    return {
        "outlet": source.record.outlet,
        "text": text,
        "absent": not numbers,
        "paragraphs": [{"number": n, "href": f"{page}#para-{n}"} for n in numbers],
    }


def _prepare(model: CoverageModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:
    refuse(_problems(model, lined, around))
    sources = around.library.sources
    # Each point may list the reports in an order of its own.
    columns = list(model.points[0].reports)
    rows = []
    for point in model.points:
        cells = [_cell(id_, point.reports[id_], around) for id_ in columns]
        origins = {
            sources[id_].record.origin_of(p["number"] for p in cell["paragraphs"])
            for id_, cell in zip(columns, cells, strict=True)
            if not cell["absent"]
        }
        have = [cell["outlet"] for cell in cells if not cell["absent"]]
        rows.append(
            {
                "point": point.point,
                "cells": cells,
                "have": have,
                "origins": len(origins),
                "differ": point.differ,
            }
        )
    reports = [
        {
            "outlet": sources[id_].record.outlet,
            "href": around.link(f"{around.sources_folder}/{id_}.md"),
        }
        for id_ in columns
    ]
    return {"title": model.title, "caption": model.caption, "reports": reports, "rows": rows}


COVERAGE = BlockKind(
    "coverage",
    CoverageModel,
    _prepare,
    "Who reported what: a row for each point, a column for each report. The build says which "
    "report alone has a point, or how many origins share it.",
    """\
caption: Who reported what of the call of 16 May 2019
points:
  - point: Length
    reports:
      meridian-2019: 35 minutes [@meridian-2019, para. 3].
      osten-2019: 35 minutes, the office said [@osten-2019, para. 2].
  - point: A poll
    reports:
      meridian-2019: 58 percent opposed the return [@meridian-2019, para. 10].
      osten-2019: Not in this article [@osten-2019, no mention of "poll"].
""",
)
