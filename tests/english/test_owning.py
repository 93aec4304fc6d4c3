"""The ending by which a name owns what follows it."""

import pytest

from build_tools.english.owning import OWNS, OWNS_AS_ONE, without_ending


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("Kestria's", "Kestria"),
        ("Kestria’s", "Kestria"),
        ("Kestria", "Kestria"),
        ("Osters'", "Osters'"),
    ],
)
def test_a_name_is_given_without_its_ending(name: str, without: str) -> None:
    assert without_ending(name) == without


@pytest.mark.parametrize(
    ("after", "owns", "as_one"),
    [
        ("'s fleet", True, True),
        ("’ fleet", True, False),
        (" fleet", False, False),
        ("'s.", False, False),
    ],
)
def test_what_follows_a_name_tells_whether_it_owns(after: str, owns: bool, as_one: bool) -> None:
    assert (bool(OWNS.match(after)), bool(OWNS_AS_ONE.match(after))) == (owns, as_one)
