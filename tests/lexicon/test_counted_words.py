"""Counting words in articles: which uses of a term are found, and what is wrong in their file."""

from pathlib import Path

import pytest

from build_tools.lexicon.counted_words import (
    CountedWord,
    CountedWords,
    CountedWordsFile,
    load_counted_words,
)

WORDING = CountedWords(
    CountedWordsFile.model_validate(
        {
            "names": [
                {"term": "Harbour Bells", "forms": ["Harbour Bells", "Harbours"]},
                {"term": "bells", "forms": ["bells"]},
            ],
            "verbs": [{"term": "took", "forms": ["took"], "not-in": ["took office"]}],
        }
    )
)


def found(text: str) -> list[tuple[str, str]]:
    return [(use.term, text[use.start : use.end]) for use in WORDING.find_uses(text)]


def test_the_longest_form_wins_and_capitals_do_not_matter() -> None:
    assert found("The Harbour bells are bells.") == [
        ("Harbour Bells", "Harbour bells"),
        ("bells", "bells"),
    ]


def test_a_form_is_a_whole_word() -> None:
    assert found("The Harboursk bellsmen and a bell.") == []


def test_a_verb_counts_only_in_a_sentence_that_has_one_of_the_names() -> None:
    assert found("An army took the bells. Long talks took years.") == [
        ("took", "took"),
        ("bells", "bells"),
    ]


def test_words_that_mean_something_else_do_not_count() -> None:
    assert found("When he took office, the bells came up.") == [("bells", "bells")]


def test_what_is_wrong_in_the_file_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "counted-words.yml"
    path.write_text("names:\n  - term: bells\n    form: [bells]\n", encoding="utf-8")
    problems = load_counted_words(path, "docs/_data/counted-words.yml").problems
    [problem] = problems
    assert str(problem.place) == "docs/_data/counted-words.yml:3:5"
    assert "forms" in problem.hint


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("names:\n  - {term: a, forms: ['-']}\n", "2:24", "must hold a word"),
        (
            "names:\n  - {term: a, forms: [b, C]}\nverbs:\n  - {term: d, forms: [c]}\n",
            "4:23",
            "the form 'c' must stand once",
        ),
    ],
)
def test_a_form_that_cannot_be_counted_is_a_problem(
    tmp_path: Path, text: str, place: str, message: str
) -> None:
    path = tmp_path / "counted-words.yml"
    path.write_text(text, encoding="utf-8")
    [problem] = load_counted_words(path, "counted-words.yml").problems
    assert str(problem.place) == f"counted-words.yml:{place}"
    assert message in problem.message


def test_a_name_before_an_apostrophe_is_used_and_letters_behind_one_are_no_word() -> None:
    terms = [{"term": "Tenor", "forms": ["Tenor"]}, {"term": "s", "forms": ["s"]}]
    wording = CountedWords(CountedWordsFile.model_validate({"names": terms}))
    assert [use.term for use in wording.find_uses("Tenor's and Treble’s")] == ["Tenor"]


def test_no_file_no_terms(tmp_path: Path) -> None:
    assert load_counted_words(tmp_path / "none.yml", "none.yml").find_uses("bells") == ()


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "counted-words.yml"
    path.write_bytes(b"\xff\xfe")
    [problem] = load_counted_words(path, "counted-words.yml").problems
    assert "UTF-8" in problem.message


def test_a_term_needs_a_form() -> None:
    assert CountedWord.model_validate({"term": "a", "forms": ["a"]}).not_in == ()
