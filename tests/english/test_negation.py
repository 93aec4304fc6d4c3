"""Words that turn a sentence into its contrary."""

import pytest

from build_tools.english.negation import DENIAL


@pytest.mark.parametrize(
    "text",
    [
        "They declined to speak.",
        "He declines.",
        "She denied it.",
        "It denies that.",
        "They deny this.",
        "A denial came.",
        "They refused.",
        "Talks were blocked.",
        "They disagreed.",
    ],
)
def test_what_denies_without_a_not(text: str) -> None:
    assert DENIAL.search(text)


@pytest.mark.parametrize("text", ["Denmark agreed.", "The fog is dense.", "They agreed."])
def test_what_denies_nothing(text: str) -> None:
    assert not DENIAL.search(text)
