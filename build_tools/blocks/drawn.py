"""The blocks that are written empty: the build draws them from the data of the site."""

from typing import Any

from build_tools.blocks.block import BlockContext, BlockKind
from build_tools.files.models import StrictModel
from build_tools.files.yaml_places import LinedYaml
from build_tools.site_data.changes import CHANGES
from build_tools.text.dates import format_edtf


class NoModel(StrictModel):
    """No keys: the block is written empty."""


def _prepare_corrections(model: NoModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:  # noqa: ARG001
    corrections = [
        {
            "date": change.date,
            "shown": format_edtf(change.date),
            "href": around.link(change.page),
            "title": change.title,
            "summary": change.summary,
        }
        for change in around.data.of(CHANGES).corrections
    ]
    return {"corrections": corrections}


CORRECTIONS = BlockKind(
    "corrections",
    NoModel,
    _prepare_corrections,
    "The dated corrections of docs/_data/changes/, the newest first.",
    "",
)
