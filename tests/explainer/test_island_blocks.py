"""The blocks of this site's subject: the map of the islands, and the table of their names."""

from dataclasses import replace

import pytest
from blocks.test_blocks import block, convert, tree
from fixture_types import Golden
from project import SITE_KIT

from build_tools.explainer.blocks import KINDS
from build_tools.explainer.island_names import ISLANDS_FILE
from build_tools.files.data_files import SiteData
from build_tools.sources.library import Library


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_drawn_block(kind: str, site_library: Library, golden: Golden) -> None:
    html, ledger = convert(block(kind, ""), site_library, "folder/page.md", SITE_KIT)
    # A page with nothing but a map has nothing to check, and needs no stand-in.
    assert {found.code for found in ledger.findings} <= {"nothing", "stand-in"}
    assert ledger.entries == []
    golden(html + "\n", f"blocks/{kind}.html")
    tree(html)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
@pytest.mark.parametrize(("unread", "codes"), [(True, set()), (False, {"block"})])
def test_what_is_wrong_in_the_files_of_a_drawn_block_is_told_of_them_alone(
    kind: str, unread: bool, codes: set[str], site_library: Library
) -> None:
    data = SiteData(unread=frozenset([ISLANDS_FILE.path]) if unread else frozenset())
    kit = replace(SITE_KIT, data=data)
    _, ledger = convert(block(kind, ""), site_library, "folder/page.md", kit)
    assert {found.code for found in ledger.findings} - {"nothing", "stand-in"} == codes
