"""Notes on whoever wrote the article are known by the name, and names by their form."""

import pytest

from build_tools.intake.authors import may_be_author
from build_tools.intake.classes import classify
from build_tools.intake.given_lines import parse_pasted

ARTICLE = """Bell found in the lake near Osten

By Ada Brann

9 March 2018

Divers found the bell in the lake on Friday, the mayor of Osten told reporters.

It had lain in the lake since the winter of the storm, the divers said.

“Nobody had asked for it,” said Jo Brannigan, who keeps the museum of bells.

{note}
"""


def kind_of(note: str) -> str:
    return classify(parse_pasted(ARTICLE.format(note=note)))[-1].kind


@pytest.mark.parametrize(
    "note",
    [
        "Ada Brann has lived by the lake for eleven years, and keeps bees there.",
        "Ada Brann, a diver, is at work on a book on bells that were lost.",
        "Contact Ada Brann at the counter of the diner on Front Street.",
        "Brann reported from Osten and from the deck of a boat.",
    ],
)
def test_a_note_on_the_author_is_no_paragraph(note: str) -> None:
    assert kind_of(note) == "byline"


@pytest.mark.parametrize(
    "note",
    [
        "Jo Brannigan has lived by the lake for eleven years, and keeps bells there.",
        "Brannigan keeps the bell in the museum, where the mayor has seen it.",
        "The mayor said that Ada Brann of the museum had known of the bell.",
    ],
)
def test_what_is_said_of_others_is_a_paragraph(note: str) -> None:
    assert kind_of(note) == "body"


def test_names_are_told_from_parts_of_sentences() -> None:
    assert all(map(may_be_author, ("Ada Brann", "ADA BRANN", "Coast Journal", "千島浩一")))
    assert not any(map(may_be_author, ("Orn covers Orlavia", "Its Neighbours He Is Based", "")))
