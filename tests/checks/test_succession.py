"""Who came after whom in an office is as the source tells it, by whatever word."""

import pytest
from fixture_types import CodesOn

THERE = [
    "Ulvholt's predecessor as prime minister, Dorsch, met Verelin.",
    "Dorsch, Ulvholt's predecessor, met Verelin.",
    "Ulvholt succeeded Dorsch, who met Verelin.",
]
TOLD = [
    "{later} succeeded {earlier}, who met Verelin",
    "{later}, who followed {earlier}, met Verelin",
    "{earlier}, whom {later} had succeeded, met Verelin",
    "{earlier} was followed as prime minister by {later}, who met Verelin",
    "{earlier}'s successor as prime minister was {later}, who met Verelin",
    "{later}'s predecessor, {earlier}, met Verelin",
    "{earlier}, {later}'s predecessor, met Verelin",
    "{later} was {earlier}'s successor, who met Verelin",
    "{earlier}, who had {later} as successor, met Verelin",
    "{later} was the successor of {earlier}, who met Verelin",
    "{earlier}, the predecessor of {later}, met Verelin",
]


@pytest.mark.parametrize("text", TOLD)
@pytest.mark.parametrize("there", THERE)
def test_who_came_after_whom(codes_on: CodesOn, there: str, text: str) -> None:
    told = text.format(earlier="Dorsch", later="Ulvholt")
    assert codes_on(there, told) & {"stand-in", "degree"} == set()
    turned = text.format(earlier="Ulvholt", later="Dorsch")
    assert "party" in codes_on(there, turned)


def test_a_successor_of_whom_nothing_is_told_is_asked_for(codes_on: CodesOn) -> None:
    assert codes_on("Dorsch met Verelin and Ulvholt.", "Dorsch succeeded Ulvholt") == {"stand-in"}


@pytest.mark.parametrize(("earlier", "later", "code"), [
    ("Dorsch", "Ulvholt", set()),
    ("Ulvholt", "Dorsch", {"party"}),
])  # fmt: skip
def test_his_successor_is_that_of_somebody_before(
    codes_on: CodesOn, earlier: str, later: str, code: set[str]
) -> None:
    there = "Ulvholt's predecessor as prime minister, Dorsch, met Verelin. Both praised Verelin."
    told = f"{earlier} praised Verelin, and so did her successor, {later}"
    assert codes_on(there, told) - {"stand-in"} == code
