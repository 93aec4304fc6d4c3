"""Pandoc finds the same citations on the pages of this site as our extension does."""

from collections import Counter
from pathlib import Path

import pytest
from pandoc import run_pandoc
from project import ROOT
from syntax.test_pandoc import (
    assert_all_are_compared,
    assert_same_citations,
    found_by_pandoc,
    locator,
    locators_by_pandoc,
)

from build_tools.files.page_files import written_pages
from build_tools.ledger import Ledger

PAGES = [path.relative_to(ROOT / "docs").as_posix() for path in written_pages(ROOT / "docs")]


@pytest.mark.parametrize("path", PAGES)
def test_pandoc_finds_the_same_citations_on_the_page(site_manuscript: Ledger, path: str) -> None:
    assert_same_citations(ROOT, site_manuscript, path)


@pytest.mark.parametrize("path", ["contacts/suga-putin-2020", "differences", "index"])
def test_pandoc_sets_the_markdown_of_a_page_with_its_references(
    built_site: Path, site_manuscript: Ledger, path: str
) -> None:
    file = built_site / f"{path}.md"
    text = file.read_text("utf-8")
    ours = [
        (citation.key, locator(citation))
        for statement in site_manuscript.pages[f"{path}.md"].statements
        for citation in statement.citations
    ]
    found = found_by_pandoc(text)
    keys = [citation["citationId"] for citation in found]
    # Pictures and tables have their statements in an order of their own.
    assert Counter(zip(keys, locators_by_pandoc(found), strict=True)) == Counter(ours)
    # It would complain of an article that is not in the bibliography that the head names.
    folder = str(file.parent)
    done = run_pandoc(
        text, "-f", "markdown", "-t", "plain", "--citeproc", "--resource-path", folder
    )
    assert site_manuscript.library.sources[keys[0]].record.url in done


def test_the_pages_have_citations_to_compare(site_manuscript: Ledger) -> None:
    assert_all_are_compared(ROOT, site_manuscript, PAGES, 300)
