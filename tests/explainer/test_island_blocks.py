"""The blocks of this site's subject: the map of the islands, and the table of their names."""

import pytest
from blocks.test_blocks import block, convert, tree
from fixture_types import Golden
from project import SITE_KIT

from build_tools.explainer.blocks import KINDS
from build_tools.sources.library import Library


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_drawn_block(kind: str, site_library: Library, golden: Golden) -> None:
    html, ledger = convert(block(kind, ""), site_library, "folder/page.md", SITE_KIT)
    # A page with nothing but a map has nothing to check, and needs no stand-in.
    assert {found.code for found in ledger.findings} <= {"nothing", "stand-in"}
    assert ledger.entries == []
    golden(html + "\n", f"blocks/{kind}.html")
    tree(html)
