"""What pages say of the reports as such: that only one has something, both have, or none says."""

import re
from collections.abc import Iterator

from build_tools.impact.items import Item, join_alike, read_at
from build_tools.impact.likeness import Likeness
from build_tools.impact.newcomer import Newcomer
from build_tools.problems import Place

_NOUNS = "reports?|articles?|accounts?|sources?|outlets?"


def on_reports(new: Newcomer, likeness: Likeness) -> tuple[Item, ...]:
    """List texts on the reports of the event that one more report could make false."""
    if not new.partners:
        return ()
    pattern = _pattern(new.outlets(new.ledger.library.sources))
    items = []
    for place, text in _texts(new):
        if match := pattern.search(text):
            _, paragraph = likeness.nearest(text, new.source.article.paragraphs)
            why = f"it says “{match[0].strip()}” of the reports"
            items.append(Item(text, why, read_at(paragraph), (place,)))
    return join_alike(items)


def _pattern(outlets: tuple[str, ...]) -> re.Pattern[str]:
    outlet = "|".join(map(re.escape, outlets))
    report = rf"(?:{outlet}|{_NOUNS})"
    of = r"(?:of )?(?:the |these |those )?(?:two |three )?"
    return re.compile(
        rf"\b(?:only|both|neither|none|no other|no|all|every|each) {of}{report}\b"
        rf"|\b(?:{outlet})(?: is)?,? (?:alone|only|the only)\b"
        rf"|\b(?:{outlet}) (?:(?:and|or) (?:{outlet}) )?do(?:es)? not "
        r"(?:say|tell|report|mention)\b",
        re.IGNORECASE,
    )


def _texts(new: Newcomer) -> Iterator[tuple[Place, str]]:
    """Yield statements on the event, and uncited texts that name an outlet which reports it."""
    for entry in new.on_event:
        yield entry.statement.place, entry.statement.plain
    outlets = re.compile(rf"\b(?:{'|'.join(map(re.escape, new.outlets(new.partners)))})\b")
    for page in new.ledger.pages.values():
        for uncited in page.uncited:
            if outlets.search(uncited.text):
                yield uncited.place, uncited.text
