"""Who is shown speaking in a text."""

import pytest
from build_tools.lexicon.speakers import Speaker, find_speakers, points_back

from build_tools.sources.library import Library

VERELIN, ULVHOLT, HOLMVIK, DORSCH = (
    "Tovan Verelin",
    "Maren Ulvholt",
    "Anders Holmvik",
    "Milena Dorsch",
)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Holmvik said so.", {Speaker(HOLMVIK, "")}),
        ("So it is, said Dorsch.", {Speaker(DORSCH, "")}),
        ("So it is, said Dorsch, Ulvholt's secretary.", {Speaker(DORSCH, "")}),
        ("Ulvholt told Verelin so.", {Speaker(ULVHOLT, "told verelin")}),
        ("Holmvik told reporters so.", {Speaker(HOLMVIK, "told reporters")}),
        ("Verelin, for his part, said so.", {Speaker(VERELIN, "")}),
        ("It is so, according to Ulvholt.", {Speaker(ULVHOLT, "")}),
        ("Verelin was quoted by an official as saying so.", {Speaker(VERELIN, "")}),
        ("Ulvholt met Verelin, and he said so.", {Speaker(VERELIN, "")}),
        (
            "Ulvholt and Verelin reaffirmed it.",
            {Speaker(ULVHOLT, "reaffirm"), Speaker(VERELIN, "reaffirm")},
        ),
        ("Ulvholt met Verelin.", set()),
        # The other of the two speaks.
        ("He said Verelin plans to go.", set()),
        ("The ministry said so.", set()),
    ],
)
def test_speakers(library: Library, text: str, speakers: set[Speaker]) -> None:
    assert find_speakers(text, library.names) == speakers


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("He said so.", True),
        ("The head of government said so.", True),
        ("Ulvholt arrived, and he said so.", False),
        ("Ulvholt said so.", False),
        ("He arrived.", False),
    ],
)
def test_whether_only_the_text_before_can_name_who_speaks(
    library: Library, text: str, back: bool
) -> None:
    assert points_back(text, library.names) is back
