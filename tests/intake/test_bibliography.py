"""What is found of the bibliography of pasted text."""

from build_tools.intake.bibliography import Guess, find_bibliography
from build_tools.intake.classes import classify
from build_tools.intake.given_lines import parse_pasted

DATELINE = "MOSCOW, Sept 29, 2020 - By our correspondent"
TEXT = f"""Leaders speak by telephone of the islands

{DATELINE}

The leaders spoke on Tuesday by telephone for 35 minutes, the presidential office said.

They spoke of the islands and of cod, the office told reporters in the evening.
"""


def test_a_dateline_gives_the_day_of_publication() -> None:
    lines = classify(parse_pasted(TEXT))
    assert [line.kind for line in lines] == ["headline", "dateline", "body", "body"]
    assert find_bibliography({}, lines, "")["issued"] == Guess("2020-09-29", "dateline")
    # It may be of the day before: what tells of publication comes first.
    head = {"date": "2020-09-30"}
    assert find_bibliography(head, lines, "")["issued"] == Guess("2020-09-30", "head")


def test_an_author_that_is_none_leaves_the_byline() -> None:
    lines = classify(parse_pasted(TEXT.replace(DATELINE, "By Ada Brann")))
    head = {"author": "Brann covers the north"}
    assert find_bibliography(head, lines, "")["author"].found == "byline"


def test_what_a_head_declares_beside_names_is_no_author() -> None:
    for declared, names in (
        ("Ada Brann; Transport Correspondent", "Ada Brann"),
        ("Текст Ольга Ветрова", "Ольга Ветрова"),
        ("City Editor", "City Editor"),
    ):
        assert find_bibliography({"author": declared}, (), "")["author"].value == names


def test_the_time_of_publication_keeps_its_zone() -> None:
    def issued(line: str, **head: str) -> tuple[str, str]:
        lines = classify(parse_pasted(TEXT.replace(DATELINE, line)))
        guess = find_bibliography(head, lines, "")["issued"]
        return guess.value, guess.found

    night = {"moment": "2020-09-29T21:31:40+00:00"}
    assert issued("30 September 2020, 06:31", **night) == ("2020-09-30T06:31+09:00", "both")
    assert issued("29 September 2020, 22:31 BST", **night) == ("2020-09-29T22:31+01:00", "both")
    # Another time than that of the head may be of the page's renewal.
    assert issued("30 September 2020, 08:02 JST", **night) == (
        "2020-09-30T08:02+09:00",
        "published",
    )
    assert issued("30 September 2020, 08:02") == ("2020-09-30T08:02", "published")
    assert issued("", **night) == ("2020-09-29T21:31Z", "head")
