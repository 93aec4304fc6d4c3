"""Fixtures for the tests of checks."""

from pathlib import Path

import pytest
from fixture_types import CodesOn, MakeLibrary, ReadPage
from project import write_source

from build_tools.checks.registry import check_statement
from build_tools.sources.library import Library, load_library


@pytest.fixture
def coast(library: Library, tmp_path: Path) -> MakeLibrary:
    """Make a library of one article of some paragraphs, with the names of the invented ones."""

    def make(*paragraphs: str) -> Library:
        write_source(tmp_path, "coast-2020", list(paragraphs))
        return load_library(tmp_path, names=library.names)

    return make


@pytest.fixture
def codes_on(read_page: ReadPage, coast: MakeLibrary) -> CodesOn:
    """Return what is found in a statement on an article of one paragraph, but for whose it is."""

    def find(paragraph: str, text: str) -> set[str]:
        own = coast(paragraph)
        [statement] = read_page(f"{text} [@coast-2020, para. 1].", own).statements
        codes = {problem.code for problem in check_statement(statement, own)}
        return codes - {"attribution", "copied"}

    return find
