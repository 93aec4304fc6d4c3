"""Phrases that say as one what their words do not say apart."""

import pytest

from build_tools.english.phrases import find_phrases
from build_tools.english.relations import bases, keys, read_list


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("it takes place in May", "hold"),
        ("they went on", "continue"),
        ("fires kept the big ships from sailing", "prevent"),
        ("she took her experts off", "withdraw"),
        ("he kept his post", "retain"),
    ],
)
def test_a_phrase_says_the_same_as_a_word(text: str, says: str) -> None:
    assert any(phrase.keys & keys(says) for phrase in find_phrases(tuple(text.split())))


def test_a_phrase_may_state_nothing() -> None:
    [phrase] = find_phrases(tuple("sold in order to pay".split()))
    assert phrase.keys == frozenset()
    assert phrase.places == (1, 2, 3)


@pytest.mark.parametrize("text", ["a place that he took", "went away", "kept the ship", ""])
def test_words_that_make_no_phrase(text: str) -> None:
    assert find_phrases(tuple(text.split())) == ()


def test_every_phrase_of_the_list_is_found_as_it_stands() -> None:
    for line in read_list("phrases.txt"):
        phrase = [word for word in line[: line.index("|")] if word != "..."]
        assert find_phrases(tuple(phrase)), phrase
        assert all(word in bases(word) for word in phrase)


def test_a_phrase_with_a_particle_says_what_its_words_do_not() -> None:
    [phrase] = find_phrases(("gave", "up"))
    assert phrase.with_telling_end
    assert not phrase.keys & keys("gave")
    assert phrase.contrary & keys("claim")
