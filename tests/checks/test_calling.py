"""Who rang whom is told where the source tells it; that two spoke takes no side."""

from pathlib import Path

import pytest
from fixture_types import CodesOn, ReadPage
from project import write_source

from build_tools.checks.registry import check_statement
from build_tools.sources.library import Library, load_library

SPOKE = "Verelin spoke by telephone with Ulvholt on Tuesday. Their call lasted 20 minutes."
RANG = "Verelin rang Ulvholt on Tuesday. Their call lasted 20 minutes."
ASKED = (
    "Verelin and Ulvholt had a call on Tuesday, which was held at the request of the Orlavian side."
)


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (SPOKE, "Verelin called Ulvholt on Tuesday"),
        (SPOKE, "Ulvholt called Verelin, and their call lasted 20 minutes"),
        (SPOKE, "Verelin phoned Ulvholt, and they spoke for 20 minutes"),
        (SPOKE, "Verelin, who rang Ulvholt on Tuesday, spoke for 20 minutes"),
        (SPOKE, "Ulvholt was telephoned by Verelin on Tuesday"),
        (SPOKE, "Verelin made the call on Tuesday"),
        (SPOKE, "Verelin gave Ulvholt a call on Tuesday"),
        (SPOKE, "In his call to Ulvholt, Verelin spoke for 20 minutes"),
        (SPOKE, "The call from Verelin lasted 20 minutes"),
        # The other way round than in the source.
        (RANG, "Ulvholt rang Verelin on Tuesday"),
        (RANG, "Verelin was called by Ulvholt on Tuesday"),
        (ASKED, "The call was held at Kestria's request"),
    ],
)
def test_who_rang_whom_is_as_the_source_tells_it(
    codes_on: CodesOn, paragraph: str, text: str
) -> None:
    assert "party" in codes_on(paragraph, text)


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (SPOKE, "Verelin and Ulvholt spoke by phone on Tuesday"),
        (SPOKE, "Verelin spoke over the phone with Ulvholt on Tuesday"),
        (SPOKE, "In a call with Ulvholt, Verelin spoke for 20 minutes"),
        (SPOKE, "Verelin and Ulvholt had a call on Tuesday"),
        (SPOKE, "The call between Verelin and Ulvholt lasted 20 minutes"),
        (SPOKE, "Their call lasted 20 minutes"),
        (SPOKE, "Verelin and Ulvholt phoned each other on Tuesday"),
        (SPOKE, "After Verelin rang Ulvholt, they spoke for 20 minutes"),
        (RANG, "Verelin phoned Ulvholt on Tuesday"),
        (RANG, "Ulvholt was called by Verelin on Tuesday"),
        (ASKED, "The call was held at Orlavia's request"),
        (ASKED, "Verelin called Ulvholt on Tuesday"),
        # To call somebody something, or on somebody, or for something, is no call by telephone.
        ("Dorsch called Verelin's talks with Ulvholt frank.",
         "Dorsch called Verelin's talks with Ulvholt frank"),
        ("Dorsch called Verelin a friend.", "Dorsch called Verelin a friend"),
        ("The party called on Ulvholt to publish it.", "The party called on Ulvholt to publish it"),
        ("Orlavia repeated its call to Kestria to return the bell.",
         "Orlavia repeated its call to Kestria to return the bell"),
    ],
)  # fmt: skip
def test_that_two_spoke_takes_no_side(codes_on: CodesOn, paragraph: str, text: str) -> None:
    assert codes_on(paragraph, text) == set()


@pytest.mark.parametrize(("who", "rings"), [("Osten", False), ("Dorsch", True)])
def test_what_an_outlet_calls_somebody_is_no_call(codes_on: CodesOn, who: str, rings: bool) -> None:
    found = codes_on(SPOKE, f"{who} called them on Tuesday, and they spoke by telephone")
    assert ("party" in found) == rings


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ulvholt called the president, and the conversation lasted 35 minutes", set()),
        ("Verelin called the prime minister, and the conversation lasted 35 minutes", {"party"}),
    ],
)
def test_whose_request_it_was_tells_who_rang(
    read_page: ReadPage, library: Library, text: str, codes: set[str]
) -> None:
    [statement] = read_page(f"{text}, The Meridian reported [@meridian-2019, para. 3].").statements
    assert {problem.code for problem in check_statement(statement, library)} == codes


def test_a_headline_bears_out_who_rang(
    read_page: ReadPage, library: Library, tmp_path: Path
) -> None:
    """A reader of any paragraph has read it."""
    headline = "Ulvholt seeks progress in first call to Verelin"
    write_source(tmp_path, "coast-2020", [SPOKE], headline=headline)
    own = load_library(tmp_path, names=library.names)
    for text, right in (("Ulvholt called Verelin", True), ("Verelin called Ulvholt", False)):
        [statement] = read_page(f"{text} on Tuesday [@coast-2020, para. 1].", own).statements
        codes = {problem.code for problem in check_statement(statement, own)}
        assert ("party" not in codes) is right
