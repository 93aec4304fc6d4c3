"""Words for numbers."""

import pytest

from build_tools.english.numerals import COUNTS, NUMBERS, SMALL_NUMBERS, minutes_in_words


@pytest.mark.parametrize(
    ("word", "value"), [("zero", 0), ("nineteen", 19), ("twenty", 20), ("ninety-nine", 99)]
)
def test_a_word_has_its_value(word: str, value: int) -> None:
    assert SMALL_NUMBERS[word] == value


def test_every_number_below_a_hundred_has_one_word() -> None:
    assert sorted(SMALL_NUMBERS.values()) == list(range(100))


def test_what_is_mostly_a_pronoun_counts_nothing() -> None:
    assert set(NUMBERS) - set(COUNTS) == {"zero", "one"}


@pytest.mark.parametrize(("count", "words"), [(1, "1 minute"), (35, "35 minutes")])
def test_minutes_are_said_as_a_sentence_does(count: int, words: str) -> None:
    assert minutes_in_words(count) == words
