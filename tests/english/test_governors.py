"""Words that deny what follows them, or say that it has not come about."""

import re

import pytest

from build_tools.english.governors import (
    AHEAD,
    DENYING,
    HINDERING,
    NEGATED,
    OF_SET_ASIDE,
    PENDING,
    SET_ASIDE,
    UNDONE,
    governing,
)


@pytest.mark.parametrize(
    ("text", "word", "pattern", "found"),
    [
        ("They did not sign the treaty.", "sign", DENYING, ["not"]),
        ("They didn't sign it.", "sign", DENYING, ["n't"]),
        ("He refused to sign it.", "sign", DENYING, ["refused to"]),
        ("They failed to sign it.", "sign", DENYING, ["failed to"]),
        ("A treaty was signed.", "signed", DENYING, []),
        # What governs ends with its clause.
        ("It was not sold, but lent.", "lent", DENYING, []),
        ("It was not sold; it was lent.", "lent", DENYING, []),
        ("They hope to sign it.", "sign", PENDING, ["hope"]),
        ("The plan is to be signed.", "signed", PENDING, ["plan", "is to"]),
        ("They signed it.", "signed", PENDING, []),
        ("They invited her to visit.", "visit", PENDING, []),
        ("They invited her to visit.", "visit", UNDONE, ["invited"]),
        ("They failed on Thursday to settle it.", "settle", UNDONE, ["failed on Thursday to"]),
        ("Once it was signed.", "signed", AHEAD, ["Once"]),
        ("It has not prevented trade.", "prevented", NEGATED, ["has not"]),
        # "Not before" puts off, and denies nothing.
        ("It will not before May be sold.", "sold", NEGATED, []),
    ],
)
def test_what_governs_a_word(
    text: str, word: str, pattern: re.Pattern[str], found: list[str]
) -> None:
    assert list(governing(text, text.index(word), pattern)) == found


def test_what_governs_is_near() -> None:
    text = "not one two three four five six seven sold"
    assert governing(text, text.index("sold"), DENYING, 3) == ()
    assert governing(text, text.index("sold"), DENYING, 8) == ("not",)


def test_nothing_governs_the_first_word() -> None:
    assert governing("Signed.", 0, DENYING) == ()


@pytest.mark.parametrize(
    ("text", "hinders"),
    [("It lacked a signature.", True), ("They stood in the way.", True), ("It was sold.", False)],
)
def test_words_that_hinder(text: str, hinders: bool) -> None:
    assert bool(HINDERING.search(text)) is hinders


@pytest.mark.parametrize(
    "text", ["No-one came.", "It isn't so.", "It was not sold.", "A ban on it.", "Rather than it."]
)
def test_what_may_set_aside_is_seen_wherever_something_does(text: str) -> None:
    assert SET_ASIDE.search(text)
    assert OF_SET_ASIDE.search(text)
