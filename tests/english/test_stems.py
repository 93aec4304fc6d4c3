"""Stems of words."""

import pytest

from build_tools.english.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("agreed", "Agrees"), ("negotiations", "negotiate"), ("Revnik’s", "Revnik"), ("Fuß", "fuß")],
)
def test_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_two_stems() -> None:
    assert stem("bell") != stem("tower")
