"""Numbers and dates of English text as facts: words and digits alike, the specific and general."""

import datetime

import pytest

from build_tools.text.number_facts import (
    day_facts,
    evidence_facts,
    find_numbers,
    resolved_facts,
    weekdays_in,
)

TUESDAY = datetime.date(2020, 9, 29)


def facts(text: str) -> list[str]:
    return [found.fact for found in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 minutes", ["span:20:minute"]),
        ("twenty minutes", ["span:20:minute"]),
        ("a 20-minute call", ["span:20:minute"]),
        ("one hour", ["span:60:minute"]),
        ("a third of an hour", ["span:20:minute"]),
        ("three quarters of an hour", ["span:45:minute"]),
        ("half a year", ["span:6:month"]),
        ("two weeks", ["span:14:day"]),
        ("over 70 years", ["span:70:year"]),
        ("seven decades", ["span:70:year"]),
        ("30%", ["span:30:percent"]),
        ("30 percent", ["span:30:percent"]),
        ("1,500 people", ["count:1500"]),
        ("$0.99", ["count:0.99"]),
        ("forty-one", ["count:41"]),
        ("a dozen", ["count:12"]),
        ("two of the four islands", ["count:2", "share:2:4", "count:4"]),
        ("2 of 4 islands", ["count:2", "share:2:4", "count:4"]),
        ("the 1956 declaration", ["year:1956"]),
        ("the 1970s and 1980s", ["decade:1970", "decade:1980"]),
        ("29 September 2020", ["date:2020-09-29"]),
        ("September 29, 2020", ["date:2020-09-29"]),
        ("September 29th", ["day:09-29"]),
        ("the 29th of September", ["day:09-29"]),
        ("Sept. 29, 2020", ["date:2020-09-29"]),
        ("29 or 30 September 2020", ["date:2020-09-29", "date:2020-09-30"]),
        ("the November 19-20 summit", ["day:11-19", "day:11-20"]),
        ("in May 2020", ["month:2020-05"]),
        ("in January", ["monthname:01"]),
        ("on Tuesday", ["weekday:tuesday"]),
    ],
)
def test_facts_of_a_text(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    "text", ["COVID-19", "It was the first.", "No one said so.", "He May go.", "twentyish", "A4"]
)
def test_what_is_no_number(text: str) -> None:
    assert facts(text) == []


def test_facts_come_in_order_and_stand_where_they_say() -> None:
    text = "On Tuesday 29 September 2020 they spoke for 20 minutes about two of the four islands."
    found = find_numbers(text)
    assert [fact.start for fact in found] == sorted(fact.start for fact in found)
    assert [text[fact.start : fact.end].strip() for fact in found] == [fact.text for fact in found]


def test_evidence_bears_out_the_general_too() -> None:
    day = {
        "date:2020-09-29",
        "day:09-29",
        "month:2020-09",
        "monthname:09",
        "year:2020",
        "monthday:29",
    }
    assert evidence_facts("29 September 2020") == day
    assert evidence_facts("20 minutes") == {"span:20:minute", "count:20"}
    assert "span:2:day" in evidence_facts("19-20 September")
    assert "span:2:day" not in evidence_facts("19 or 20 September")
    # Not the other way around: a month says nothing of a day.
    assert "date:2020-09-29" not in evidence_facts("September 2020")


def test_a_day_bears_out_its_weekday_and_month() -> None:
    assert {"weekday:tuesday", "month:2020-09", "year:2020"} < day_facts(TUESDAY)
    assert "weekday:wednesday" not in day_facts(TUESDAY)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("They spoke on Tuesday.", "date:2020-09-29"),
        ("They had spoken on Monday.", "date:2020-09-28"),
        ("They spoke earlier in the day.", "date:2020-09-29"),
        ("They will speak this month.", "month:2020-09"),
        ("The law was changed this year.", "year:2020"),
        ("He went there in January.", "month:2020-01"),
        ("They meet on November 19.", "date:2020-11-19"),
    ],
)
def test_relative_dates(text: str, fact: str) -> None:
    assert fact in resolved_facts(text, (TUESDAY,), TUESDAY)


def test_a_weekday_is_the_event_before_it_is_the_day_before_publication() -> None:
    """A report of Friday on a call of Thursday a week ago means that Thursday."""
    friday, thursday = datetime.date(2021, 10, 15), datetime.date(2021, 10, 7)
    assert "date:2021-10-07" in resolved_facts("on Thursday", (friday,), thursday)
    assert "date:2021-10-13" in resolved_facts("on Wednesday", (friday,), thursday)


def test_no_relative_date_bears_out_nothing() -> None:
    assert resolved_facts("They spoke for 20 minutes.", (TUESDAY,), TUESDAY) == frozenset()
    assert weekdays_in("on Sunday and Tuesdays") == {6, 1}
