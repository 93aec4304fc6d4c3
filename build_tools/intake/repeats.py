"""Lines that say what another line says: words set off in large type, a caption given twice.

Words set off may be given in another form than they have in the article: then they are known by
their marks of quotation, by an element of their own, and by the paragraph that has most of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from build_tools.intake.context import adjoins
from build_tools.intake.given_lines import HEADINGS, GivenLine
from build_tools.lines.shape import (
    count_words,
    ends_sentence,
    is_quotation,
    opens_list,
    stems,
)
from build_tools.lines.signs import has_end_credit
from build_tools.sources.records import LineClass

_LEAST, _SOME, _FEW, _LONGER, _ALIKE, _NEAR, _HEADING = 5, 3, 2, 1.2, 85, 4, 9
# Words set off have at most so many, and of the longer ones one paragraph has this share.
_SET_OFF, _SHARED = 40, 0.6
_SET_OFF_BY = ("p", "div", "blockquote")
_CONTAINERS = ("div", "section", "aside", "figure")


def mark_repeats(lines: Sequence[GivenLine], head: int) -> tuple[GivenLine, ...]:
    """Mark what repeats a line with a credit as a caption, and what repeats a paragraph as such."""
    plain = [re.sub(r"[\W_]+", "", line.text).lower() for line in lines]
    long = [n for n, line in enumerate(lines) if _is_long(line) and n != head]
    credited = {n for n in long if has_end_credit(lines[n].text)}
    kinds: dict[int, LineClass] = {}
    for n in long:
        for m in long:
            if n == m or len(plain[n]) > len(plain[m]) * _LONGER:
                continue
            if m in credited and fuzz.partial_ratio(plain[n], plain[m]) > _ALIKE:
                kinds[n] = kinds[m] = "caption"
            elif plain[n] not in plain[m] or _heads(lines, n, m) or not _may_repeat(lines, n, m):
                continue
            elif plain[n] != plain[m] or n > m:
                kinds.setdefault(n, "pullquote")
    for n in _reworded(lines, head):
        kinds.setdefault(n, "pullquote")
    # Below such words stands who said them.
    for n in [n for n, kind in kinds.items() if kind == "pullquote" and adjoins(lines, n + 1)]:
        if _is_short(lines[n + 1].text):
            kinds.setdefault(n + 1, "pullquote")
    return tuple(
        replace(line, zone=kinds[n]) if n in kinds and not line.zone else line
        for n, line in enumerate(lines)
    )


def _reworded(lines: Sequence[GivenLine], head: int) -> Iterator[int]:
    """Yield what is in quotation marks and an element of its own, and a paragraph nearly says."""
    told = [stems(it.text) for it in lines if it.setting == "paragraph"]
    for n, line in enumerate(lines):
        if n <= head or not _is_set_off(line) or opens_list(lines[n - 1].text):
            continue
        own = stems(line.text)
        if any(len(own & theirs) >= _SHARED * len(own) for theirs in told if own):
            yield n


def _is_set_off(line: GivenLine) -> bool:
    """Tell whether a page sets a short quotation otherwise than its paragraphs."""
    is_apart = line.setting == "apart" or (line.setting == "flow" and line.tag in _SET_OFF_BY)
    return is_apart and count_words(line.text) <= _SET_OFF and is_quotation(line.text)


def _heads(lines: Sequence[GivenLine], n: int, m: int) -> bool:
    """Tell whether a line of pasted text that another repeats is the heading of a part of it."""
    line = lines[n]
    return (
        not line.tag
        and n < m <= n + _NEAR
        and _is_short(line.text)
        and ends_sentence(lines[n + 1].text)
    )


def _may_repeat(lines: Sequence[GivenLine], n: int, m: int) -> bool:
    """Tell whether a line is not so short that it may be the heading of what has its words."""
    if _is_boxed(lines[n]) and count_words(lines[n].text) < _LEAST:
        return n - _NEAR <= m < n and lines[m].setting == "paragraph"
    return True


def _is_boxed(line: GivenLine) -> bool:
    """Tell whether a line alone among the paragraphs is in a container of its own."""
    return line.setting == "flow" and line.tag in _CONTAINERS


def _is_short(text: str) -> bool:
    return count_words(text) < _HEADING and not ends_sentence(text)


def _is_long(line: GivenLine) -> bool:
    """Tell whether a line is long enough to repeat another by design.

    A heading may quote what is said below it; what is set otherwise than paragraphs may be short.
    """
    if line.tag in HEADINGS and line.setting in ("flow", "apart"):
        return False
    is_set_off = line.setting == "apart" or line.tag == "blockquote"
    least = _FEW if is_set_off else _SOME if _is_boxed(line) else _LEAST
    return count_words(line.text) >= least
