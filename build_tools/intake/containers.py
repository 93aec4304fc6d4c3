"""Which parts of a page are marked as of a class, and are believed by what they hold.

Pages name what stands beside an article by elements, classes and roles; but names are also given
in vain, and where an element is not closed it takes in what follows. So a name is not believed of
what holds as much prose as only an article has.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from build_tools.expressions import expression
from build_tools.intake.blocks import Block, find_blocks, upwards
from build_tools.lines.shape import count_words, ends_sentence
from build_tools.sources.records import LineClass

_KEYS = ("class", "id", "role", "aria-label", "itemprop", "data-testid", "data-component")
_HUMP = expression(r"(?<=[a-z0-9])(?=[A-Z])|_")
_OF_TAGS: dict[str, LineClass] = {
    "figcaption": "caption", "nav": "furniture", "footer": "furniture", "aside": "furniture",
    "form": "furniture", "button": "furniture", "time": "published", "h1": "headline",
}  # fmt: skip
_OF_NAMES: tuple[tuple[LineClass, re.Pattern[str]], ...] = tuple(
    (kind, expression(names))
    for kind, names in yaml.safe_load(
        Path(__file__).with_name("page_names.yml").read_text(encoding="utf-8")
    ).items()
)
# What is put around a picture and its caption.
_FRAMES = frozenset("div span center a dl table tbody tr td figure".split())
_APART = frozenset(["small", "i", "em", "font"])
_EDGE = expression(r"<(/?)(?:div|section|aside)\b", re.IGNORECASE)
_PROSE, _FEW, _SHARE, _HALF = 8, 3, 0.15, 0.5
# How many sentences of some length are in what is marked so, where that is fewer.
_MOST = {
    "published": 0,
    "updated": 0,
    "credit": 0,
    "pullquote": 1,
    "caption": 2,
    "byline": 2,
    "dek": 2,
}


def is_left_open(html: str) -> bool:
    """Tell whether a page opens more of its containers than it closes."""
    ends = [match[1] for match in _EDGE.finditer(html)]
    return 2 * ends.count("/") < len(ends)


def find_marks(
    tree: Any, blocks: Sequence[Block], first: int, *, left_open: bool
) -> dict[Any, LineClass]:
    """Return the elements of a page that are marked as of a class, and hold what it may hold.

    `first` is the index of the headline, or -1: what is around it is around the article. Where
    some are left open, each is believed of less.
    """
    marks = {element: kind for element in tree.iter() if (kind := _kind(element))}
    for element in _pictured(tree):
        marks.setdefault(element, "caption")
    for element in upwards(blocks[first].holder) if first >= 0 else ():
        if marks.get(element) != "headline":
            marks.pop(element, None)
    prose = [n for n, block in enumerate(blocks) if n > first and _is_prose(block)]
    held: dict[Any, list[int]] = {}
    for n in prose:
        for element in upwards(blocks[n].holder):
            if element in marks:
                held.setdefault(element, []).append(n)
    return {
        element: kind
        for element, kind in marks.items()
        if _may_hold(kind, held.get(element, []), prose, blocks, left_open=left_open)
    }


def find_renewal(headline: Any) -> str:
    """Return the time of change that is marked nearest to an element, if one alone is; else "".

    It is in the smallest element around the headline that has any: others are of other articles.
    """
    for around in headline.iterancestors():
        if around.tag == "body":
            break
        times = {it.get("datetime", "") for it in around.iter("time") if _kind(it) == "updated"}
        if times:
            return str(times.pop()) if len(times) == 1 else ""
    return ""


def _is_prose(block: Block) -> bool:
    return block.linked < _HALF and ends_sentence(block.text) and count_words(block.text) >= _PROSE


def _may_hold(
    kind: LineClass,
    held: Sequence[int],
    prose: Sequence[int],
    blocks: Sequence[Block],
    *,
    left_open: bool,
) -> bool:
    """Tell whether what is marked may hold some of a page's prose: comments, only below others."""
    if not held:
        return True
    words = {n: count_words(blocks[n].text) for n in prose}
    share = sum(words[n] for n in held) / sum(words.values())
    if kind == "comment":
        return held[0] != prose[0] and not (left_open and share > _HALF)
    few = min(_MOST.get(kind, _FEW), 1 if left_open else _FEW)
    return share < (_HALF if len(held) <= few else _SHARE)


def _kind(element: Any) -> LineClass | None:
    if not isinstance(element.tag, str) or element.tag in ("body", "html"):
        return None
    names = _HUMP.sub("-", " ".join(element.get(key, "") for key in _KEYS)).lower()
    named = next((kind for kind, known in _OF_NAMES if known.search(names)), None)
    # A button that holds paragraphs is left open.
    if named is None and element.tag == "button" and element.find(".//p") is not None:
        return None
    return named or _OF_TAGS.get(element.tag)


def _pictured(tree: Any) -> Iterator[Any]:
    """Yield the elements that hold a picture with a line of text, and nothing else."""
    # Many pictures may be in one element: each is asked once what it holds.
    without: set[Any] = set()
    frames: set[Any] = set()
    for picture in tree.iter("img"):
        for around in picture.iterancestors():
            if around in without:
                continue
            if around in frames or around.text_content().strip():
                break
            without.add(around)
        else:
            continue
        # A picture may also stand in a line of writing, or before it.
        lines = find_blocks(around) if around not in frames else ()
        if len(lines) == 1 and (
            around.tag in _FRAMES or (around.tag == "p" and lines[0].manner & _APART)
        ):
            yield around
        frames.add(around)
