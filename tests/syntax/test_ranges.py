"""Ranges of numbers, found and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.syntax.ranges import find_ranges, format_ranges


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], ""),
        ([4], "4"),
        ([1, 2], "1-2"),
        ([1, 2, 3, 7], "1-3, 7"),
        ([8, 10, 11, 12], "8, 10-12"),
    ],
)
def test_numbers_in_words(numbers: list[int], words: str) -> None:
    assert format_ranges(find_ranges(numbers)) == words


def test_what_is_written_apart_stays_apart() -> None:
    """A citation of paragraphs 6 and 7 says so as its writer did."""
    assert format_ranges([(6, 6), (7, 7), (2, 3)]) == "6, 7, 2-3"


@given(st.sets(st.integers(min_value=1, max_value=50)).map(sorted))
def test_no_number_is_lost_or_added(numbers: list[int]) -> None:
    ranges = find_ranges(numbers)
    assert [n for first, last in ranges for n in range(first, last + 1)] == numbers
