"""Who is shown speaking in a text."""

import pytest

from build_tools.lexicon.speakers import Speaker, find_speakers, points_back
from build_tools.sources.library import Library

KISHIDA, PUTIN, SUGA, KATO = "Fumio Kishida", "Vladimir Putin", "Yoshihide Suga", "Katsunobu Kato"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Kishida said so.", {Speaker(KISHIDA, "")}),
        ("So it is, said Kato.", {Speaker(KATO, "")}),
        ("So it is, said Kato, Suga's secretary.", {Speaker(KATO, "")}),
        ("Suga told Putin so.", {Speaker(SUGA, "told putin")}),
        ("Kishida told reporters so.", {Speaker(KISHIDA, "told reporters")}),
        ("Putin, for his part, said so.", {Speaker(PUTIN, "")}),
        ("It is so, according to Suga.", {Speaker(SUGA, "")}),
        ("Putin was quoted by an official as saying so.", {Speaker(PUTIN, "")}),
        ("Suga met Putin, and he said so.", {Speaker(PUTIN, "")}),
        ("Suga and Putin reaffirmed it.", {Speaker(SUGA, "reaffirm"), Speaker(PUTIN, "reaffirm")}),
        ("Suga met Putin.", set()),
        # The other of the two speaks.
        ("He said Putin plans to go.", set()),
        ("The ministry said so.", set()),
    ],
)
def test_speakers(library: Library, text: str, speakers: set[Speaker]) -> None:
    assert find_speakers(text, library.names) == speakers


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("He said so.", True),
        ("The Russian leader said so.", True),
        ("Suga arrived, and he said so.", False),
        ("Suga said so.", False),
        ("He arrived.", False),
    ],
)
def test_whether_only_the_text_before_can_name_who_speaks(
    library: Library, text: str, back: bool
) -> None:
    assert points_back(text, library.names) is back
