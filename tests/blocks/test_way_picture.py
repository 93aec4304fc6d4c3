"""Rows of boxes: words fit into them, boxes lie apart, and arrows join what follows."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.blocks.way_picture import WIDTH, Box, draw_ways

NAMES = st.sampled_from(
    ["Ulvholt", "presidential office", "lawmakers", "Orlavian Culture Ministry", "the press"]
)
OUTLETS = ["Osten", "Meridian", "Harbour Post"]
WAYS = st.lists(
    st.tuples(st.lists(NAMES, min_size=1, max_size=3), st.sampled_from(OUTLETS)),
    min_size=1,
    max_size=9,
).map(lambda ways: [[*by, outlet] for by, outlet in sorted(ways, key=lambda way: way[1])])


def apart(one: Box, other: Box) -> bool:
    return (
        one.right < other.left
        or other.right < one.left
        or one.top + one.height < other.top
        or other.top + other.height < one.top
    )


@given(WAYS)
def test_boxes_lie_apart_and_within_the_picture(ways: list[list[str]]) -> None:
    picture = draw_ways(ways, {})
    boxes = [box for row in picture.rows for box in row.boxes]
    boxes += [outlet.box for outlet in picture.outlets]
    for index, box in enumerate(boxes):
        assert box.left > 20 and box.right <= WIDTH
        assert box.top >= 0 and box.top + box.height <= picture.height
        assert all(apart(box, other) for other in boxes[:index])


@given(WAYS)
def test_all_words_are_there_and_fit(ways: list[list[str]]) -> None:
    picture = draw_ways(ways, {})
    for row, way in zip(picture.rows, ways, strict=True):
        assert [" ".join(box.lines) for box in row.boxes] == way[:-1]
        for box in row.boxes:
            assert len(box.lines) * 14 < box.height
            # A line too long is one word, which is drawn narrower.
            assert all(not box.is_too_long(line) or " " not in line for line in box.lines)
            # A letter of 11.5 units is 0.55 of that wide on average.
            short = [line for line in box.lines if not box.is_too_long(line)]
            assert all(len(line) * 11.5 * 0.55 <= box.room for line in short)


@given(WAYS)
def test_an_arrow_leads_from_each_box_to_the_next_and_to_the_outlet(ways: list[list[str]]) -> None:
    picture = draw_ways(ways, {})
    for row in picture.rows:
        ends = [arrow.end for arrow in row.arrows]
        assert [arrow.start for arrow in row.arrows] == [box.right for box in row.boxes]
        assert ends[:-1] == [box.left for box in row.boxes[1:]]
        height = row.boxes[0].middle
        reached = [
            outlet
            for outlet in picture.outlets
            if outlet.box.top < height < outlet.box.top + outlet.box.height
        ]
        assert [outlet.box.left for outlet in reached] == [ends[-1]]


def test_ways_to_one_outlet_reach_one_box() -> None:
    picture = draw_ways([["A", "Osten"], ["B", "C", "Osten"], ["D", "Meridian"]], {})
    assert [outlet.box.lines for outlet in picture.outlets] == [("Osten",), ("Meridian",)]
    assert picture.outlets[0].box.height > picture.outlets[1].box.height


@pytest.mark.parametrize(
    ("outlets", "follows", "drawn"),
    [
        (["Osten", "Meridian"], {"Meridian": "Osten"}, [False, True]),
        (["Osten", "Meridian"], {"Osten": "Meridian"}, [False, False]),
        (["Osten", "Harbour Post", "Meridian"], {"Meridian": "Osten"}, [False, False, False]),
    ],
)
def test_an_outlet_follows_the_one_right_above(
    outlets: list[str], follows: dict[str, str], drawn: list[bool]
) -> None:
    picture = draw_ways([["A", outlet] for outlet in outlets], follows)
    assert [outlet.follows for outlet in picture.outlets] == drawn
    for above, below in pairwise(picture.outlets):
        # Room for the words beside the arrow.
        assert below.box.top - (above.box.top + above.box.height) > 20
