"""How pages read: what is counted, and what is beyond the limits."""

import pytest
from fixture_types import ReadPage

from build_tools.cli.reading import Reading, describe_reading
from build_tools.cli.reading import read_page as count_page
from build_tools.files.limits import Limits
from build_tools.sources.library import Library

LIMITS = Limits()


def reading(
    words: int = 300, sentences: int = 20, attributions: int = 0, markers: int = 0
) -> Reading:
    return Reading("docs/a.md", words, sentences, attributions, markers)


def test_what_is_beyond_the_limits_is_named() -> None:
    assert reading().beyond(LIMITS) == ()
    assert reading(sentences=40).beyond(LIMITS) == ("short sentences",)
    assert reading(sentences=10).beyond(LIMITS) == ("long sentences",)
    assert reading(attributions=12, markers=16).beyond(LIMITS) == (
        "many attributions",
        "many markers",
    )
    # A few sentences have no average.
    assert reading(words=100, sentences=30, markers=30).beyond(LIMITS) == ()


def test_prose_is_counted_and_tables_and_blocks_are_not(
    read_page: ReadPage, library: Library
) -> None:
    prose = "The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].\n"
    table = "| Length |\n| --- |\n| 35 minutes, Osten reported [@osten-2019, para. 2]. |\n"
    block = (
        '```passage\ncite: "[@harbour-post-2015, para. 4]"\nfrom: I am patient\nto: not resigned\n'
        "speaker: Danica Revnik\n```\n"
    )
    page = read_page(f"{prose}\n{table}\n{block}")
    assert len(page.statements) == 3
    found = count_page(page, library)
    assert (found.words, found.sentences, found.attributions, found.markers) == (7, 1, 1, 1)


@pytest.mark.parametrize(
    ("sentence", "attributions"),
    [
        ("The quarrel is old, said the spokeswoman of the president, Milena Dorsch", 1),
        ("In the words of the minister Radomir Kešlar, it is a loan", 1),
        ("To Kestria it was a sale; to Orlavia it was none", 1),
        # What goes to a country is not its account, and what a treaty states is nobody's.
        ("The treaty states that two of the bells are to be returned to Orlavia", 0),
        ("Two bells go to Orlavia", 0),
    ],
)
def test_an_attribution_is_counted_where_somebody_says_it(
    read_page: ReadPage, library: Library, sentence: str, attributions: int
) -> None:
    page = read_page(f"{sentence} [@osten-2019, para. 5].\n")
    assert count_page(page, library).attributions == attributions


def test_a_page_beyond_a_limit_is_told_so_in_the_table(
    read_page: ReadPage, library: Library
) -> None:
    sentence = "The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].\n\n"
    page = read_page(sentence * 30)
    told = describe_reading([page], library)
    assert "short sentences, many attributions, many markers" in told
