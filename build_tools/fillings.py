"""What the build puts into blocks from other files: events of pages, dated entries, terms."""

from pathlib import Path

from build_tools.events import EventPoints, EventSummary
from build_tools.front_matter import EVENT, Filling, Head, LineOrigin, event_filling, parse_head
from build_tools.validation import StrictModel
from build_tools.written_pages import written_pages

# Below the folder of pages; what starts with `_` there is not published.
TIMELINE = "_data/timeline.yml"
TERMS = "_data/terms.yml"


def load_fillings(docs: Path, root: Path) -> dict[str, Filling]:
    """Read what fills the blocks `comparison`, `timeline` and `glossary`, relative to `root`.

    An event that is wrong is left out: its own page says what is wrong with it. Where there is
    nothing at all to put in, the block has no filling, and says so where it stands.
    """
    heads = _heads(docs, root)
    entries = _lines_of(docs / TIMELINE, root)
    events = _join(heads, EventSummary)
    timeline = Filling(entries.lines + events.lines, entries.origins + events.origins)
    terms = _lines_of(docs / TERMS, root)
    fillings = {"comparison": _join(heads, EventPoints)} if heads else {}
    fillings |= {"timeline": timeline} if heads or entries.lines else {}
    return fillings | ({"glossary": terms} if terms.lines else {})


def _heads(docs: Path, root: Path) -> dict[str, Head]:
    heads = {}
    for path in written_pages(docs):
        text = path.read_text(encoding="utf-8", errors="replace")
        head = parse_head(text, path.relative_to(root).as_posix())
        # A head that is wrong may have an event that cannot be read.
        if head.meta.event or (head.problems and EVENT in text):
            heads[path.relative_to(docs).as_posix()] = head
    return heads


def _join(heads: dict[str, Head], model: type[StrictModel]) -> Filling:
    """Join the events to one list, `events`, of mappings with the keys `page` and `event`."""
    lines: list[str] = []
    origins: list[LineOrigin] = []
    for uri, head in heads.items():
        event = event_filling(head, model)
        if not event.lines:
            continue
        opening = (f"- page: {uri}",) if lines else ("events:", f"- page: {uri}")
        lines += [*opening, *(f"  {line}" for line in event.lines)]
        origins += [event.origins[0]] * len(opening)
        origins += [LineOrigin(o.line, o.shift - 2, o.path) for o in event.origins]
    return Filling(tuple(lines), tuple(origins))


def _lines_of(path: Path, root: Path) -> Filling:
    if not path.exists():
        return Filling()
    shown = path.relative_to(root).as_posix()
    # What is not UTF-8 cannot be quoted in a problem; the sign for it can, and is no YAML of ours.
    lines = path.read_text(encoding="utf-8", errors="replace").rstrip("\n").split("\n")
    origins = (LineOrigin(number, path=shown) for number in range(1, len(lines) + 1))
    return Filling(tuple(lines), tuple(origins))
