"""Verbs by what they do with those around them."""

import pytest

from build_tools.english.verbs import (
    ADDRESSED,
    BE,
    BY,
    COMING_FROM,
    DOING_BY_WORDS,
    HOLDING,
    HOLDING_VIEW,
    LASTING,
    LOSER,
    OFFICE_SAYS,
    PREPOSITION,
    SAYING,
    TRAVELLING,
)


def test_who_does_something_by_words_says_them() -> None:
    assert DOING_BY_WORDS < SAYING


@pytest.mark.parametrize(
    ("text", "passive"), [("It was ", True), ("It was then ", True), ("She had ", False)]
)
def test_what_makes_a_passive(text: str, passive: bool) -> None:
    assert bool(BE.search(text)) is passive


@pytest.mark.parametrize(
    ("text", "doer"),
    [("seized by the sailors", "sailors"), ("seized in 1911 by then Orlavia", "Orlavia")],
)
def test_the_doer_of_a_passive_follows_by(text: str, doer: str) -> None:
    match = BY.match(text)
    assert match
    assert text[match.end() :] == doer


def test_by_does_not_reach_over_a_comma() -> None:
    assert not BY.match("seized, as reported by Osten")


@pytest.mark.parametrize(
    ("text", "beside"),
    [("a letter of ", True), ("in the new ", True), ("they said that ", False), ("", False)],
)
def test_what_stands_before_no_doer(text: str, beside: bool) -> None:
    assert bool(PREPOSITION.search(text)) is beside


@pytest.mark.parametrize(
    ("text", "addressed"), [("Verelin told ", True), ("thanked the ", True), ("said ", False)]
)
def test_whom_something_is_said_to(text: str, addressed: bool) -> None:
    assert bool(ADDRESSED.search(text)) is addressed


@pytest.mark.parametrize(
    ("text", "leads"), [("She visited ", True), ("a trip to the ", True), ("She left ", False)]
)
def test_what_leads_to_a_place(text: str, leads: bool) -> None:
    assert bool(TRAVELLING.search(text)) is leads


@pytest.mark.parametrize(
    ("text", "holds"), [("To ", True), ("It fell, but for ", False), ("in the view of ", True)]
)
def test_before_whose_view_it_is(text: str, holds: bool) -> None:
    assert bool(HOLDING.search(text)) is holds


def test_after_whose_view_it_is() -> None:
    assert HOLDING_VIEW.match("'s old view is")
    assert not HOLDING_VIEW.match("'s tower is")


def test_whom_it_comes_from() -> None:
    assert COMING_FROM.search("The wish came from ")
    assert not COMING_FROM.search("The wish of ")


@pytest.mark.parametrize(
    ("text", "verb"), [("It was taken from the ", "taken"), ("stolen away from ", "stolen")]
)
def test_from_whom_it_is_taken(text: str, verb: str) -> None:
    match = LOSER.search(text)
    assert match
    assert match["verb"] == verb


@pytest.mark.parametrize(
    ("text", "office"), [("The ministry said", "The ministry"), ("Dorsch said", "")]
)
def test_which_office_says_it(text: str, office: str) -> None:
    match = OFFICE_SAYS.search(text)
    assert (match["office"] if match else "") == office


def test_what_states_a_length_of_time() -> None:
    text = "It took about 20 minutes"
    match = LASTING.search(text)
    assert match
    assert text[match.end() :] == "20 minutes"
