"""The days that the text of an article gives: by dates, by weekdays, and as "today"."""

import datetime
from collections.abc import Iterator

from build_tools.english.days import DAY_BEFORE, SAME_DAY
from build_tools.sources.articles import Article
from build_tools.text.number_facts import find_numbers, weekdays_in

# Dates further back are history, and tell nothing of what is reported.
_RECENT = datetime.timedelta(days=31)


def given_days(
    article: Article, published: tuple[datetime.date, ...]
) -> tuple[frozenset[datetime.date], frozenset[datetime.date]]:
    """Return all days that an article gives, and of these the ones shortly before publication.

    `published` is the day of publication, or the days of which it was one.
    """
    # Line by line: what is found is kept for each, and most are asked again as paragraphs.
    texts = [it.text for it in article.lines if it.kind in ("headline", "dek", "dateline", "body")]
    days = frozenset(day for issued in published for text in texts for day in _days(text, issued))
    first, last = published[0] - _RECENT, published[-1]
    return days, frozenset(day for day in days if first <= day <= last)


def _days(text: str, issued: datetime.date) -> Iterator[datetime.date]:
    for weekday in weekdays_in(text):
        yield issued - datetime.timedelta(days=(issued.weekday() - weekday) % 7)
    if SAME_DAY.search(text):
        yield issued
    if DAY_BEFORE.search(text):
        yield issued - datetime.timedelta(days=1)
    for found in find_numbers(text):
        kind, _, value = found.fact.partition(":")
        if kind not in ("date", "day"):
            continue
        # Without a year it is of the year of publication, or of the one before.
        years = [issued.year, issued.year - 1] if kind == "day" else [None]
        for year in years:
            try:
                yield datetime.date.fromisoformat(value if year is None else f"{year}-{value}")
            except ValueError:
                continue  # No such day, as 29 February of most years.
