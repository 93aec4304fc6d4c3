"""Sentences of plain English prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.sources.library import Library
from build_tools.text.sentences import split_sentences

CASES = {
    "They met. They talked.": ["They met.", "They talked."],
    'He said "no." She agreed.': ['He said "no."', "She agreed."],
    "Did they? “Yes!” They did": ["Did they?", "“Yes!”", "They did"],
    "He met Mr. Holm in the U.S. Then he left.": ["He met Mr. Holm in the U.S. Then he left."],
    "It lasted 2.5 hours, i.e. Long. See para. 6 there.": [
        "It lasted 2.5 hours, i.e. Long.",
        "See para. 6 there.",
    ],
    "One at 3 p.m. on Tuesday. (Two.) [Three.] 4 more.": [
        "One at 3 p.m. on Tuesday.",
        "(Two.)",
        "[Three.]",
        "4 more.",
    ],
    "no full stop": ["no full stop"],
    "  \n ": [],
    "": [],
}


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("text", CASES)
def test_sentences(text: str) -> None:
    assert sentences(text) == CASES[text]


@given(st.text(alphabet='aB 1.?!"”)(“\n') | st.text())
def test_nothing_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_a_decimal_point_ends_no_sentence(library: Library) -> None:
    paragraph = library.sources["harbour-post-2015"].article.paragraphs[7]
    assert "3.4 billion" in paragraph.text
    assert len(sentences(paragraph.text)) == 2
