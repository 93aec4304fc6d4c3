"""Small words of opposed meaning."""

import pytest

from build_tools.english.order import OPPOSED


def opposed(one: str, other: str) -> bool:
    return any(
        (first.search(one) and second.search(other)) or (second.search(one) and first.search(other))
        for first, second in OPPOSED
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("after an agreement", "before an agreement"),
        ("in the wake of a war", "before a war"),
        ("the first meeting", "the last meeting"),
        ("it will end", "it may end"),
        ("it still stands", "it no longer stands"),
        ("all bells", "some bells"),
        ("over 4 tonnes", "less than 4 tonnes"),
        ("the north", "the south"),
    ],
)
def test_opposed_words(one: str, other: str) -> None:
    assert opposed(one, other)
    assert opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("after an agreement", "following an agreement"),
        # A month, a time gone by, and a time soon.
        ("it will end", "on 10 May"),
        ("the first meeting", "last month"),
        ("after an agreement", "before long"),
    ],
)
def test_words_that_are_not_opposed(one: str, other: str) -> None:
    assert not opposed(one, other)
