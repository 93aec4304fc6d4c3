"""What is found of the bibliography of pasted text, and of a page."""

import json

import pytest

from build_tools.intake.bibliography import Guess, find_bibliography
from build_tools.intake.classes import classify
from build_tools.intake.given_lines import parse_pasted
from build_tools.intake.saved_page import parse_saved

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


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("This article was amended on 1 October 2020 to correct the length.", "2020-10-01"),
        ("A correction was made on Oct. 1, 2020: It was not on Sept. 3, 2020.", "2020-10-01"),
        ("Correction: An earlier version had the call on 3 September 2020.", ""),
    ],
)
def test_a_note_of_a_correction_gives_the_day_of_the_change_alone(note: str, day: str) -> None:
    lines = classify(parse_pasted(f"{TEXT}\n{note}\n"))
    assert (lines[-1].text, lines[-1].kind) == (note, "updated")
    found = find_bibliography({}, lines, "")
    assert found["issued"] == Guess("2020-09-29", "dateline")
    assert found.get("updated", Guess("", "")).value == day


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
    assert issued("By Ada Brann, 30 September 2020, 06:31", **night)[1] == "both"
    # Another time than that of the head may be of the page's renewal.
    assert issued("30 September 2020, 08:02 JST", **night) == (
        "2020-09-30T08:02+09:00",
        "published",
    )
    assert issued("30 September 2020, 08:02") == ("2020-09-30T08:02", "published")
    assert issued("", **night) == ("2020-09-29T21:31Z", "head")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Brann and Jo Lund", "Ada Brann; Jo Lund"),
        ("By ADA BRANN and JO LUND", "ADA BRANN; JO LUND"),
        ("ADA BRANN DAAE and JO LUND", "ADA BRANN DAAE; JO LUND"),
        ("By Ada Brann, Jo Lund and Ida Moe", "Ada Brann; Jo Lund; Ida Moe"),
        ("By Ada Brann, Harbour Reporter, and Jo Lund for The Post", "Ada Brann; Jo Lund"),
        ("By Ada Brann in Osten and Jo Lund in Vik", "Ada Brann; Jo Lund"),
        ("By Ada Brann, The Osten Post", "Ada Brann"),
        ("By Ministry of Land, Lakes and the Sea", "Ministry of Land, Lakes and the Sea"),
        ("By Harbour and Lighthouse Authority", "Harbour and Lighthouse Authority"),
        ("By Centre for Lakes and Rivers", "Centre for Lakes and Rivers"),
        ("By Ada Brann and Bureau of Bells and Ropes", "Ada Brann; Bureau of Bells and Ropes"),
        ("By Ada Brann, Council Reporter, and Jo Lund", "Ada Brann; Jo Lund"),
        ("By Ada Brann, City Council Reporter", "Ada Brann"),
        ("Автор: Министерство озёр и рек", "Министерство озёр и рек"),
        ("Автор: Ольга Ветрова и Пётр Орлов", "Ольга Ветрова; Пётр Орлов"),
    ],
)
def test_each_name_of_a_byline_is_an_author(byline: str, names: str) -> None:
    lines = classify(parse_pasted(TEXT.replace(DATELINE, f"{byline}\n\n30 September 2020")))
    assert find_bibliography({}, lines, "")["author"] == Guess(names, "byline")


@pytest.mark.parametrize(
    "declared",
    [
        '<meta name="dc.creator" content="Institute of Bells and Ropes">',
        """<script type="application/ld+json">{"@context": "https://schema.org",
        "@type": "NewsArticle", "author": [{"@type": "Person",
        "name": "Institute of Bells and Ropes"}]}</script>""",
    ],
)
def test_an_institution_that_a_page_declares_is_one_author(declared: str) -> None:
    page = f"<html><head>{declared}</head><body><h1>A bell is found</h1>{PROSE}</body></html>"
    assert parse_saved(page).found["author"] == "Institute of Bells and Ropes"


PROSE = "".join(
    f"<p>{it}</p>"
    for it in (
        "The leaders spoke on Tuesday by telephone for 35 minutes, the presidential office said.",
        "They spoke of the islands and of cod, the office told reporters in the evening.",
        "Neither of them had spoken of the islands in public since the winter of the storm.",
    )
)


def found_in(above: str, below: str, **declared: object) -> dict[str, str]:
    """Return what is found of a page with these lines above its headline and below it."""
    page = (
        f"<html><head><script type='application/ld+json'>{json.dumps(declared)}</script></head>"
        f"<body><div>{above}</div><main><h1>Leaders speak by telephone of the islands</h1>"
        f"<div>{below}</div><div class='t'>{PROSE}</div></main></body></html>"
    )
    saved = parse_saved(page)
    guesses = find_bibliography(saved.found, classify(saved.lines), "")
    return {key: guess.value for key, guess in guesses.items()}


def test_the_day_below_the_headline_comes_before_that_of_the_issue() -> None:
    issue = "<div>October 7, 2020 Issue</div>"
    assert found_in(issue, "<div>September 30, 2020</div>")["issued"] == "2020-09-30"
    night = {"datePublished": "2020-09-30T06:00:00-04:00"}
    assert found_in(issue, "<div>Ada Brann</div>", **night)["issued"] == "2020-09-30T06:00-04:00"
    # What the page shows and declares is surer than the one nearer the text.
    renewed = "<div>October 1, 2020</div>"
    assert found_in("<div>September 30, 2020</div>", renewed, **night)["issued"] == "2020-09-30"


@pytest.mark.parametrize(
    ("line", "issued", "updated"),
    [
        (
            "Published: 18:41, 29 September 2020 | Updated: 22:03, 30 September 2020",
            "2020-09-29T18:41",
            "2020-09-30T22:03",
        ),
        (
            "Updated 30 September 2020, 22:03, first published 29 September 2020, 18:41",
            "2020-09-29T18:41",
            "2020-09-30T22:03",
        ),
        (
            "18:41 29.09.2020 (обновлено: 22:03 30.09.2020)",
            "2020-09-29T18:41",
            "2020-09-30T22:03",
        ),
        (
            "2020年9月29日 18:41（2020年9月30日 22:03更新）",
            "2020-09-29T18:41",
            "2020-09-30T22:03",
        ),
        ("2020年9月29日 更新 2020年9月30日", "2020-09-29", "2020-09-30"),
        (
            "29 September 2020, 18:41 Updated: 30 September 2020, 22:03 Ada Brann, Osten",
            "2020-09-29",
            "2020-09-30T22:03",
        ),
        ("29 September 2020", "2020-09-29", ""),
    ],
)
def test_a_line_may_say_when_it_was_published_and_renewed(
    line: str, issued: str, updated: str
) -> None:
    found = found_in("", f"<div>{line}</div>")
    assert (found["issued"], found.get("updated", "")) == (issued, updated)
    if "T" in updated:
        found = found_in("", f"<div>{line}</div>", dateModified="2020-09-30T13:03:44Z")
        assert found["updated"] == "2020-09-30T22:03+09:00"


def test_a_page_may_only_declare_that_it_was_changed() -> None:
    day = "<div>29 September 2020</div>"
    declared = {"datePublished": "2020-09-29T06:00:00Z", "dateModified": "2020-09-30T13:03:44Z"}
    assert found_in("", day, **declared)["updated"] == "2020-09-30T13:03Z"
    # As it came out it was saved once more.
    declared["dateModified"] = "2020-09-29T06:00:31Z"
    assert "updated" not in found_in("", day, **declared)


@pytest.mark.parametrize("mark", ["class='dt-updated'", "itemprop='dateModified'"])
def test_a_time_beside_the_headline_may_be_marked_as_that_of_a_change(mark: str) -> None:
    changed = f"<time {mark} datetime='2020-09-30T22:03+09:00'>30 September 2020</time>"
    line = f"<p><time>29 September 2020</time> {changed}</p>"
    other = changed.replace("30", "31")
    found = found_in(other, line)
    assert (found["issued"], found["updated"]) == ("2020-09-29", "2020-09-30T22:03+09:00")
    # Of two it cannot be told which is of the article.
    assert "updated" not in found_in("", line + other)
    # A line of its own is no day of publication.
    found = found_in("", f"<div>{changed}</div><div>29 September 2020</div>")
    assert found["issued"] == "2020-09-29"


def test_the_publisher_is_the_one_that_the_page_declares() -> None:
    def publisher(**declared: object) -> str | None:
        return found_in("", "", **declared).get("publisher")

    assert publisher(publisher={"@type": "Organization", "name": "Osten &amp; Sons"}) == (
        "Osten & Sons"
    )
    graph = [{"publisher": {"@id": "#o"}}, {"@id": "#o", "name": "Osten Media"}]
    assert publisher(**{"@graph": graph}) == "Osten Media"
    assert publisher(publisher={"@id": "#none"}) is None
    assert publisher(publisher=[4]) is None
    assert publisher() is None
