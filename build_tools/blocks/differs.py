"""The block `differs`: two or more passages, what differs, and what would settle it."""

from typing import Annotated, Any

from pydantic import Field

from build_tools.blocks.block import BlockContext, BlockKind, refuse
from build_tools.blocks.passage import PassageModel, draw
from build_tools.files.models import Label, StrictModel, Text
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import InputProblems, Problem


class DiffersModel(StrictModel):
    """One difference: a cited sentence, the passages it is about, and what would settle it.

    With a `title` it is folded below that: for a difference that changes little.
    """

    title: Label | None = Field(
        default=None, description="With one, the difference is folded below it."
    )
    differs: Text = Field(description="A cited sentence on what differs.")
    passages: Annotated[tuple[PassageModel, ...], Field(min_length=2)] = Field(
        description="The passages that differ, each with the keys of the block `passage`."
    )
    settle: Text = Field(description="What would settle it; it makes no claim.")


def _prepare(model: DiffersModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:
    passages: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for index, passage in enumerate(model.passages):
        try:
            passages.append(draw(passage, lined, ("passages", index), around))
        except InputProblems as error:
            problems += error.problems
    refuse(problems)
    return {
        "title": model.title,
        "differs": model.differs,
        "passages": passages,
        "settle": model.settle,
    }


DIFFERS = BlockKind(
    "differs",
    DiffersModel,
    _prepare,
    "Passages that do not say the same, side by side, without a winner.",
    """\
differs: Osten has seized, The Harbour Post carried off [@osten-2019, para. 6; @harbour-post-2015, para. 3].
passages:
  - cite: "[@osten-2019, para. 6]"
    from: seized by
    to: Kestrian sailors
  - cite: "[@harbour-post-2015, para. 3]"
    from: carried off
    to: Kestrian sailors
    occasion: by Orlavia's account
settle: Records of the Strait War of 1911, which none of these articles has.
""",  # noqa: E501
)
