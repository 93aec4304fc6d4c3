"""A saved page: its visible lines in reading order, and what trafilatura finds of the article.

The library tells which lines are the article's, and what the head of the page declares.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from trafilatura import bare_extraction, extract_metadata, load_html
from trafilatura.settings import use_config

from build_tools.intake.authors import is_body, split_authors
from build_tools.intake.blocks import find_blocks, key_of, upwards
from build_tools.intake.containers import find_marks, find_renewal, is_left_open
from build_tools.intake.declared import (
    MODIFIED,
    PUBLISHED,
    find_creators,
    find_declared,
    find_moment,
    find_publisher,
    find_witnessed,
    parse_moment,
)
from build_tools.intake.given_lines import GivenLine, Setting, set_apart
from build_tools.intake.headline import find_headline
from build_tools.intake.outlet import find_outlet
from build_tools.intake.ruby import drop_readings
from build_tools.intake.story import find_settings
from build_tools.sources.records import LineClass

_MOST = 0.8
# What has parts that are marked as those of an article are.
_OTHERS = frozenset(["related-link", "comment"])
_BOLD = frozenset(["b", "strong"])


@dataclass(frozen=True)
class SavedPage:
    """The lines of a page, set apart, with what the library found in its head, by its names.

    `moment` is when it was published and `renewed` when it was changed, where the head tells so
    with a time zone, or for the latter an element beside the headline.
    """

    lines: tuple[GivenLine, ...]
    found: dict[str, str] = field(default_factory=dict)


def parse_saved(html: str) -> SavedPage:
    """Read a page; one that has no elements at all has no lines."""
    tree = load_html(html)
    if tree is None:
        return SavedPage(())
    drop_readings(tree)
    blocks = find_blocks(tree)
    extracted = _extracted(tree)
    head = _head(html)
    lines = [
        GivenLine(
            number=0,
            text=block.text,
            apart=True,
            linked=block.linked,
            extracted=key_of(block.text) in extracted,
            tag=block.tag,
            bold=bool(block.manner & _BOLD),
        )
        for block in blocks
    ]
    if authors := _authors(tree, head.get("author", "")):
        head["author"] = authors
    first = find_headline(lines, head.get("title", ""))
    if outlet := find_outlet(tree, lines[first].text if first >= 0 else ""):
        head["sitename"] = outlet
    if publisher := find_publisher(tree):
        head["publisher"] = publisher
    for name, key in (("moment", PUBLISHED), ("renewed", MODIFIED)):
        if moment := find_moment(tree, key):
            head[name] = moment.isoformat()
    shown = parse_moment(find_renewal(blocks[first].holder)) if first >= 0 else None
    if shown:
        head.setdefault("renewed", shown.isoformat())
    marks = find_marks(tree, blocks, first, left_open=is_left_open(html))
    zones = [_zone([marks[it] for it in upwards(b.element) if it in marks]) for b in blocks]
    # Above a headline no standfirst stands: menus within menus are named alike.
    zones = [None if zone == "dek" and n < first else zone for n, zone in enumerate(zones)]
    lines = [replace(it, zone=zone) for it, zone in zip(lines, zones, strict=True)]
    settings = find_settings(blocks, lines, first)
    placed = [_placed(it, to) for it, to in zip(lines, settings, strict=True)]
    return SavedPage(set_apart(tuple(_witnessed(placed, find_declared(tree)))), head)


def _zone(marks: Sequence[LineClass]) -> LineClass | None:
    """Return of the marks around a line, the nearest first, that which tells what it is.

    A teaser or a comment has a day, a name and a picture of its own.
    """
    return next((it for it in marks if it in _OTHERS), marks[0]) if marks else None


def _placed(line: GivenLine, setting: Setting | None) -> GivenLine:
    """Return a line with where it stands: among paragraphs nothing stands above the article."""
    below = line.zone == "dek" and setting in ("paragraph", "flow", "tail", "after")
    zone = "caption" if setting == "pictured" else None if below else line.zone
    return replace(line, setting=setting, zone=zone)


def _witnessed(lines: list[GivenLine], declared: str) -> list[GivenLine]:
    """Return lines with what the declared text says of them, where it has most paragraphs.

    Some pages declare the beginning alone, or a text before it was edited: it speaks for lines,
    but not against those that it has not.
    """
    held = find_witnessed(declared, [it.text for it in lines])
    sizes = [len(it.text) if it.setting == "paragraph" else 0 for it in lines]
    whole = sum(size for size, has in zip(sizes, held, strict=True) if has) > _MOST * sum(sizes)
    return [
        replace(it, witnessed=has if has or whole else None)
        for it, has in zip(lines, held, strict=True)
    ]


def _authors(tree: Any, found: str) -> str:
    """Return the names that the library found, divided by semicolons.

    It divides the name of an institution at "and": that is taken as it is declared.
    """
    names = _words(found)
    whole = (it for it in find_creators(tree) if names and names <= _words(it) and is_body(it))
    return "; ".join(split_authors(next(whole, found)))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _extracted(tree: Any) -> frozenset[str]:
    """Return the lines that the library takes for the article's, without what is no letter.

    The library works on a copy of the tree.
    """
    config = use_config()
    # A short article is one too.
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    found = bare_extraction(tree, include_comments=False, include_tables=True, config=config)
    body = getattr(found, "body", None)
    if body is None:
        return frozenset()
    texts: set[str] = set()
    for element in body.iter():
        line = element.text or ""
        for child in element:
            if child.tag == "lb":
                texts.add(key_of(line))
                line = child.tail or ""
            else:
                line += "".join(child.itertext()) + (child.tail or "")
        texts.add(key_of(line))
    return frozenset(texts - {""})


def _head(html: str) -> dict[str, str]:
    """Return what the library finds in the head of a page, and of its dates below it."""
    found = extract_metadata(html)
    values = found.as_dict() if found else {}
    texts = {key: "; ".join(it) if isinstance(it, list) else it for key, it in values.items()}
    return {key: it for key, it in texts.items() if isinstance(it, str) and it}
