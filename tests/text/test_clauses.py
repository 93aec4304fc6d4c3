"""Sentences divided into clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.clauses import split_clauses, with_predicate


def clauses(sentence: str) -> list[str]:
    return [sentence[start:end].strip() for start, end in split_clauses(sentence)]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("They met and talked.", ["They met and talked."]),
        ("They met, but left; it rained.", ["They met,", "but left;", "it rained."]),
        ("They met while it rained.", ["They met", "while it rained."]),
        ("The bell known as the Tenor hung.", ["The bell", "known as the Tenor hung."]),
        # A phrase of time or place that opens a sentence belongs to what follows it.
        ("In 2015, they met, and left.", ["In 2015, they met,", "and left."]),
        ("It cost 3,400 crowns.", ["It cost 3,400 crowns."]),
        ("", []),
    ],
)
def test_clauses(sentence: str, parts: list[str]) -> None:
    assert clauses(sentence) == parts


@given(st.text(alphabet="aI n,;:—.") | st.text())
def test_clauses_cover_a_sentence(sentence: str) -> None:
    assert "".join("".join(clauses(sentence)).split()) == "".join(sentence.split())


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("The bell, known as the Tenor, was not found, he said.", "The bell, was not found, "),
        # It has its own verb; or none follows.
        ("The bell rang, known as the Tenor, was not found.", "The bell rang, "),
        ("The bell, known as the Tenor, and the tower.", "The bell, "),
    ],
)
def test_a_clause_has_its_verb_behind_what_is_put_in(sentence: str, whole: str) -> None:
    assert with_predicate(sentence, split_clauses(sentence), 0) == whole
