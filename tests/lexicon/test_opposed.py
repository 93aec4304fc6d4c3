"""Words that say the opposite of each other, and what a text denies."""

import pytest

from build_tools.lexicon.opposed import contraries, denied_by, is_opposed, refuses_alone


@pytest.mark.parametrize(
    ("ours", "theirs", "pair"),
    [
        ("agreed with", "declined", ("agreed", "declined")),
        ("wants back", "demanding the return", None),
        ("quarrel", "dispute", None),
        # Words of one family with a contrary are none.
        ("broke the law", "illegal", None),
    ],
)
def test_contraries(ours: str, theirs: str, pair: tuple[str, str] | None) -> None:
    assert contraries(ours, theirs) == pair


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("rejected", "reaffirmed", True),
        ("unwilling", "willingness", True),
        ("kept", "retained", False),
        ("bell", "paper", False),
    ],
)
def test_opposites_are_no_answers(word: str, other: str, expected: bool) -> None:
    assert is_opposed(word, other) is is_opposed(other, word) is expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("refused", "asked for", True),
        ("ruled out", "prepared to consider", True),
        ("welcomed", "denied", True),
        ("refused", "would not", False),
        ("denied", "disputed", False),
        ("rejected", "dismissed", False),
        ("hoped", "wished", False),
    ],
)
def test_one_of_two_refuses(ours: str, theirs: str, expected: bool) -> None:
    assert refuses_alone(ours, theirs) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They failed on Thursday to settle a quarrel.", "settle", "failed on Thursday to"),
        ("They failed on Thursday to settle a quarrel.", "quarrel", ""),
        ("There has been no real progress.", "progress", "no"),
        ("The quarrel has not prevented trade.", "trade", ""),
        ("It was not sold, and the tower was built.", "built", ""),
        ("The bell was sold.", "sold", ""),
    ],
)
def test_what_denies_a_word(text: str, word: str, expected: str) -> None:
    assert denied_by(text, text.index(word)) == expected
