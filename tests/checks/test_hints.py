"""What the hint of a finding leads to: the paragraph that has it, the line that is to be added."""

import re

import pytest
from fixture_types import ReadPage

from build_tools.checks.registry import STATEMENT_CHECKS
from build_tools.sources.library import Library


def hints(read_page: ReadPage, library: Library, markdown: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for statement in read_page(markdown).statements:
        for check in STATEMENT_CHECKS:
            for problem in check.run(statement, library):
                found.setdefault(problem.code, []).append(problem.hint)
    return found


@pytest.mark.parametrize(
    ("sentence", "cited", "right"),
    [
        ("Kešlar told Osten about the negotiations", 6, 8),
        ("Kešlar will head the delegation, Osten reported", 7, 8),
        ("The leaders reaffirmed the treaty, Dorsch said, by Osten's account", 3, 5),
        # Another paragraph has these words as well, and less of the sentence.
        ("The negotiations were suspended in March 2018, Osten reported", 9, 10),
        ("The plan is to be submitted to the leaders by September, Osten reported", 9, 7),
        ("The negotiations will be held in Aldermere, Osten reported", 10, 8),
    ],
)
def test_a_hint_names_the_paragraph_that_is_meant(
    read_page: ReadPage, library: Library, sentence: str, cited: int, right: int
) -> None:
    found = hints(read_page, library, f"{sentence} [@osten-2019, para. {cited}].")
    texts = [text for of_code in found.values() for text in of_code]
    named = re.findall(r"osten-2019, para\. (\d+), has", " ".join(texts))
    assert named
    assert {*named} == {str(right)}, texts


@pytest.mark.parametrize(
    ("sentence", "cited", "right"),
    [
        ("The call took 35 minutes, and Verelin complimented Ulvholt on taking office", "2, 4", 4),
        ("Kestria requested the 35 minutes, and a plan was glumly agreed", "2, 7", 7),
        # The window of the paragraph that goes on has the sentence before it as well.
        ("The plan covers tourism, and Kešlar heads the group in Aldermere in June", "7-8", 8),
        ("The sides gladly agreed on a plan, and Kešlar heads the delegation in June", "7-8", 7),
    ],
)
def test_of_several_paragraphs_a_hint_names_the_one_of_the_clause(
    read_page: ReadPage, library: Library, sentence: str, cited: str, right: int
) -> None:
    found = hints(read_page, library, f"{sentence}, Osten reported [@osten-2019, paras. {cited}].")
    assert found["stand-in"]
    for hint in found["stand-in"]:
        assert re.match(rf"osten-2019, para\. {right}: .", hint), hint


def test_a_hint_lists_no_words_of_which_none_is_likely(
    read_page: ReadPage, library: Library
) -> None:
    sentence = "Ulvholt generously thanked him, Osten reported [@osten-2019, para. 4]."
    found = hints(read_page, library, sentence)
    assert found["stand-in"] == ["osten-2019, para. 4: no word there is known to be like it"]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("The LMM holds it, Osten reported", "- [Lindhaven Maritime Museum, LMM]"),
        ("The QQZ holds it, Osten reported", "- [THE NAME THERE, QQZ]"),
    ],
)
def test_a_form_that_no_list_has_is_told_with_the_line_to_add(
    read_page: ReadPage, library: Library, sentence: str, line: str
) -> None:
    found = hints(read_page, library, f"{sentence} [@osten-2019, para. 6].")
    [hint] = found["name"]
    assert hint.startswith("there: ")
    assert f"docs/_data/names.yml takes {line}" in hint
