"""Dates and times as pages write them, in three languages."""

import datetime
import re

from build_tools.english.dates import MONTHS
from build_tools.english.numerals import ORDINAL_ENDING
from build_tools.expressions import expression
from build_tools.lines.word_lists import pattern

# Of the name of a month so many letters tell it.
_SHORT = 3
_RUSSIAN = "янв фев мар апр мая июн июл авг сен окт ноя дек".split()
_NUMBERS = {name[:_SHORT]: number for name, number in MONTHS.items()}
_NUMBERS |= {name: number for number, name in enumerate(_RUSSIAN, start=1)}
_MONTH = rf"(?P<month>{'|'.join(_NUMBERS)})[a-zа-я]*\.?"
_DAY, _YEAR = rf"(?P<day>\d{{1,2}}){ORDINAL_ENDING}?", r"(?P<year>(?:19|20)\d{2})"
_FORMS = tuple(
    expression(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}\s*[-/.年]\s*(?P<month>\d{{1,2}})\s*[-/.月]\s*(?P<day>\d{{1,2}})日?",
        rf"(?<!\w){_DAY}\s+{_MONTH},?\s+{_YEAR}(?:\s*г(?:ода|\.))?",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}",
    )
)
_TIME = expression(
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:時.](?P<minute>\d{2})分?)(?!\d)(?:\s*(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
# As written beside a time. CST and IST are left out: each is said of several zones.
_ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "мск": 3, "jst": 9, "日本時間": 9, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7,
}  # fmt: skip
_ZONE = expression(
    r"(?:\b(?:UTC|GMT)\s*|(?<=\d)\s?)(?P<sign>[+−-])(?P<hours>0?\d|1[0-4]):?(?P<minutes>\d{2})?(?![\d:])"
    rf"|(?<![^\W\d])(?P<name>{'|'.join(_ZONES)})(?!\w)",
    re.IGNORECASE,
)
_WITHOUT_YEAR = tuple(
    expression(form, re.IGNORECASE)
    for form in (rf"(?<!\w){_DAY}\s+{_MONTH}(?!\w)", rf"\b{_MONTH}\s+{_DAY}(?!\w)")
)
_PLACE = expression(r"[^\W\d_a-zа-яё](?:[\w.’'-]| (?! )|, ){1,50}")
_REST = expression(r"[-–—(/:.]|$")
# 【モスクワ＝山田太郎】, （共同）
_PLACED = expression(
    r"[【［\[(（][^】］\])）＝=]{1,20}(?:[＝=][^】］\])）]{1,20}|共同|時事|発)[】］\])）]"
)
_NOON, _HOURS, _MINUTES, _WORDS = 12, 24, 60, 5


def find_date(text: str) -> str:
    """Return the first full date of a line as YYYY-MM-DD, else nothing.

    Of 4/5/2020 it cannot be told which is the day: it is none.
    """
    for form in _FORMS:
        if match := form.search(text):
            month = match["month"].lower()
            number = int(month) if month.isdigit() else _NUMBERS[month]
            try:
                day = datetime.date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
            return day.isoformat()
    return ""


def find_time(text: str) -> str:
    """Return the first time of day of a line as hh:mm, else nothing; dates are not looked at."""
    match = _TIME.search(_without_dates(text))
    if not match:
        return ""
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % _NOON + _NOON * (match["half"].lower() == "p")
    if hour >= _HOURS or int(match["minute"]) >= _MINUTES:
        return ""
    return f"{hour:02}:{match['minute']}"


def find_zone(text: str) -> datetime.timedelta | None:
    """Return how far from UTC the zone is that a line names after its time; else None."""
    plain = _without_dates(text)
    time = _TIME.search(plain)
    match = _ZONE.search(plain, time.end()) if time else None
    if match is None:
        return None
    if match["name"]:
        return datetime.timedelta(hours=_ZONES[match["name"].lower()])
    far = datetime.timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return far if match["sign"] == "+" else -far


def is_date_alone(text: str) -> bool:
    """Tell whether a line is a date, a time or "two hours ago", with nothing else."""
    text = pattern("reading-time").sub(" ", text)
    rest = pattern("ago").sub(" ", _TIME.sub(" ", _without_dates(text)))
    if rest == text:
        return False
    return not re.search(r"[^\W_]", pattern("beside-date").sub(" ", rest))


def is_dateline(text: str) -> bool:
    """Tell whether a line is a place with a day, and perhaps an agency or a byline after it."""
    if _PLACED.fullmatch(text.strip()):
        return True
    for form in (*_FORMS, *_WITHOUT_YEAR):
        if match := form.search(text):
            before, rest = text[: match.start()].strip(), text[match.end() :].strip()
            place = before.rstrip(" ,.")
            # A name with a day is a byline; and one without a comma may sign a comment.
            named = place.split(",")[0].isupper() or (
                form in _FORMS and before.endswith(",") and ("," in place or " " not in place)
            )
            return (
                bool(_PLACE.fullmatch(place))
                and named
                and not pattern("beside-date").search(place)
                and bool(_REST.match(rest))
                and len(rest.split()) <= _WORDS
            )
    return False


def _without_dates(text: str) -> str:
    for form in _FORMS:
        text = form.sub(" ", text)
    return text
