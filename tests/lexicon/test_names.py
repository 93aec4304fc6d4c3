"""Names in a text: the forms of the glossary, and capitalised words that it does not have."""

from pathlib import Path

import pytest

from build_tools.lexicon.names import Names, load_names
from build_tools.sources.library import Library

FILE = """\
people:
  - [Lars Ottermo, Ottermo]
countries:
  - [Kestria, Kestria-Orlavia]
  - [Orlavia, Kestria-Orlavia]
titles:
  - [prime minister, premier]
"""


@pytest.fixture
def small(tmp_path: Path) -> Names:
    (tmp_path / "names.yml").write_text(FILE, encoding="utf-8")
    names = load_names(tmp_path / "names.yml", "docs/_data/names.yml")
    assert names.problems == ()
    return names


def named(names: Names, text: str) -> list[tuple[str, str]]:
    return [(mention.name, mention.kind) for mention in names.mentions(text)]


def test_every_form_leads_to_the_main_one(small: Names) -> None:
    assert named(small, "Ottermo") == named(small, "Lars Ottermo") == [("Lars Ottermo", "people")]
    assert named(small, "Kestria-Orlavia ties") == [
        ("Kestria", "countries"),
        ("Orlavia", "countries"),
    ]
    for form in ("Prime Minister", "prime ministers", "the Premier"):
        assert named(small, form) == [("prime minister", "titles")], form


@pytest.mark.parametrize("text", ["Ottermonics", "ottermo", "kestria", "unpremiered"])
def test_a_form_is_found_in_whole_words_and_its_own_case(small: Names, text: str) -> None:
    assert [name for name, kind in named(small, text) if kind] == []


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("He met Zelda there.", ["Zelda"]),
        # The first word of a sentence or a quotation has a capital anyway.
        ("Zelda met him. Islands were named.", []),
        ('He said: "Friction is a factor."', []),
        # But capitals within a word are a name wherever they stand.
        ("NATO met him.", ["NATO"]),
        ("He came on Monday in May.", []),
        ("He read Zelda's letter.", ["Zelda"]),
    ],
)
def test_names_that_the_glossary_lacks(small: Names, text: str, unknown: list[str]) -> None:
    assert [name for name, kind in named(small, text) if not kind] == unknown


def test_mentions_are_where_they_say(library: Library) -> None:
    text = "Kestrian Prime Minister Maren Ulvholt told Verelin about the Harbour Bell."
    found = library.names.mentions(text)
    assert [mention.name for mention in found] == [
        "Kestria",
        "prime minister",
        "Maren Ulvholt",
        "Tovan Verelin",
        "Harbour Bell",
    ]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


def test_a_missing_file_is_an_empty_glossary(tmp_path: Path) -> None:
    names = load_names(tmp_path / "none.yml", "none.yml")
    assert (names.problems, named(names, "Ottermo")) == ((), [])


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("people:\n  - [A B]\npeple: []\n", 3, "'peple' must be a known one", "'people'"),
        ("people:\n  - []\n", 2, "'people.0'", ""),
        ("people:\n  - Ottermo\n", 2, "'people.0' must be a list", "found 'Ottermo'"),
        ("- Ottermo\n", 1, "must be a mapping", "copy the comments of the file"),
    ],
)
def test_a_wrong_file_is_a_problem_at_its_line(
    tmp_path: Path, text: str, line: int, message: str, hint: str
) -> None:
    path = tmp_path / "names.yml"
    path.write_text(text, encoding="utf-8")
    [problem] = load_names(path, "docs/_data/names.yml").problems
    assert (problem.code, problem.place.path, problem.place.line) == (
        "names",
        "docs/_data/names.yml",
        line,
    )
    assert message in problem.message
    assert hint in problem.hint


def test_a_file_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "names.yml").write_bytes(b"people: [[\xff]]")
    [problem] = load_names(tmp_path / "names.yml", "names.yml").problems
    assert problem.message == "the file must be UTF-8 text"
