"""Every kind of block, by the word after its opening fence."""

from typing import Any

from build_tools.blocks.background import BACKGROUND_BLOCK
from build_tools.blocks.block import BlockKind
from build_tools.blocks.coverage import COVERAGE
from build_tools.blocks.differs import DIFFERS
from build_tools.blocks.drawn import CORRECTIONS
from build_tools.blocks.event import COMPARISON, EVENT
from build_tools.blocks.glossary import GLOSSARY
from build_tools.blocks.passage import PASSAGE
from build_tools.blocks.positions import POSITIONS
from build_tools.blocks.summary import SUMMARY
from build_tools.blocks.timeline import TIMELINE
from build_tools.blocks.ways import WAYS

BLOCKS: dict[str, BlockKind[Any]] = {
    kind.name: kind
    for kind in (
        SUMMARY,
        COVERAGE,
        DIFFERS,
        POSITIONS,
        PASSAGE,
        EVENT,
        WAYS,
        COMPARISON,
        TIMELINE,
        GLOSSARY,
        CORRECTIONS,
        BACKGROUND_BLOCK,
    )
}
