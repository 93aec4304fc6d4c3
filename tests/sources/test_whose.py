"""Whose each word of a text is."""

import pytest

from build_tools.sources.cast import Cast, find_casts
from build_tools.sources.library import Library
from build_tools.sources.whose import find_owned

VERELIN, ULVHOLT, DORSCH = "Tovan Verelin", "Maren Ulvholt", "Milena Dorsch"


@pytest.fixture
def cast(library: Library) -> Cast:
    return find_casts(tuple(library.sources.values()))


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Ulvholt planned a new tower.", "tower", {ULVHOLT}),
        ("Kestria argues that the sale was lawful.", "lawful", {"Kestria"}),
        ("Kestria wants the sale, while Orlavia wants a loan.", "loan", {"Orlavia"}),
        # Whose view it is.
        ("To Kestria, the sale was lawful.", "lawful", {"Kestria"}),
        ("Kestria's view is that the sale was lawful.", "lawful", {"Kestria"}),
        ("The plan came from Ulvholt.", "plan", {ULVHOLT}),
        # A passive, and those joined.
        ("The tower was restored by Kestria.", "restored", {"Kestria"}),
        ("Ulvholt and Verelin opened the tower.", "tower", {ULVHOLT, VERELIN}),
        ("Ulvholt spoke with Verelin about ships.", "ships", {ULVHOLT, VERELIN}),
        ("Talks between Ulvholt and Verelin were frank.", "frank", set()),
        # Quoted sentences are the speaker's.
        ('"I want a new tower," Ulvholt told Verelin.', "tower", {ULVHOLT}),
        ('Verelin was quoted by an official as saying, "I like ships."', "ships", {VERELIN}),
        ('"The tower is tall," Ulvholt said.', "tall", {ULVHOLT}),
        ('"We want ships," Ulvholt said.', "ships", set()),
        ("Ulvholt, who planned a tower, left.", "tower", {ULVHOLT}),
        ("Verelin knew the man who planned a tower.", "tower", set()),
        # Who is asked does it.
        ("Verelin invited Ulvholt to restore the tower.", "tower", set()),
        # What stands beside a name goes with it; a condition is nobody's.
        ("Ulvholt met the tall adviser Dorsch.", "tall", set()),
        ("Ulvholt left, once the tower was restored.", "tower", set()),
        ("The tower stood.", "tower", set()),
    ],
)
def test_whose_a_word_is(
    library: Library, cast: Cast, text: str, word: str, names: set[str]
) -> None:
    [found] = [o.names for o in find_owned(text, library.names, cast) if o.word.text == word]
    assert found == names
