"""Who speaks in a text."""

import pytest

from build_tools.sources.cast import Cast
from build_tools.sources.library import Library
from build_tools.sources.speakers import find_speakers

VERELIN, ULVHOLT, HOLMVIK = "Tovan Verelin", "Maren Ulvholt", "Anders Holmvik"
DORSCH, KESLAR = "Milena Dorsch", "Radomir Kešlar"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Holmvik said so.", {HOLMVIK}),
        ("So it is, said Dorsch.", {DORSCH}),
        ("Ulvholt told Verelin so.", {ULVHOLT}),
        ("It is so, according to Ulvholt.", {ULVHOLT}),
        ("Verelin was quoted as saying so.", {VERELIN}),
        ("By Kešlar's account it is so.", {KESLAR}),
        ("Holmvik arrived, and he said so.", {HOLMVIK}),
        ("Ulvholt and Verelin said so.", {ULVHOLT, VERELIN}),
        ("Ulvholt met Verelin.", set()),
        ("Ulvholt said she spoke by phone with President Verelin.", {ULVHOLT}),
        ("Ulvholt told of talks with Verelin of the two states.", {ULVHOLT}),
        ("The ministry said so.", set()),
        # What is quoted shows nobody speaking.
        ('It read: "Holmvik said so."', set()),
    ],
)
def test_who_speaks(library: Library, cast: Cast, text: str, speakers: set[str]) -> None:
    assert find_speakers(text, library.names, cast) == speakers
