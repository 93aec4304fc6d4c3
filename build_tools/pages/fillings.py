"""What the build puts into blocks from other files: events of pages, dated entries, terms."""

import re
from pathlib import Path

from build_tools.files.models import StrictModel
from build_tools.files.page_files import written_uris
from build_tools.files.text_files import read_text
from build_tools.files.yaml_places import LinedYaml, parse_yaml
from build_tools.lexicon.glossary import GLOSSARY
from build_tools.pages.events import EventPoints, EventSummary
from build_tools.pages.front_matter import (
    EVENT,
    Filling,
    Head,
    LineOrigin,
    event_filling,
    parse_head,
)
from build_tools.problems import InputProblems, Place, Problem

# Below the folder of pages; what starts with `_` there is not published.
TIMELINE = "_data/timeline.yml"
CODE = "block"


# Which part of an event stands in a block of other pages.
_OF_EVENTS: dict[str, type[StrictModel]] = {"timeline": EventSummary, "comparison": EventPoints}


def load_fillings(docs: Path, root: Path) -> dict[str, Filling]:
    """Read what fills the blocks `comparison`, `timeline` and `glossary`, relative to `root`.

    A wrong event is left out: its own page reports it. Where there is nothing at all to put in,
    the block has no filling, and reports that in its place.
    """
    heads, entries = _heads(docs, root), dated_entries(docs, root)
    fillings = {"glossary": _lines_of(docs / GLOSSARY.path, root), "timeline": entries}
    return fillings | (_join(heads, entries) if heads else {})


def dated_entries(docs: Path, root: Path) -> Filling:
    """Read the entries of the timeline that no page's event gives."""
    return _lines_of(docs / TIMELINE, root)


def event_elsewhere(text: str, path: str, uri: str, entries: Filling) -> dict[str, Filling]:
    """Return what fills blocks of other pages, by their kind, if a page's event is the only one."""
    head = parse_head(text, path)
    return _join({uri: head}, entries) if head.meta.event else {}


def _heads(docs: Path, root: Path) -> dict[str, Head]:
    heads = {}
    for uri, path in written_uris(docs).items():
        shown = path.relative_to(root).as_posix()
        try:
            text = read_text(path, shown, "front-matter")
        except InputProblems:
            continue  # Reported where the page itself is read.
        head = parse_head(text, shown)
        # A wrong head may have an event that cannot be read.
        if head.meta.event or (head.problems and EVENT in text):
            heads[uri] = head
    return heads


def _join(heads: dict[str, Head], entries: Filling) -> dict[str, Filling]:
    """Join the events to one list for each block: `events`, of mappings with `page` and `event`.

    In the timeline the list comes after the entries; where these are wrong, nothing does.
    """
    joined = {}
    for kind, model in _OF_EVENTS.items():
        lines: list[str] = []
        origins: list[LineOrigin] = []
        for uri, head in heads.items():
            event = event_filling(head, model)
            if not event.lines:
                continue
            opening = (f"- page: {uri}",) if lines else ("events:", f"- page: {uri}")
            lines += [*opening, *(f"  {line}" for line in event.lines)]
            origins += [event.line_origins[0]] * len(opening)
            origins += [LineOrigin(o.line, o.shift - 2, o.path) for o in event.line_origins]
        joined[kind] = Filling(tuple(lines), tuple(origins))
    timeline = joined["timeline"]
    joined["timeline"] = (
        Filling(entries.lines + timeline.lines, entries.line_origins + timeline.line_origins)
        if entries.lines
        else entries
    )
    return joined


def _lines_of(path: Path, root: Path) -> Filling:
    """Return the lines of a file of YAML, or its problems as a whole."""
    shown = path.relative_to(root).as_posix()
    try:
        text = read_text(path, shown, CODE)
        refuse = _not_to_be_joined(parse_yaml(text, shown), text)
    except InputProblems as error:
        return Filling(problems=error.problems)
    if refuse:
        return Filling(problems=tuple(refuse))
    lines = text.rstrip("\n").split("\n")
    origins = (LineOrigin(number, path=shown) for number in range(1, len(lines) + 1))
    return Filling(tuple(lines), tuple(origins))


def _not_to_be_joined(lined: LinedYaml, text: str) -> list[Problem]:
    """Find what is right in a file alone, but would break what the build puts after it."""
    problems = []
    if mark := re.search(r"^(?:---|\.\.\.)", text, re.MULTILINE):
        place = Place(lined.path, text.count("\n", 0, mark.start()) + 1)
        message = f"the file must be one document, without a line '{mark[0]}'"
        problems.append(Problem(place, CODE, message, "remove the line"))
    for keys, place in lined.places.items():
        if len(keys) == 1 and place.column > 1:
            message = f"the key '{keys[0]}' must start at the margin"
            problems.append(Problem(place, CODE, message))
        if keys == ("events",):
            message = "the key 'events' must be left to the build, which fills it"
            problems.append(Problem(place, CODE, message, "give an event a page of its own"))
    return problems
