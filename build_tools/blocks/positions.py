"""The block `positions`: what two sides hold, point by point, and which outlets carry it."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from build_tools.blocks.block import (
    CODE,
    BlockContext,
    BlockKind,
    citations_in,
    cited_records,
    refuse,
    wrong,
)
from build_tools.files.models import Label, StrictModel, Text
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.problems import Problem
from build_tools.syntax.citations import Citation, CitationError


class PositionModel(StrictModel):
    """One point, and what each side says of it: a cited statement."""

    point: Label = Field(description="What the row is about.")
    sides: Annotated[dict[Label, Text], Field(min_length=2, max_length=2)] = Field(
        description="By the name of a side: a cited statement of what it says."
    )


class PositionsModel(StrictModel):
    """Two sides; every point has a statement of each."""

    caption: Text = Field(description="What stands above the table.")
    points: Annotated[tuple[PositionModel, ...], Field(min_length=1)] = Field(
        description="The rows; each has the same two sides."
    )


def _citations(text: str) -> tuple[Citation, ...]:
    """Return the citations of a text; none where one is wrong, which is reported as it is read."""
    try:
        return citations_in(text)
    except CitationError:
        return ()


def _problems(model: PositionsModel, lined: LinedYaml, around: BlockContext) -> Iterator[Problem]:
    sides = list(model.points[0].sides)
    for index, point in enumerate(model.points):
        keys: KeyPath = ("points", index, "sides")
        if set(point.sides) != set(sides):
            message = f"the sides must be those of the first point: {' and '.join(sides)}"
            yield wrong(lined, keys, message)
        for side, text in point.sides.items():
            for id_ in dict.fromkeys(citation.key for citation in _citations(text)):
                if id_ in around.library.broken:
                    place = lined.place_of((*keys, side))
                    yield around.library.must_load(id_, place).under(CODE)


def _cell(side: str, text: str, around: BlockContext) -> dict[str, Any]:
    """Return a statement with the outlets whose paragraphs it cites, each once.

    One that follows another of them says so: the two are one witness.
    """
    records = cited_records(text, around)
    outlets = [
        {
            "name": record.outlet,
            "href": around.link(f"{around.sources_folder}/{id_}.md"),
            "after": records[record.derived_from.id].outlet
            if record.derived_from and record.derived_from.id in records
            else "",
        }
        for id_, record in records.items()
    ]
    return {"side": side, "text": text, "outlets": outlets}


def _prepare(model: PositionsModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:
    refuse(_problems(model, lined, around))
    # Each point may have the sides in an order of its own.
    sides = list(model.points[0].sides)
    points = [
        {"label": point.point, "cells": [_cell(side, point.sides[side], around) for side in sides]}
        for point in model.points
    ]
    return {"caption": model.caption, "sides": sides, "points": points}


POSITIONS = BlockKind(
    "positions",
    PositionsModel,
    _prepare,
    "What two sides hold, point by point. The build names the outlets below each, so that the "
    "sentence need not.",
    """\
caption: What Kestria and Orlavia say of the bell
points:
  - point: Its name
    sides:
      Kestria: It is known there as the Harbour Bell [@harbour-post-2015, para. 3; @osten-2019, para. 6].
      Orlavia: It is called Saint Ilva's Bell [@harbour-post-2015, para. 3; @meridian-2019, para. 6].
  - point: How it left Ilvany
    sides:
      Kestria: The town council sold it [@harbour-post-2015, para. 3].
      Orlavia: Kestrian sailors carried it off [@harbour-post-2015, para. 3].
""",  # noqa: E501
)
