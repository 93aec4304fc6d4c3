"""Words that speak of somebody named before."""

import pytest

from build_tools.english.pointers import GROUP, PARTIES, POINTS_BACK, PRONOUN, points_at


@pytest.mark.parametrize(
    "text",
    ["So he said.", "The two met.", "The prime minister left.", "The Kestrian leader left."],
)
def test_it_points_back(text: str) -> None:
    assert POINTS_BACK.search(text)


@pytest.mark.parametrize("text", ["Ulvholt left.", "A minister left.", "The bell hung there."])
def test_it_does_not_point_back(text: str) -> None:
    assert not POINTS_BACK.search(text)


@pytest.mark.parametrize(
    ("text", "group"),
    [("The two leaders met.", True), ("They saw each other.", True), ("The leader left.", False)],
)
def test_groups(text: str, group: bool) -> None:
    assert bool(GROUP.search(text)) is group


@pytest.mark.parametrize(
    ("text", "pronoun"), [("She left.", True), ("The man who left.", True), ("Whole.", False)]
)
def test_pronouns(text: str, pronoun: bool) -> None:
    assert bool(PRONOUN.search(text)) is pronoun


@pytest.mark.parametrize(
    ("text", "parties"),
    [("The two countries met.", True), ("Neither government left.", True), ("A country.", False)],
)
def test_parties_by_what_they_are(text: str, parties: bool) -> None:
    assert bool(PARTIES.search(text)) is parties


@pytest.mark.parametrize(
    ("text", "means"),
    [("the Office said", True), ("the officer said", False), ("an office said", False)],
)
def test_a_body_is_meant_by_the_last_word_of_its_name(text: str, means: bool) -> None:
    assert points_at("presidential office", text) == means
