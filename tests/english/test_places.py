"""What says that something is in a place."""

import pytest

from build_tools.english.places import placed_around, placed_in


@pytest.mark.parametrize(
    ("text", "is_in", "is_around"),
    [
        ("They met in Brennik.", True, True),
        ("They met at Brennik’s gate.", False, True),
        ("They left from Brennik.", False, True),
        ("They met in Brennikport.", False, False),
        ("Brennik was silent.", False, False),
    ],
)
def test_small_words_before_a_place_tell_what_is_there(
    text: str, is_in: bool, is_around: bool
) -> None:
    assert bool(placed_in("Brennik").search(text)) == is_in
    assert bool(placed_around("Brennik").search(text)) == is_around
