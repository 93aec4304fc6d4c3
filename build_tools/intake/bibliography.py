"""What can be found of the bibliography of an article, each with where it was found."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from build_tools.english import LANGUAGE
from build_tools.expressions import expression
from build_tools.intake.authors import may_be_author, names_of_byline, without_byline_start
from build_tools.intake.classes import Proposed
from build_tools.lines.dates import find_date, find_time, find_zone
from build_tools.lines.word_lists import pattern
from build_tools.sources.records import LineClass

_KANA, _CYRILLIC = expression(r"[\u3040-\u30ff]"), expression(r"[а-яё]", re.IGNORECASE)
_MANY = 5
_TIMES = ("published", "updated")
_IN_ADDRESS = expression(r"(?<!\d)((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?!\d)")
# Between the times of a line.
_EDGE = expression(r"[|｜/•·()（）]")
_FARTHEST, _QUARTER = datetime.timedelta(hours=14), datetime.timedelta(minutes=15)
_MINUTE = datetime.timedelta(minutes=1)
_LANGUAGE = expression(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Guess:
    """A value for a key of the record; `found` names where, as the template words it."""

    value: str
    found: str


def find_bibliography(
    head: Mapping[str, str], lines: Sequence[Proposed], url: str
) -> dict[str, Guess]:
    """Return what was found, by key of the record; of several values the most reliable.

    `head` is what the head of a page declares. `author` is one text, its names divided by
    semicolons.
    """
    found: dict[str, Guess] = {}
    for key, guess in _guesses(head, lines, url):
        value = " ".join(guess.value.split())
        if value and key not in found and _is_possible(key, value):
            found[key] = Guess(value, guess.found)
    return found


def _guesses(
    head: Mapping[str, str], lines: Sequence[Proposed], url: str
) -> Iterator[tuple[str, Guess]]:
    """Yield every guess, for each key the most reliable first."""

    def line(kind: LineClass) -> str:
        return next((it.text for it in lines if it.kind == kind), "")

    byline = "; ".join(names_of_byline(line("byline")))
    moment, renewed = (
        datetime.datetime.fromisoformat(head[key]) if key in head else None
        for key in ("moment", "renewed")
    )
    dated = _dated(lines)
    near, far = ([it for line in told if (it := _divided(line)[0])] for told in dated)
    address = _IN_ADDRESS.search(url or head.get("url", ""))
    yield "title", Guess(line("headline"), "headline")
    yield "container-title", Guess(head.get("sitename", ""), "head")
    yield "author", Guess(_names(head.get("author", "")), "head")
    yield "author", Guess(byline, "byline")
    yield "publisher", Guess(head.get("publisher", ""), "head")
    if moment:
        # A page may have several times, also beside a name: that of its head is of publication.
        around = (_divide(it.text)[0] for it in lines if it.kind not in ("body", "comment"))
        yield from (("issued", Guess(it, "both")) for it in map(partial(_zoned, moment), around))
        # That of its renewal, or of the issue of a paper, may stand nearer.
        same = (it for it in (*near, *far) if find_date(it) == moment.date().isoformat())
        yield from (("issued", Guess(_moment(it), "published")) for it in same)
    yield from (("issued", Guess(_moment(it), "published")) for it in near)
    if moment:
        yield "issued", Guess(_written(moment), "head")
    yield from (("issued", Guess(_moment(it), "published")) for it in far)
    yield "issued", Guess(head.get("date", ""), "head")
    yield "issued", Guess("-".join(address.groups()) if address else "", "address")
    yield "issued", Guess(find_date(line("dateline")), "dateline")
    # Above the article a name may stand in the same line.
    above = [*takewhile(lambda it: it.kind != "body", lines)]
    changed = [it for told in (*dated, above) for line in told if (it := _divided(line)[1])]
    if renewed:
        yield from (("updated", Guess(_zoned(renewed, it), "both")) for it in changed)
    yield from (("updated", Guess(_moment(it), "updated")) for it in changed)
    # Many a page is saved once more as it comes out, and declares that.
    if renewed and (moment is None or renewed - moment >= _MINUTE):
        yield "updated", Guess(_written(renewed), "head")
    yield "URL", Guess(url, "command")
    yield "URL", Guess(head.get("url", ""), "head")
    yield "language", Guess(head.get("language", ""), "head")
    yield "language", Guess(_language_of([it.text for it in lines if it.kind == "body"]), "letters")
    yield "section", Guess(head.get("categories", ""), "head")


def _dated(lines: Sequence[Proposed]) -> tuple[list[Proposed], list[Proposed]]:
    """Return the lines on when the article appeared: those below its headline, and others."""
    kinds = [it.kind for it in lines]
    head = kinds.index("headline") if "headline" in kinds else 0
    body = kinds.index("body") if "body" in kinds else len(kinds)
    near: list[Proposed] = []
    far: list[Proposed] = []
    for n, it in enumerate(lines):
        if it.kind in _TIMES:
            (near if head < n < body else far).append(it)
    return near, far


def _divided(line: Proposed) -> tuple[str, str]:
    """Return what a line says of publication, and what of renewal, by its words or its class."""
    published, renewed = _divide(line.text)
    return ("", published) if line.kind == "updated" and not renewed else (published, renewed)


def _divide(text: str) -> tuple[str, str]:
    """Return what a line says of publication, and what of renewal: nothing where it does not.

    The word for it stands before its time: "Updated: 9:12"; or after it: "9:12更新".
    """
    word = pattern("renewed").search(text)
    if not word:
        # A day in a note of what was wrong may be any.
        return "" if pattern("correction").search(text) else text, ""
    before, after = text[: word.start()], text[word.end() :]
    if find_date(after):
        again = pattern("published-on").search(after)
        return (after[again.start() :], after[: again.start()]) if again else (before, after)
    # An opening bracket may stand between the time and the one before it.
    edges = [it.end() for it in _EDGE.finditer(before.rstrip("|｜/•·()（） 　"))]
    start = edges[-1] if edges else 0
    return before[:start], before[start:]


def _names(declared: str) -> str:
    """Return the names that a head declares, without what leads them and without offices."""
    names = [without_byline_start(name.strip()) for name in declared.split(";")]
    return "; ".join([name for name in names if not pattern("office").search(name)] or names)


def _moment(text: str) -> str:
    day, time, zone = find_date(text), find_time(text), find_zone(text)
    if not (day and time):
        return day
    moment = datetime.datetime.fromisoformat(f"{day}T{time}")
    return _written(moment if zone is None else moment.replace(tzinfo=datetime.timezone(zone)))


def _zoned(moment: datetime.datetime, text: str) -> str:
    """Return the time of a line with the zone in which it is the moment; else nothing."""
    day, time, zone = find_date(text), find_time(text), find_zone(text)
    if not (day and time):
        return ""
    there = datetime.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=datetime.UTC)
    far = there - moment.replace(second=0, microsecond=0)
    if abs(far) > _FARTHEST or far % _QUARTER or zone not in (None, far):
        return ""
    return _written(there.replace(tzinfo=datetime.timezone(far)))


def _written(moment: datetime.datetime) -> str:
    """Return a moment as a record has it, to the minute."""
    return moment.isoformat(timespec="minutes").replace("+00:00", "Z")


def _language_of(texts: Sequence[str]) -> str:
    text = "".join(texts)
    if len(_KANA.findall(text)) * _MANY > len(text):
        return "ja"
    return "ru" if len(_CYRILLIC.findall(text)) * _MANY > len(text) else LANGUAGE


def _is_possible(key: str, value: str) -> bool:
    if key == "URL":
        return value.startswith(("https://", "http://"))
    if key in ("issued", "updated"):
        try:
            return bool(datetime.date.fromisoformat(value[:10]))
        except ValueError:
            return False
    if key == "author":
        return all(may_be_author(name.strip()) for name in value.split(";"))
    return key != "language" or bool(_LANGUAGE.fullmatch(value))
