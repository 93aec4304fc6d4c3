"""Relations of words, drawn from files like WordNet's."""

from pathlib import Path

import pytest

from build_tools.english.draw_word_relations import draw, render

# Two synsets of adjectives that are contraries, and a verb with its noun.
FILES = {
    "data.adj": "  1 A licence.\n"
    "00000001 00 a 01 legal 0 001 ! 00000002 a 0101 | lawful  \n"
    "00000002 00 a 01 illegal(p) 0 001 ! 00000001 a 0101 | unlawful  \n",
    "data.verb": "00000003 29 v 01 decide 0 001 + 00000004 n 0101 01 + 02 00 | settle  \n",
    "data.noun": "00000004 04 n 02 decision 0 odd_one 0 001 + 00000003 v 0101 | a choice  \n",
    "data.adv": "",
    "verb.exc": "went go\nagreed agree\n",
    "noun.exc": "geese goose\n",
    "adj.exc": "",
    "adv.exc": "better well\n",
}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="ascii")
    return tmp_path


def test_relations_are_drawn(database: Path) -> None:
    assert draw(database) == {
        "opposite": {("illegal", "legal")},
        "derived": {("decide", "decision")},
        # Forms with a stem of their own alone.
        "conjugated": {("went", "go")},
        "irregular": {("geese", "goose"), ("better", "well")},
    }


def test_a_relation_is_one_line_for_each_first_word() -> None:
    text = render(
        {
            "conjugated": {("went", "go")},
            "irregular": set(),
            "derived": set(),
            "opposite": {("hot", "icy"), ("hot", "cold")},
        }
    )
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == ["conjugated went go", "opposite hot cold icy"]
