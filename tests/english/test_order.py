"""Small words of opposed meaning."""

import re

import pytest

from build_tools.english.order import (
    ALREADY_WHEN,
    EARLIER_FIRST,
    LATER_FIRST,
    OPENS_CONDITION,
    OPPOSED,
)


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


@pytest.mark.parametrize(
    ("text", "later_first", "earlier_first"),
    [
        ("sold after the war", True, False),
        ("sold once they had left", True, False),
        ("sold before the war", False, True),
        # What is pointed at is told of elsewhere.
        ("and after it the war", False, False),
    ],
)
def test_which_of_two_events_comes_first(text: str, later_first: bool, earlier_first: bool) -> None:
    assert bool(LATER_FIRST.search(text)) is later_first
    assert bool(EARLIER_FIRST.search(text)) is earlier_first


def test_what_was_already_so_came_before() -> None:
    match = ALREADY_WHEN.search("They already held it when the war ended")
    assert match
    assert match["when"] == "when"
    assert not ALREADY_WHEN.search("They held it when the war ended")


@pytest.mark.parametrize(("text", "opens"), [("Once it is sold, ", True), ("It was once ", False)])
def test_what_opens_a_condition(text: str, opens: bool) -> None:
    assert bool(OPENS_CONDITION.match(text)) is opens


def test_what_is_looked_for_in_lower_case_has_no_capital() -> None:
    for pattern in (side.pattern for pair in OPPOSED for side in pair):
        assert not re.search("[A-Z]", re.sub(r"\\.", "", pattern))
