"""Of a word with its reading above it the text keeps the word alone."""

import pytest

from build_tools.intake.saved_page import parse_saved

BEFORE, AFTER = (
    "市長によると、",
    "の鐘は十一年のあいだ湖の底にあり、月曜日の朝に二隻の船で引き揚げられたという。",
)


def lines_of(ruby: str) -> dict[str, bool | None]:
    texts = (
        f"{BEFORE}{ruby}{AFTER}",
        f"{BEFORE}{AFTER}",
        "鐘の重さは九トンで、五月に塔へ戻すという。",
    )
    prose = "".join(f"<p>{text}</p>" for text in texts)
    page = f"<html><body><h1>湖で鐘が見つかる</h1><div>{prose}</div></body></html>"
    return {line.text: line.extracted for line in parse_saved(page).lines}


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>大洲<rt>おおす</rt></ruby>",
        "<ruby>大洲<rp>（</rp><rt>おおす</rt><rp>）</rp></ruby>",
        "<ruby><rb>大</rb><rb>洲</rb><rt>おお</rt><rt>す</rt></ruby>",
        "<ruby>大<rt>おお</rt>洲<rt>す</rt></ruby>",
        "<ruby>大<rp>（<rt>おお<rp>）</ruby>洲",
        "<ruby><rb>大<rt>おお<rb>洲<rt><span>す</span>う</ruby>",
        "<ruby>大洲<rtc><rt>おお</rt><rt>す</rt></rtc></ruby>",
    ],
)
def test_a_reading_is_no_part_of_the_word(ruby: str) -> None:
    # What the library takes for the article's is still known as such.
    assert lines_of(ruby)[f"{BEFORE}大洲{AFTER}"]


def test_readings_within_readings_are_read_in_time() -> None:
    assert lines_of(f"<ruby>大洲{'<rt>お' * 5000}</ruby>")
