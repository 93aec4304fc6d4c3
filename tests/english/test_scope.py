"""Words that widen, narrow or compare a claim, and what answers them."""

import re

import pytest

from build_tools.english.scope import (
    AT_LEAST,
    AT_MOST,
    BEYOND,
    BOUND,
    CLAIMING,
    SCOPES,
    SOME_OF,
    Scope,
)

BY_NAME = {scope.name: scope for scope in SCOPES}


@pytest.mark.parametrize(
    ("name", "claim", "answer"),
    [
        ("only", "It is only a loan.", "It is just a loan."),
        ("all", "All bells were sold.", "The whole set was sold."),
        ("any", "It takes any form.", "It takes every form."),
        ("most", "Most visitors came.", "Nearly two-thirds came."),
        ("finally", "At last they agreed.", "Eventually they came."),
        ("again", "They met again.", "They had met earlier."),
        ("rate", "They have met two times a year.", "They meet every year."),
        ("rate", "They spoke for 20 minutes each.", "They meet every year."),
        ("foremost", "It is the major factor in it.", "It is the main factor."),
        ("above all", "It was above all a loan.", "It was particularly a loan."),
        ("never", "It was never sold.", "It was not sold."),
        ("first", "For the first time they met.", "The initial meeting."),
        ("last", "It was the last of them.", "It was the previous one."),
        ("cause", "They left because of it.", "That was the reason."),
        ("comparison", "It is larger.", "It rose by a fifth."),
        ("equal", "It is as large as the tower.", "They are alike."),
        ("at once", "It was sold at once.", "It was sold soon."),
        ("another time", "They met the day after.", "They met tomorrow."),
        ("another time", "It was the year before the war.", "It was the previous year."),
        ("ongoing", "The talks are under way.", "The talks continue."),
    ],
)
def test_a_claim_and_what_answers_it(name: str, claim: str, answer: str) -> None:
    scope = BY_NAME[name]
    assert scope.claims.search(claim)
    assert scope.answers.search(answer)
    # Whoever says the same answers as well.
    assert scope.answers.search(claim)
    assert not scope.answers.search("The bell hung in a tower.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("only", "Only after the war did they meet."),
        ("all", "As a whole it stood."),
        ("all", "There were five in all, they said."),
        ("foremost", "It is a major factor."),
        ("rate", "They met two times a year earlier."),
        ("again", "It is against the law."),
        ("first", "They want first to settle it."),
        ("never", "Ever since they have talked."),
        ("comparison", "At least two came."),
        ("comparison", "They are no more."),
        ("equal", "They came as soon as they could."),
        ("equal", "It was on the same day as the war."),
        ("cause", "They have reasons."),
    ],
)
def test_what_claims_nothing(name: str, text: str) -> None:
    assert not BY_NAME[name].claims.search(text)


def test_every_scope_is_tested() -> None:
    assert len(BY_NAME) == len(SCOPES) == 18


@pytest.mark.parametrize(
    ("before", "most", "least", "beyond"),
    [
        ("It took less than ", True, False, True),
        ("It took no more than ", True, False, False),
        ("They met over ", False, True, True),
        ("They met at least ", False, True, False),
        ("They will hand over ", False, False, False),
        ("It took about ", False, False, False),
    ],
)
def test_what_makes_a_number_a_bound(before: str, most: bool, least: bool, beyond: bool) -> None:
    found = (AT_MOST.search(before), AT_LEAST.search(before), BEYOND.search(before))
    assert tuple(map(bool, found)) == (most, least, beyond)
    assert bool(BOUND.search(before)) is (most or least)


@pytest.mark.parametrize(("text", "some"), [("half of the ", True), ("the sale of the ", False)])
def test_before_a_number_some_of_them_may_be_meant(text: str, some: bool) -> None:
    assert bool(SOME_OF.search(text)) is some


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_what_is_looked_for_in_lower_case_has_no_capital(scope: Scope) -> None:
    assert not re.search("[A-Z]", re.sub(r"\\.", "", scope.claims.pattern))


def test_a_claim_is_seen_in_lower_case() -> None:
    assert CLAIMING.search("It was rung each January.".casefold())
