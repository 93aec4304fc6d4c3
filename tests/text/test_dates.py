"""Dates of any precision: which are admitted, how they are sorted and said."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from build_tools.text.dates import (
    AnyDate,
    ExactDate,
    first_day,
    format_edtf,
    format_time,
    parse_edtf,
    span,
)

DATES: TypeAdapter[str] = TypeAdapter(AnyDate)
EXACT_DATES: TypeAdapter[str] = TypeAdapter(ExactDate)


@pytest.mark.parametrize(
    ("value", "first", "words"),
    [
        ("1956", (1956, 1, 1), "1956"),
        ("2016-06", (2016, 6, 1), "June 2016"),
        ("2016-09-02", (2016, 9, 2), "2 September 2016"),
        ("1970/1989", (1970, 1, 1), "1970 to 1989"),
        ("2016-11-19/2016-11-20", (2016, 11, 19), "19-20 November 2016"),
        ("2016-11-30/2016-12-01", (2016, 11, 30), "30 November 2016 to 1 December 2016"),
        ("2015-11-19/2016-11-20", (2015, 11, 19), "19 November 2015 to 20 November 2016"),
        ("2016-11/2016-12", (2016, 11, 1), "November 2016 to December 2016"),
        ("2016/2016-03", (2016, 1, 1), "2016 to March 2016"),
        ("2000-02-29", (2000, 2, 29), "29 February 2000"),
        ("1956/1956", (1956, 1, 1), "1956 to 1956"),
    ],
)
def test_a_date_of_any_precision(value: str, first: tuple[int, int, int], words: str) -> None:
    assert DATES.validate_python(value) == value
    assert (first_day(value), format_edtf(value)) == (datetime.date(*first), words)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "must be YYYY"),
        ("56", "must be YYYY"),
        ("1956-1", "must be YYYY"),
        ("1956-10-19T12:00", "must be YYYY"),
        ("195X", "must be YYYY"),
        ("1956?", "must be YYYY"),
        ("1956/", "must be YYYY"),
        ("/1956", "must be YYYY"),
        ("1956/1957/1958", "must be YYYY"),
        ("1956-10-19 ", "must be YYYY"),
        ("１９５６", "must be YYYY"),
        ("1956-13", "month must be in 1..12"),
        ("1956-00", "month must be in 1..12"),
        ("2021-02-29", "day is out of range"),
        ("0000", "year 0 is out of range"),
        ("1956/1945", "end is not before its start"),
        ("2016-11-20/2016-11-19", "end is not before its start"),
        ("2016-11-19/2016-13", "month must be in 1..12"),
    ],
)
def test_what_is_no_date_is_refused(value: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        DATES.validate_python(value)


@pytest.mark.parametrize(
    ("value", "days", "words"),
    [
        ("2021-10-08", [(2021, 10, 8)], "8 October 2021"),
        ("2020-09-29T21:31", [(2020, 9, 29)], "29 September 2020"),
        ("2020-09-29/2020-09-30", [(2020, 9, 29), (2020, 9, 30)], "29 or 30 September 2020"),
        (
            "2020-09-30/2020-10-01",
            [(2020, 9, 30), (2020, 10, 1)],
            "30 September 2020 or 1 October 2020",
        ),
        (
            "2020-12-31/2021-01-01",
            [(2020, 12, 31), (2021, 1, 1)],
            "31 December 2020 or 1 January 2021",
        ),
    ],
)
def test_a_day_or_one_of_two(value: str, days: list[tuple[int, int, int]], words: str) -> None:
    assert EXACT_DATES.validate_python(value) == value
    assert parse_edtf(value) == tuple(datetime.date(*day) for day in days)
    assert format_edtf(value, one_of_two=True) == words


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2020", "must be YYYY-MM-DD, YYYY-MM-DDThh:mm,"),
        ("2020-09", "must be YYYY-MM-DD, YYYY-MM-DDThh:mm,"),
        ("2020-09-29T21", "must be YYYY-MM-DD, YYYY-MM-DDThh:mm,"),
        ("2020-09-29T21:31/2020-09-30", "must be YYYY-MM-DD, YYYY-MM-DDThh:mm,"),
        ("２０２０-09-29", "must be YYYY-MM-DD, YYYY-MM-DDThh:mm,"),
        ("2020-09-29T25:00", "hour must be in 0..23"),
        ("2020-02-30", "day is out of range"),
        ("2020-09-30/2020-09-29", "end is not before its start"),
    ],
)
def test_what_is_no_exact_date_is_refused(value: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        EXACT_DATES.validate_python(value)


@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_every_day_month_and_year_is_a_date(day: datetime.date, length: int) -> None:
    value = day.isoformat()[:length]
    assert DATES.validate_python(value) == value
    assert first_day(value) <= day
    assert str(day.year) in format_edtf(value)


@given(st.text(alphabet="0123456789-/TXZ?~ ", max_size=22))
def test_what_is_admitted_can_be_sorted_and_said(value: str) -> None:
    try:
        DATES.validate_python(value)
    except ValidationError:
        return
    assert first_day(value) <= datetime.date.max
    assert format_edtf(value)


@pytest.mark.parametrize(
    ("value", "first", "after"),
    [
        ("1956", "1956-01-01", "1957-01-01"),
        ("2016-06", "2016-06-01", "2016-07-01"),
        ("2016-12", "2016-12-01", "2017-01-01"),
        ("2016-12-31", "2016-12-31", "2017-01-01"),
        ("2000-02", "2000-02-01", "2000-03-01"),
        ("1970/1989", "1970-01-01", "1990-01-01"),
        ("2016-11-19/2016-11-20", "2016-11-19", "2016-11-21"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_the_days_that_a_date_may_mean(value: str, first: str, after: str) -> None:
    assert [day.isoformat() for day in span(value)] == [first, after]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2016-09-02T21:31", "21:31"),
        ("2016-09-02T21:31Z", "21:31 (UTC)"),
        ("2016-09-02T21:31+09:00", "21:31 (UTC+9)"),
        ("2016-09-02T21:31-03:30", "21:31 (UTC-3:30)"),
        ("2016-09-02", ""),
    ],
)
def test_a_minute_may_have_a_time_zone(value: str, words: str) -> None:
    assert EXACT_DATES.validate_python(value) == value
    assert first_day(value) == datetime.date(2016, 9, 2)
    assert format_time(value) == words
    assert format_edtf(value) == "2 September 2016"


@pytest.mark.parametrize(
    "value", ["2016-09-02T21:31+9", "2016-09-02+09:00", "2016-09-02T21:31+99:00"]
)
def test_a_zone_is_told_as_hours_and_minutes(value: str) -> None:
    with pytest.raises(ValidationError):
        EXACT_DATES.validate_python(value)
