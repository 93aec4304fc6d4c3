"""Words between a cause and its effect."""

import pytest

from build_tools.english.causes import CAUSE_FIRST, EFFECT_FIRST, SINCE


@pytest.mark.parametrize(
    "text", ["closed due to a fire", "sold because it burned", "open given its age"]
)
def test_the_effect_comes_first(text: str) -> None:
    assert EFFECT_FIRST.search(text)
    assert not CAUSE_FIRST.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "a fire led to it",
        "fire kept ships from it",
        "fire caused it",
        "a fire soured ties",
        "a fire could hamper trade",
        "a fire is a major factor in why it closed",
        "it burned, so that trade stopped",
    ],
)
def test_the_cause_comes_first(text: str) -> None:
    assert CAUSE_FIRST.search(text)
    assert not EFFECT_FIRST.search(text)


@pytest.mark.parametrize("text", ["ties soured in May", "it was given away", "improved after it"])
def test_no_cause_is_told(text: str) -> None:
    assert not CAUSE_FIRST.search(text)
    assert not EFFECT_FIRST.search(text)


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("Since they have no treaty, they quarrel", True),
        ("Since 1911, they have quarrelled", False),
        ("Since the war, they quarrel", False),
    ],
)
def test_since_gives_a_cause_or_a_time(text: str, causes: bool) -> None:
    assert bool(SINCE.search(text)) is causes
