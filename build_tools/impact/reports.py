"""What pages say of the reports as such: that only one has something, both have, or none says."""

import re
from collections.abc import Iterator

from build_tools.english.reports import said_of_reports
from build_tools.impact.items import Item, join_alike, read_at
from build_tools.impact.likeness import Likeness
from build_tools.impact.newcomer import Newcomer
from build_tools.problems import Place


def on_reports(new: Newcomer, likeness: Likeness) -> tuple[Item, ...]:
    """List texts on the reports of the event that one more report could make false."""
    if not new.partners:
        return ()
    outlets = "|".join(map(re.escape, new.outlets(new.ledger.library.sources)))
    pattern = said_of_reports(outlets)
    items = []
    for place, text in _texts(new):
        if match := pattern.search(text):
            _, paragraph = likeness.nearest(text, new.source.article.paragraphs)
            why = f"it says “{match[0].strip()}” of the reports"
            items.append(Item(text, why, read_at(paragraph), (place,)))
    return join_alike(items)


def _texts(new: Newcomer) -> Iterator[tuple[Place, str]]:
    """Yield statements on the event, and uncited texts that name an outlet which reports it."""
    for entry in new.on_event:
        yield entry.statement.place, entry.statement.plain
    outlets = re.compile(rf"\b(?:{'|'.join(map(re.escape, new.outlets(new.partners)))})\b")
    for page in new.ledger.pages.values():
        for uncited in page.uncited:
            if outlets.search(uncited.text):
                yield uncited.place, uncited.text
