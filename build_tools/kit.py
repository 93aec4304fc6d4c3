"""What the pages of a site are made and checked with, besides the library of its sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools.blocks.block import BlockKind
from build_tools.blocks.registry import BLOCKS
from build_tools.checks.catalogue import RULES, Rule
from build_tools.checks.check import Check
from build_tools.checks.registry import PAGE_CHECKS
from build_tools.files.data_files import SiteData
from build_tools.pages.statements import PageEvidence


@dataclass(frozen=True, eq=False)
class Kit:
    """Kinds of blocks and rules by their names, checks of a page, and what the data files hold.

    Without arguments it is the engine's alone; `assembly` adds what belongs to one explainer.
    """

    blocks: Mapping[str, BlockKind[Any]] = field(default_factory=lambda: BLOCKS)
    rules: Mapping[str, Rule] = field(default_factory=lambda: RULES)
    page_checks: tuple[Check[PageEvidence], ...] = PAGE_CHECKS
    data: SiteData = field(default_factory=SiteData)
    # Files below the folder of pages that are not taken in: each has a problem among those of data.
    refused: frozenset[str] = frozenset()
    # The paths there of all pages and files that the site has; None where they are not known.
    there: frozenset[str] | None = None
