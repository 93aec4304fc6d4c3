"""Verbs by what they do with those around them."""

import pytest

from build_tools.english.verbs import (
    ADDRESSED,
    BE,
    BY,
    DOING_BY_WORDS,
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
