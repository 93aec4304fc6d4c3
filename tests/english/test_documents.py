"""Documents, and what stands in them."""

import pytest

from build_tools.english.documents import DOCUMENTS, STIPULATES, UNDER
from build_tools.english.relations import keys


@pytest.mark.parametrize("word", ["pacts", "Agreement", "laws", "deal"])
def test_a_document_in_any_form(word: str) -> None:
    assert keys(word) & DOCUMENTS


@pytest.mark.parametrize(
    ("after", "says"), [(" states that", True), (" which promises", True), (" was signed", False)]
)
def test_what_a_document_says(after: str, says: bool) -> None:
    assert bool(STIPULATES.match(after)) is says


@pytest.mark.parametrize(
    ("before", "under"),
    [
        ("Under the terms of the 1923 ", True),
        ("According to the ", True),
        ("They signed a ", False),
    ],
)
def test_what_is_under_a_document(before: str, under: bool) -> None:
    assert bool(UNDER.search(before)) is under
