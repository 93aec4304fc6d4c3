"""Elements that repeat beside an article: a link with its teaser, a name with a comment."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from build_tools.intake.given_lines import HEADINGS
from build_tools.lines.dates import find_date, find_time, is_date_alone
from build_tools.lines.shape import count_words, ends_sentence

_TITLE, _SIGNATURE, _LINES, _MOSTLY = 3, 8, 6, 0.7


def find_items(blocks: Sequence[Any]) -> frozenset[int]:
    """Return the lines that are in such elements; each block has `holder`, `text` and `linked`."""
    lines: defaultdict[Any, list[int]] = defaultdict(list)
    for n, block in enumerate(blocks):
        for element in (block.holder, *block.holder.iterancestors()):
            lines[element].append(n)
    alike: defaultdict[tuple[Any, str, str], list[Any]] = defaultdict(list)
    for element, held in lines.items():
        if 1 < len(held) <= _LINES and _is_item([blocks[n] for n in held]):
            alike[element.getparent(), element.tag, element.get("class", "")].append(element)
    repeated = (element for elements in alike.values() if len(elements) > 1 for element in elements)
    return frozenset(n for element in repeated for n in lines[element])


def _is_item(blocks: Sequence[Any]) -> bool:
    """Tell whether some lines are a title that is a link, or who wrote when, and what is said."""
    return (
        any(map(_leads, blocks[:2]))
        and any(map(_is_said, blocks))
        and not any(it.holder.tag in HEADINGS and it.linked <= _MOSTLY for it in blocks)
    )


def _leads(block: Any) -> bool:
    words = count_words(block.text)
    if block.linked > _MOSTLY:
        return words >= _TITLE
    has_time = bool(find_time(block.text) or find_date(block.text))
    # A time alone may head what an article tells of it.
    return has_time and words <= _SIGNATURE and not is_date_alone(block.text)


def _is_said(block: Any) -> bool:
    return ends_sentence(block.text) and block.linked <= _MOSTLY
