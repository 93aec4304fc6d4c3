"""A scale of years is honest, its marks lie apart, and its words find room."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.blocks.year_scale import Mark, Row, Scale, draw_scales
from build_tools.text.dates import parse_edtf, span

DAYS = st.dates(datetime.date(1850, 1, 1), datetime.date(2030, 12, 31))
POINTS = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
DATES = POINTS | st.builds(
    lambda one, other: "/".join(sorted([one, other], key=parse_edtf)), POINTS, POINTS
).filter(lambda value: span(value)[0] < span(value)[1])
MARKS = st.lists(
    st.builds(
        Mark,
        DATES,
        st.just("a date"),
        st.sampled_from(["", "some words"]),
        st.just("#here"),
        st.sampled_from(["entry", "event", "outside"]),
    ),
    min_size=1,
    max_size=25,
)


def marks(*dates: str) -> list[Mark]:
    return [Mark(date, date, "words") for date in dates]


def drawn(scale: Scale) -> list:
    return [row.drawn for row in scale.rows if row.drawn]


def row_of(scale: Scale, when: str) -> Row:
    [row] = [row for row in scale.rows if row.drawn and row.drawn.mark.when == when]
    return row


@given(MARKS)
def test_words_never_cover_each_other_or_leave_the_picture(given_marks: list[Mark]) -> None:
    [scale] = draw_scales(given_marks)
    assert len(drawn(scale)) == len(given_marks)
    for above, below in pairwise(scale.rows):
        assert above.top + above.height <= below.top + 1e-6
    assert scale.rows[0].top >= -1e-6
    assert scale.rows[-1].top + scale.rows[-1].height <= scale.length + 1e-6
    # A finger can meet each of them: WCAG 2.5.8.
    assert all(row.height >= 24 for row in scale.rows if row.drawn)


@given(MARKS)
def test_marks_lie_at_their_dates_and_hide_none(given_marks: list[Mark]) -> None:
    [scale] = draw_scales(given_marks)
    for mark in drawn(scale):
        start, end = span(mark.mark.when)
        at = (start.year - scale.first) * scale.year
        assert at - 5 <= mark.middle <= (end.year + 1 - scale.first) * scale.year + 5
        # As long as the date leaves open, unless that could not be seen.
        length = (end - start).days / 365.25 * scale.year
        assert mark.bottom - mark.top == pytest.approx(max(length, 8), rel=0.01)
    for one in drawn(scale):
        for other in drawn(scale):
            if one is not other and one.column == other.column:
                longer, shorter = sorted((one, other), key=lambda it: it.top - it.bottom)
                lies_on = longer.top < shorter.top and shorter.bottom <= longer.bottom
                apart = one.bottom <= other.top + 1e-6 or other.bottom <= one.top + 1e-6
                half = (longer.bottom - longer.top) / 2
                assert apart or (lies_on and shorter.bottom - shorter.top <= half)
                # The longer one is drawn first, so that both are seen.
                assert apart or drawn(scale).index(longer) < drawn(scale).index(shorter)


@given(MARKS)
def test_equal_years_have_equal_lengths(given_marks: list[Mark]) -> None:
    [scale] = draw_scales(given_marks)
    lengths = [(b - a, year - before) for (before, a), (year, b) in pairwise(scale.ticks)]
    for length, years in lengths:
        assert length / years == pytest.approx(scale.year)


def test_years_months_and_days_lie_in_their_year() -> None:
    [scale] = draw_scales(marks("2000", "2001-07", "2002-12-31", "2009"))
    year = scale.year
    assert (scale.first, scale.end, year * 10) == (2000, 2010, pytest.approx(scale.length))
    assert row_of(scale, "2000").at == pytest.approx(year / 2)
    assert row_of(scale, "2001-07").at == pytest.approx(1.54 * year, rel=0.01)
    assert row_of(scale, "2002-12-31").at == pytest.approx(3 * year, rel=0.01)


def test_a_day_lies_on_the_year_that_it_is_in_if_the_year_is_long() -> None:
    whole, part = draw_scales(marks("1945", "2020", "2020-09-29"), "2014/2021")
    assert [mark.column for mark in drawn(part)] == [0, 0]
    assert whole.window
    assert [mark.column for mark in whole.window.marks] == [0, 1]


def test_no_year_is_written_that_a_scale_does_not_reach() -> None:
    _, part = draw_scales(marks("1945", "2014", "2021-10"), "2014/2021")
    assert [year for year, _ in part.ticks] == list(range(2014, 2022))


def test_words_stand_at_their_date_where_there_is_room() -> None:
    [scale] = draw_scales(marks("1950", "1975", "2000"))
    for row in scale.rows:
        if row.drawn and row.drawn.mark.when == "1975":
            assert row.top + row.height / 2 == pytest.approx(row.at)


def test_words_that_crowd_keep_near_their_dates_on_average() -> None:
    [scale] = draw_scales(marks("1950", "1975-01-01", "1975-01-02", "1975-01-03", "2000"))
    crowd = [row for row in scale.rows if row.drawn and row.drawn.mark.when.startswith("1975")]
    shifts = [row.top + row.height / 2 - row.at for row in crowd]
    assert sum(shifts) == pytest.approx(0, abs=1)
    assert shifts[0] < 0 < shifts[-1]


def test_many_words_make_the_picture_longer() -> None:
    dates = [f"2001-{month:02}" for month in range(1, 13)] + [f"20{year}" for year in range(10, 30)]
    [few], [many] = draw_scales(marks(*dates[:3])), draw_scales(marks(*dates))
    assert many.length == sum(row.height for row in many.rows) > few.length


def test_a_long_time_without_an_entry_is_drawn() -> None:
    [scale] = draw_scales(marks("1945", "1950", "1956", "1965", "1970/1989", "1995"))
    assert scale.gaps == ()
    [scale] = draw_scales(marks("1945", "1956", "1970/1989", "2014"))
    assert [(bottom - top) / scale.year for top, bottom in scale.gaps] == [
        pytest.approx(10),
        pytest.approx(13),
        pytest.approx(24),
    ]


def test_what_is_outside_the_evidence_fills_no_gap_of_the_evidence() -> None:
    outside = Mark("1951-09-08", "1951", "Outside", form="outside")
    [scale] = draw_scales([*marks("1945", "1956"), outside])
    assert len(scale.gaps) == 1
    assert row_of(scale, "1951-09-08").drawn.mark.form == "outside"


def test_an_enlarged_part_has_its_words_there_alone() -> None:
    whole, part = draw_scales(marks("1945", "2014", "2016-09-02", "2021-10"), "2014/2021")
    assert [mark.mark.when for mark in drawn(whole)] == ["1945"]
    assert [mark.mark.when for mark in drawn(part)] == ["2014", "2016-09-02", "2021-10"]
    assert (whole.first, whole.end, part.first, part.end) == (1945, 2022, 2014, 2022)
    assert whole.window
    assert [mark.mark.when for mark in whole.window.marks] == ["2014", "2016-09-02", "2021-10"]
    assert whole.window.bottom - whole.window.top == pytest.approx(8 * whole.year)
    assert part.year > 5 * whole.year


def test_what_reaches_out_of_the_enlarged_part_stays_outside_it() -> None:
    whole, part = draw_scales(marks("1945", "2010/2015", "2016"), "2014/2021")
    assert [mark.mark.when for mark in drawn(whole)] == ["1945", "2010/2015"]
    assert [mark.mark.when for mark in drawn(part)] == ["2016"]


def test_a_whole_scale_has_room_for_all_of_its_enlarged_part() -> None:
    whole, part = draw_scales(marks("1945", "1947-05", "1950"), "1940/1960")
    assert (whole.first, whole.end, part.first, part.end) == (1940, 1961, 1940, 1961)
    assert whole.window
    assert (whole.window.top, whole.window.bottom) == (0, pytest.approx(whole.length))


@pytest.mark.parametrize("date", ["9999", "9999-12-31", "0001", "0001-01-01/9999-12"])
def test_the_ends_of_the_calendar_are_no_traceback(date: str) -> None:
    [scale] = draw_scales(marks(date))
    assert len(drawn(scale)) == 1


def test_the_words_come_in_the_order_of_a_list() -> None:
    [scale] = draw_scales(marks("2020", "2020-01", "2021-10-07", "2021-10"))
    assert [mark.mark.when for mark in drawn(scale)] == ["2020-01", "2020", "2021-10", "2021-10-07"]
