"""What holds in a case is not told as what will come, nor what will come as a case."""

from pathlib import Path

import pytest
from fixture_types import ReadPage
from project import write_source

from build_tools.checks.registry import check_statement
from build_tools.sources.library import Library, load_library

IF = "Orlavia may sell ships to Kestria if the bell is returned to Ilvany."
SHOULD = "Should the bell be returned to Ilvany, Orlavia may sell ships to Kestria."
HINGES = "Orlavia's sale of ships to Kestria hinges on the return of the bell to Ilvany."
ONCE = "Orlavia will sell ships to Kestria once the bell is returned to Ilvany."
AFTER = "Orlavia will sell ships to Kestria after the return of the bell."
COULD = '"If Kestria returned the bell, Orlavia could sell ships," Verelin said.'
WOULD = "Verelin said that Orlavia would sell ships if Kestria returned the bell."


def codes_of(
    read_page: ReadPage, library: Library, folder: Path, paragraph: str, text: str
) -> set[str]:
    """Return what is found in a statement on an article of one paragraph."""
    write_source(folder, "coast-2020", [paragraph])
    own = load_library(folder, names=library.names)
    [statement] = read_page(f"{text} [@coast-2020, para. 1].", own).statements
    codes = {problem.code for problem in check_statement(statement, own)}
    return codes - {"attribution", "copied"}


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (IF, "Orlavia may sell ships to Kestria when the bell is returned"),
        (IF, "Once the bell is returned, Orlavia may sell ships to Kestria"),
        (IF, "Orlavia may sell ships to Kestria after the return of the bell"),
        (IF, "Orlavia may sell ships to Kestria as soon as Ilvany has the bell"),
        (SHOULD, "When the bell is returned, Orlavia may sell ships to Kestria"),
        (HINGES, "Orlavia will sell ships to Kestria after the return of the bell"),
        (ONCE, "Orlavia will sell ships to Kestria if the bell is returned"),
        (AFTER, "Orlavia will sell ships to Kestria if the bell is returned"),
        (COULD, "Orlavia will sell ships if Kestria returns the bell, Verelin said"),
        (COULD, "Orlavia could sell ships when Kestria returns the bell, Verelin said"),
    ],
)
def test_a_case_is_no_time_and_a_time_no_case(
    read_page: ReadPage, library: Library, tmp_path: Path, paragraph: str, text: str
) -> None:
    assert "degree" in codes_of(read_page, library, tmp_path, paragraph, text)


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (IF, "Orlavia may sell ships to Kestria if the bell is returned"),
        (IF, "Should the bell be returned, Orlavia may sell ships to Kestria"),
        (IF, "In the event of the return of the bell, Orlavia may sell ships to Kestria"),
        (IF, "Orlavia may sell ships to Kestria provided that the bell is returned"),
        (IF, "Orlavia may sell ships to Kestria if and when the bell is returned"),
        # "A return" supposes one.
        (IF, "Orlavia may sell ships to Kestria after a return of the bell"),
        (SHOULD, "Orlavia may sell ships to Kestria if the bell is returned"),
        (HINGES, "Orlavia will sell ships to Kestria if the bell is returned"),
        (ONCE, "When the bell is returned, Orlavia will sell ships to Kestria"),
        (AFTER, "Orlavia will sell ships to Kestria once the bell is returned"),
        (COULD, "Orlavia could sell ships if Kestria returned the bell, Verelin said"),
        # What is said in the past has "would" for "will".
        (WOULD, "Orlavia will sell ships if Kestria returns the bell, Verelin said"),
    ],
)
def test_a_case_may_be_told_in_other_words(
    read_page: ReadPage, library: Library, tmp_path: Path, paragraph: str, text: str
) -> None:
    assert codes_of(read_page, library, tmp_path, paragraph, text) == set()
