"""Words that turn a sentence into its contrary."""

import pytest

from build_tools.english.negation import (
    DENIAL,
    JUST_DENIED,
    NEITHER,
    PARTLY_DENIED,
    PUT_OFF,
    PUTTING_OFF,
    denied_verb,
    helped,
    helper_denied,
    not_before,
)


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


@pytest.mark.parametrize("before", ["It has not ", "They didn't ", "He has never really "])
def test_what_denies_the_word_after_it(before: str) -> None:
    assert JUST_DENIED.search(before)


@pytest.mark.parametrize("before", ["There is no ", "It has not been seen to ", "A knot "])
def test_what_does_not_deny_the_word_after_it(before: str) -> None:
    assert not JUST_DENIED.search(before)


def test_neither_denies_whatever_follows() -> None:
    assert NEITHER.search("Neither Dorsch, the spokeswoman, nor Holmvik, was replaced")
    assert not NEITHER.search("Either was replaced")


@pytest.mark.parametrize(
    ("after", "partly"), [(" last long", True), (" name them all", True), (" last", False)]
)
def test_what_is_denied_in_part(after: str, partly: bool) -> None:
    assert bool(PARTLY_DENIED.match(after)) is partly


def test_what_is_put_off_is_not_denied() -> None:
    assert PUT_OFF.search("It will not go back until it is paid for")
    assert PUTTING_OFF.search("It goes back once it is paid for")
    assert not PUT_OFF.search("It will not go back")
    assert not PUTTING_OFF.search("It goes back")


@pytest.mark.parametrize(
    ("clause", "source", "verb"),
    [
        ("It will be sold.", "It will not be kept.", "kept"),
        ("It has gone.", "It has not left.", "left"),
        ("It will be sold.", "It will not keep it.", None),
        ("It has gone.", "It will not leave.", None),
    ],
)
def test_a_verb_is_denied_with_the_helper_of_another(
    clause: str, source: str, verb: str | None
) -> None:
    said = helped(clause.rsplit(maxsplit=1)[-1].rstrip(".")).search(clause)
    assert said is not None
    match = denied_verb(said["helper"], said["be"]).search(source)
    assert (match and match["verb"]) == verb


def test_what_denies_right_before_a_word_or_with_a_helper() -> None:
    assert not_before("prevented").search("It has NOT prevented it.")
    assert not not_before("prevented").search("It has prevented what did not last.")
    assert helper_denied("will|would").search("They would not go.")
    assert not helper_denied("will|would").search("They did not say that they would.")
