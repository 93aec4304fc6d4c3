"""The account of a statement's words."""

from dataclasses import replace

import pytest
from fixture_types import ReadPage

from build_tools.lexicon.stand_ins import StandIn, StandIns
from build_tools.pages.account import Account, account_for, witnesses
from build_tools.sources.library import Library

CITED = "[@osten-2019, para. 4]"


def account(read_page: ReadPage, library: Library, text: str) -> Account:
    [statement] = read_page(text, library).statements
    return account_for(statement, library)


def missing(found: Account) -> list[list[str]]:
    return [[word.text for word in run] for run in found.missing]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Verelin congratulated Ulvholt", []),
        # Words of one family or one group are one.
        ("Ulvholt conveyed her hopes of a trip", [["conveyed"]]),
        ("Verelin wept", [["wept"]]),
        # Neighbours are one phrase; others are not.
        ("Verelin bitterly wept", [["bitterly", "wept"]]),
        ("Verelin bitterly congratulated a weeping Ulvholt", [["bitterly"], ["weeping"]]),
        # Quotations have a check of their own.
        ('Verelin was "weeping bitterly"', []),
    ],
)
def test_words_that_no_cited_paragraph_has(
    read_page: ReadPage, library: Library, text: str, runs: list[list[str]]
) -> None:
    assert missing(account(read_page, library, f"{text} {CITED}.")) == runs


def test_the_label_of_ownership_is_no_statement(read_page: ReadPage, library: Library) -> None:
    text = f"Osten, Orlavia's state news agency, told of an invitation {CITED}."
    found = account(read_page, library, text)
    assert missing(found) == []
    assert "state news agency" not in found.text
    assert len(found.text) == len(text.removesuffix(f" {CITED}."))


def test_a_stand_in_has_the_keys_of_what_it_stands_for(
    read_page: ReadPage, library: Library
) -> None:
    entry = StandIn(ours="bowed to", theirs="congratulated")
    unneeded = StandIn(ours="invited", theirs="asked")
    own = replace(library, stand_ins=StandIns((entry, unneeded)))
    found = account(read_page, own, f"Verelin bowed to Ulvholt {CITED}.")
    assert (missing(found), found.used) == ([], {entry})
    [congratulated] = account(read_page, own, f"Verelin congratulated Ulvholt {CITED}.").words
    bowed = next(word for word in found.words if word.text == "bowed")
    assert bowed.keys & congratulated.keys


def test_no_stand_in_is_needed_for_a_word_that_says_less(
    read_page: ReadPage, library: Library
) -> None:
    own = replace(library, stand_ins=StandIns((StandIn(ours="took", theirs="seized"),)))
    found = account(read_page, own, "Sailors took the bell [@osten-2019, para. 6].")
    assert (missing(found), found.used) == ([], frozenset())


def test_without_a_paragraph_there_are_no_windows(read_page: ReadPage, library: Library) -> None:
    found = account(read_page, library, 'Osten has none [@osten-2019, no mention of "poll"].')
    assert found.windows == ()


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("The call lasted 35 minutes [@meridian-2019, para. 3; @osten-2019, para. 2].", 1),
        (
            "The bell was cast in 1644 [@harbour-post-2015, para. 3; @meridian-2019, para. 6].",
            2,
        ),
        # One tells most of it, and the other a part: it has no second witness.
        (
            "The call lasted 35 minutes, and the talks of 2015 lasted 90 "
            "[@osten-2019, para. 2; @harbour-post-2015, para. 2].",
            1,
        ),
    ],
)
def test_a_witness_bears_out_most_of_a_statement_by_itself(
    text: str, origins: int, read_page: ReadPage, library: Library
) -> None:
    [statement] = read_page(text).statements
    assert len(witnesses(statement, library)) == origins
