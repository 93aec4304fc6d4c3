"""The blocks of this subject alone: the map of the islands, and the table of their names."""

from typing import Any

from build_tools.blocks.block import CODE, BlockContext, BlockKind
from build_tools.blocks.drawn import NoModel
from build_tools.explainer.coastline import COAST_FILE
from build_tools.explainer.island_map import render_island_map
from build_tools.explainer.island_names import ISLANDS_FILE
from build_tools.explainer.island_table import render_island_table
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import InputProblems, Problem


def _prepare_map(model: NoModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:  # noqa: ARG001
    islands, coast = around.data.of(ISLANDS_FILE), around.data.of(COAST_FILE)
    _demand(bool(islands.groups and coast), lined, around)
    assert coast
    return {"html": render_island_map(islands, coast)}


def _prepare_islands(model: NoModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:  # noqa: ARG001
    islands, sources = around.data.of(ISLANDS_FILE), around.library.sources.values()
    _demand(bool(islands.groups), lined, around)
    articles = (p.folded.text for source in sources for p in source.article.paragraphs)
    return {"html": render_island_table(islands, articles)}


def _demand(there: bool, lined: LinedYaml, around: BlockContext) -> None:
    if not there:
        # What is wrong in a file is told of the file.
        if around.data.is_unread(ISLANDS_FILE, COAST_FILE):
            raise InputProblems([])
        message = "the files that the block is drawn from must exist and be right"
        hint = f"see docs/{ISLANDS_FILE.path} and docs/{COAST_FILE.path}"
        raise InputProblems([Problem(lined.place_of(()), CODE, message, hint)])


KINDS: tuple[BlockKind[NoModel], ...] = (
    BlockKind(
        "map",
        NoModel,
        _prepare_map,
        "The map of the islands, with both names.",
        "",
        finished=True,
        folder="explainer",
    ),
    BlockKind(
        "islands",
        NoModel,
        _prepare_islands,
        "The names of the islands in Japan and in Russia, in their scripts.",
        "",
        folder="explainer",
    ),
)
