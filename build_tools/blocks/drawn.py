"""The blocks that the build draws from data of the site: map, names of islands, corrections."""

from typing import Any

from build_tools.blocks.block import CODE, BlockContext, BlockKind
from build_tools.explainer.island_map import render_island_map
from build_tools.explainer.island_table import render_island_table
from build_tools.files.models import StrictModel
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import InputProblems, Problem
from build_tools.text.dates import format_edtf


class NoModel(StrictModel):
    """Nothing: the block stands for itself."""


def _prepare_map(model: NoModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:  # noqa: ARG001
    library = around.library
    _demand(bool(library.islands.groups and library.coast), lined)
    assert library.coast
    return {"html": render_island_map(library.islands, library.coast)}


def _prepare_islands(model: NoModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:  # noqa: ARG001
    sources = around.library.sources.values()
    _demand(bool(around.library.islands.groups), lined)
    articles = (p.folded.text for source in sources for p in source.article.paragraphs)
    return {"html": render_island_table(around.library.islands, articles)}


def _demand(there: bool, lined: LinedYaml) -> None:
    if not there:
        message = "what the block is drawn from must be there, and right"
        hint = "see docs/_data/islands.yml and docs/_data/coastline.geojson"
        raise InputProblems([Problem(lined.place_of(()), CODE, message, hint)])


def _prepare_corrections(model: NoModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:  # noqa: ARG001
    corrections = [
        {
            "date": change.date,
            "shown": format_edtf(change.date),
            "href": around.link(change.page),
            "title": change.title,
            "summary": change.summary,
        }
        for change in around.library.changes.corrections
    ]
    return {"corrections": corrections}


MAP = BlockKind(
    "map", NoModel, _prepare_map, "The map of the islands, with both names.", "", finished=True
)
ISLANDS = BlockKind(
    "islands",
    NoModel,
    _prepare_islands,
    "The names of the islands in Japan and in Russia, in their scripts.",
    "",
)
CORRECTIONS = BlockKind(
    "corrections",
    NoModel,
    _prepare_corrections,
    "The dated corrections of docs/_data/changes.yml, the newest first.",
    "",
)
