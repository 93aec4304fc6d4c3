"""Lines that say what another line says: words set off in large type, a caption given twice."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from build_tools.intake.context import adjoins
from build_tools.intake.given_lines import HEADINGS, GivenLine
from build_tools.lines.shape import count_words, ends_sentence
from build_tools.lines.signs import has_end_credit
from build_tools.sources.records import LineClass

_LEAST, _FEW, _LONGER, _ALIKE, _NEAR, _HEADING = 5, 2, 1.2, 85, 4, 9


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
            elif plain[n] not in plain[m] or _heads(lines, n, m):
                continue
            elif plain[n] != plain[m] or n > m:
                kinds.setdefault(n, "pullquote")
    # Below such words stands who said them.
    for n in [n for n, kind in kinds.items() if kind == "pullquote" and adjoins(lines, n + 1)]:
        if _is_short(lines[n + 1].text):
            kinds.setdefault(n + 1, "pullquote")
    return tuple(
        replace(line, zone=kinds[n]) if n in kinds and not line.zone else line
        for n, line in enumerate(lines)
    )


def _heads(lines: Sequence[GivenLine], n: int, m: int) -> bool:
    """Tell whether a line of pasted text that another repeats is the heading of a part of it."""
    line = lines[n]
    return (
        not line.tag
        and n < m <= n + _NEAR
        and _is_short(line.text)
        and ends_sentence(lines[n + 1].text)
    )


def _is_short(text: str) -> bool:
    return count_words(text) < _HEADING and not ends_sentence(text)


def _is_long(line: GivenLine) -> bool:
    """Tell whether a line is long enough to repeat another by design.

    A heading may quote what is said below it; what is set otherwise than paragraphs may be short.
    """
    if line.tag in HEADINGS and line.setting in ("flow", "apart"):
        return False
    is_set_off = line.setting == "apart" or line.tag == "blockquote"
    return count_words(line.text) >= (_FEW if is_set_off else _LEAST)
