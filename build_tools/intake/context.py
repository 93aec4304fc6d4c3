"""What a line is by those around it: the first of a credit, an item of a list, a heading."""

import re
from collections.abc import Sequence

from build_tools.intake.given_lines import GivenLine
from build_tools.lines.dates import find_time
from build_tools.lines.shape import (
    count_words,
    ends_sentence,
    is_item,
    is_row,
    is_writing,
    opens_list,
    stems,
)
from build_tools.lines.signs import Sign, is_plea, is_post_signature, sign_of

_MIDDLE, _HEADING, _PAIR, _THREE, _BELOW, _NEAR, _BLOCK = 4, 9, 2, 3, 8, 8, 4
# What a heading may stand below.
_BETWEEN = frozenset(["caption", "credit", "furniture", "newsletter"])
_QUOTED_HEADING = re.compile(r"[\"“„«'‘]([^\"“”„«»'‘’]+(?:['’]\w+[^\"“”„«»'‘’]*)?)[\"”“»'’]")


def sign_in_block(lines: Sequence[GivenLine], n: int) -> Sign | None:
    """Return the sign of a line, or that which the lines it stands with give it."""
    line = lines[n]
    is_cell = line.tag in ("td", "th") or is_row(line.text)
    if is_cell and not is_writing(line.text):
        return None
    return sign_of(line.text) or _sign_by_others(lines, n)


def _sign_by_others(lines: Sequence[GivenLine], n: int) -> Sign | None:
    """Return the sign of a line that has none of its own.

    Of the few that no blank line parts from it, a caption has it by the credit below it, and the
    first half of a plea by the second.
    """
    if n + 1 < len(lines) and is_post_signature(lines[n + 1].text):
        return "furniture"
    if n and _is_label_of_credit(lines[n - 1].text):
        return "credit"
    if (first := _heads_block(lines, n)) is not None:
        return first
    block = [n]
    for below in range(n + 1, min(n + 1 + _THREE, len(lines))):
        if lines[below].number != lines[block[-1]].number + 1:
            break
        block.append(below)
    starts = n == 0 or lines[n - 1].number < lines[n].number - 1
    short = len(block) == _PAIR or (starts and len(block) == _THREE)
    last = lines[block[-1]].text
    credited = len(block) == _PAIR and sign_of(last) == "credit"
    if credited or (len(block) > 1 and _is_label_of_credit(lines[n + 1].text)):
        return "caption"
    return "furniture" if short and is_plea(last) else None


def _heads_block(lines: Sequence[GivenLine], n: int) -> Sign | None:
    """Return the sign of the first of the few lines that no blank line parts, if it heads them.

    So what a letter offers is of the line that asks to get it, and links are of their label.
    """
    first = n
    while first and n - first < _BLOCK and lines[first - 1].number == lines[first].number - 1:
        first -= 1
    last = n
    while last + 1 < len(lines) and last - first < _BLOCK:
        if lines[last + 1].number != lines[last].number + 1:
            break
        last += 1
    if not 0 < last - first < _BLOCK or first == n:
        return None
    sign = sign_of(lines[first].text)
    meant = "newsletter" if ends_sentence(lines[n].text) else "related-link"
    return sign if sign == meant else None


def _is_label_of_credit(text: str) -> bool:
    """Tell whether a line is "Credit" alone: what it shows stands above it, whose it is below."""
    return count_words(text) == 1 and sign_of(text) == "credit"


def is_sound(line: GivenLine, sign: Sign | None) -> bool:
    """Tell whether a line is a sentence, and nothing marks it as of another class."""
    return ends_sentence(line.text) and not sign and not line.zone


def is_listed(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether a line below one that opens a list may be of the list."""
    line = lines[n]
    if is_item(line.text) or line.tag == "li":
        return True
    # In pasted text marks are lost: lines that adjoin and are no sentences.
    if any(it.text.endswith((";", "；")) for it in lines[max(n - 1, 0) : n + 1]):
        return True
    adjoins = any(abs(it.number - line.number) == 1 for it in lines[max(n - 1, 0) : n + 2])
    return not line.tag and adjoins and not ends_sentence(line.text)


def is_heading(lines: Sequence[GivenLine], n: int, signs: Sequence[Sign | None]) -> bool:
    """Tell whether a line that nothing marks as a heading is short, and alone so."""
    line = lines[n]
    if line.setting not in (None, "paragraph") or (line.tag and line.setting is None):
        return False
    if signs[n] or not 0 < n < len(lines) - 1 or not _is_title(line.text):
        return False
    if "related-link" in signs[max(n - _THREE, 0) : n]:
        return False
    before, after = lines[n - 1], lines[n + 1]
    return (
        (ends_sentence(after.text) or opens_list(after.text))
        and count_words(after.text) >= _MIDDLE
        and not signs[n + 1]
        and (ends_sentence(before.text) or signs[n - 1] in _BETWEEN or _tells_time(lines, n))
    )


def _tells_time(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether a line stands below a time of day, within an article that tells of several."""
    above = lines[max(n - _NEAR, 0) : n]
    return bool(find_time(lines[n - 1].text)) and any(
        ends_sentence(it.text) and count_words(it.text) >= _HEADING for it in above
    )


def _is_title(text: str) -> bool:
    return count_words(text) < _HEADING and not opens_list(text) and not ends_sentence(text)


def is_quoted_heading(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether a line is a heading in quotation marks, of words that are said below it."""
    heading = _QUOTED_HEADING.fullmatch(lines[n].text.strip())
    if heading is None or count_words(heading[1]) >= _HEADING:
        return False
    known = stems(heading[1])
    below = frozenset[str]().union(*(stems(it.text) for it in lines[n + 1 : n + 1 + _BELOW]))
    return bool(known) and known <= below
