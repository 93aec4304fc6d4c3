"""Pandoc finds the same citations on the pages of this site as our extension does."""

import pytest
from project import ROOT
from syntax.test_pandoc import assert_all_are_compared, assert_same_citations

from build_tools.files.page_files import written_pages
from build_tools.ledger import Ledger

PAGES = [path.relative_to(ROOT / "docs").as_posix() for path in written_pages(ROOT / "docs")]


@pytest.mark.parametrize("path", PAGES)
def test_pandoc_finds_the_same_citations_on_the_page(site_manuscript: Ledger, path: str) -> None:
    assert_same_citations(ROOT, site_manuscript, path)


def test_the_pages_have_citations_to_compare(site_manuscript: Ledger) -> None:
    assert_all_are_compared(ROOT, site_manuscript, PAGES, 300)
