"""Which words are one, which say the contrary, and which have the form of a past."""

import pytest

from build_tools.english.relations import (
    base_stems,
    bases,
    contrary_keys,
    is_past,
    keys,
    plain,
    read_list,
    stronger_keys,
)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("agreed", "agree"),
        ("carries", "carry"),
        ("stopped", "stop"),
        ("making", "make"),
        ("Bells", "bell"),
        ("museum’s", "museum"),
        ("drew", "draw"),
        ("happily", "happy"),
        ("larger", "large"),
    ],
)
def test_bases(word: str, base: str) -> None:
    assert base in bases(word)


def test_a_possessive_is_taken_off() -> None:
    assert (plain("Ilva's"), plain("ministers’"), plain("bells")) == ("ilva", "ministers", "bells")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("negotiate", "negotiations"),
        ("call", "telephone"),
        ("quarrel", "dispute"),
        ("bought", "purchases"),
        ("decision", "decided"),
        ("choice", "chose"),
    ],
)
def test_words_of_one_family_or_of_one_group_are_one(one: str, other: str) -> None:
    assert keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bell", "tower"),
        ("seized", "bought"),
        ("hope", "promise"),
        ("loan", "return"),
        # What looks like a plural.
        ("news", "new"),
        ("goods", "good"),
    ],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("improved", "soured"),
        ("supports", "opposed"),
        ("bought", "sold"),
        ("legal", "illegal"),
        ("first", "last"),
        ("agreed", "declined"),
    ],
)
def test_contraries_go_both_ways(one: str, other: str) -> None:
    assert contrary_keys(one) & base_stems(other)
    assert contrary_keys(other) & base_stems(one)


@pytest.mark.parametrize(("one", "other"), [("came", "going"), ("agreed", "accepted")])
def test_what_is_no_contrary(one: str, other: str) -> None:
    assert not contrary_keys(one) & base_stems(other)


@pytest.mark.parametrize(
    ("word", "past"),
    [("agreed", True), ("Met", True), ("went", True), ("meeting", False), ("red", False),
     ("goes", False), ("bell", False)],
)  # fmt: skip
def test_the_form_of_a_past(word: str, past: bool) -> None:
    assert is_past(word) is past


def test_a_list_has_words_and_no_comments() -> None:
    lines = list(read_list("contraries.txt"))
    assert all("|" in line for line in lines)
    assert not any(word.startswith("#") for line in lines for word in line)


def test_a_group_of_equals_has_no_contraries() -> None:
    for words in read_list("same.txt"):
        for word in words:
            others = frozenset(w for w in words if w != word)
            against = [w for w in others if w in contrary_keys(word)]
            assert against == [], (word, against)


def test_what_says_less_is_borne_out_by_what_says_more_and_not_the_reverse() -> None:
    assert stronger_keys("took") & keys("seized")
    assert not stronger_keys("seized") & keys("took")


def test_no_word_is_said_to_say_less_than_one_that_says_the_same() -> None:
    for words in read_list("weaker.txt"):
        bar = words.index("|")
        same = [(w, o) for w in words[:bar] for o in words[bar + 1 :] if keys(w) & keys(o)]
        assert same == []


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [("abduction", "kidnapping", True), ("reporters", "said", False), ("war", "postwar", True)],
)
def test_a_group_of_equals_has_the_nouns_of_its_verbs(one: str, other: str, are_one: bool) -> None:
    assert bool(keys(one) & keys(other)) is are_one
