"""Ranges of numbers, of lines or of paragraphs, as people write them: '1-3, 7'."""

from collections.abc import Iterable

# The first and the last number.
Range = tuple[int, int]


def find_ranges(numbers: Iterable[int]) -> list[Range]:
    """Join ascending numbers: 1, 2, 3 and 7 are (1, 3) and (7, 7)."""
    ranges: list[Range] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ranges


def format_ranges(ranges: Iterable[Range]) -> str:
    """Write (1, 3) and (7, 7) as '1-3, 7'."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
