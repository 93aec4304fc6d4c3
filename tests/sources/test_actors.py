"""Who does what in a text."""

import pytest

from build_tools.sources.actors import find_actors, find_acts
from build_tools.sources.cast import Cast
from build_tools.sources.library import Library

VERELIN, ULVHOLT, HOLMVIK = "Tovan Verelin", "Maren Ulvholt", "Anders Holmvik"
DORSCH, KESLAR = "Milena Dorsch", "Radomir Kešlar"


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        ("Verelin opened the tower.", "opened", {VERELIN}),
        ("Verelin will open the tower.", "open", {VERELIN}),
        ("The tower was opened by Verelin.", "opened", {VERELIN}),
        ("Verelin and Ulvholt opened it.", "opened", {VERELIN, ULVHOLT}),
        ("Dorsch, Holmvik and Ulvholt opened it.", "opened", {DORSCH, HOLMVIK, ULVHOLT}),
        (
            "Orlavian President Verelin and Kestrian Prime Minister Ulvholt opened it.",
            "opened",
            {VERELIN, ULVHOLT},
        ),
        ("Kestrian sailors seized it.", "seized", {"Kestria"}),
        ("The Kestrian prime minister opened it.", "opened", {ULVHOLT}),
        ("Holmvik arrived, and he opened it.", "opened", {HOLMVIK}),
        ("Verelin, who opened it, left.", "opened", {VERELIN}),
        ("Verelin, whom Ulvholt knew, opened it.", "opened", {VERELIN}),
        ("Ulvholt called Verelin to open a door.", "open", {ULVHOLT}),
        # Who is chosen does it, and not who chooses.
        ("The sailors whom Ulvholt had chosen to open it left.", "open", None),
        ("Ulvholt sent a team of sailors to open it.", "open", None),
        ("Ulvholt appointed Dorsch to open it.", "open", {DORSCH}),
        ("Ulvholt was chosen to open it.", "open", {ULVHOLT}),
        # What is somebody's own is his doing, and what he does now.
        ("Verelin expressed his hope.", "hope", {VERELIN}),
        ("Ulvholt left, and she wants it.", "wants", {ULVHOLT}),
        ("Ulvholt left with her.", "with", None),
        # Two who were named, and somebody who is not "he".
        ("Ulvholt wrote to Verelin. The two met.", "met", {ULVHOLT, VERELIN}),
        ("Dorsch wrote to Ulvholt and Verelin. The two met.", "met", set()),
        ("Holmvik hopes that he and Verelin agree, and he left.", "left", {HOLMVIK}),
        # Somebody beside it does not do it.
        ("A friend of Verelin opened it.", "opened", None),
        ("Ulvholt told Verelin, and opened it.", "opened", {ULVHOLT}),
        ("The tower was opened.", "opened", None),
        ("Verelin's friend opened it.", "opened", None),
        ("Dorsch said Verelin had left, and opened it.", "opened", None),
        ("Verelin left; nobody opened it.", "opened", None),
        ("Verelin left. The tower opened.", "opened", None),
    ],
)
def test_who_does_it(
    library: Library, cast: Cast, text: str, verb: str, doers: set[str] | None
) -> None:
    found = [act.doers for act in find_acts(text, library.names, cast) if act.verb.text == verb]
    assert found == ([] if doers is None else [doers])


def test_actors_are_people_countries_titles_groups_and_pronouns(
    library: Library, cast: Cast
) -> None:
    text = "The president met Ulvholt in Orlavia, and the two leaders talked of her."
    found = find_actors(text, library.names, cast)
    assert [(text[a.start : a.end], a.kind) for a in found] == [
        ("president", "people"),
        ("Ulvholt", "people"),
        ("Orlavia", "countries"),
        ("the two leaders", "groups"),
        ("her", "pronouns"),
    ]
    assert found[0].names == {VERELIN}
