"""Which line is the headline, and which under it is no paragraph yet."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.intake.given_lines import GivenLine
from build_tools.lines.dates import find_date
from build_tools.lines.shape import count_words, ends_sentence, is_credited, opens_list, stems
from build_tools.lines.signs import sign_of

_LEAST, _WORDS, _LONG, _NEAR, _TOP, _READ, _MOST = 2.5, 3.5, 12, 4, 10, 40, 3
# Above the line that has most of what follows: an outlet's name has less of it.
_RIVAL = 2
_OF_HEAD = frozenset(["byline", "dateline", "published", "updated"])


def find_headline(lines: Sequence[GivenLine], title: str) -> int:
    """Return the index of the headline, or -1.

    It is the line that `title` holds; else a page's first heading of the first rank; else the first
    line whose words come back in what follows, above the first long paragraph.
    """
    wanted = _plain(title)
    fit = [
        n
        for n, it in enumerate(lines)
        if wanted and count_words(it.text) >= _LEAST and _plain(it.text) in wanted
    ]
    ranked = [n for n, it in enumerate(lines) if it.tag == "h1" and count_words(it.text) >= _LEAST]
    if fit or ranked:
        return (
            max(fit, key=lambda n: (lines[n].tag == "h1", len(lines[n].text), -n))
            if fit
            else ranked[0]
        )
    region = range(_first_paragraph(lines))
    rated = [(_rate(lines, n), -n) for n in region if _may_be_headline(lines[n])]
    rating, place = max(rated, default=(0.0, 0))
    if rating < 1:
        return -1
    # A standfirst says more of the article than the headline above it.
    above = -place - 1
    return above if above in region and _is_rival(lines, above) else -place


def is_rivalled(lines: Sequence[GivenLine], head: int) -> bool:
    """Tell whether nothing but its place makes a line the headline, and not the one below it."""
    below = head + 1
    if head < 0 or lines[head].tag == "h1" or below >= len(lines):
        return False
    rivals = _is_rival(lines, head) and _is_rival(lines, below)
    return rivals and _rate(lines, below) > _rate(lines, head)


def _is_rival(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether a line may be the headline by its own words."""
    line = lines[n]
    return _may_be_headline(line) and not ends_sentence(line.text) and _rate(lines, n) >= _RIVAL


def _first_paragraph(lines: Sequence[GivenLine]) -> int:
    """Return the index of the first long sentence; of those near the top, below a byline or date.

    What stands above may have sentences as well: an advertisement, a notice.
    """
    long = [n for n, it in enumerate(lines) if _is_paragraph(it)]
    first = long[0] if long else len(lines)
    heads = [n for n, it in enumerate(lines[: first + _TOP]) if sign_of(it.text) in _OF_HEAD]
    if heads and heads[0] > first:
        return next((n for n in long if n > heads[0]), len(lines))
    return first


def _is_paragraph(line: GivenLine) -> bool:
    return ends_sentence(line.text) and count_words(line.text) >= _LONG and not sign_of(line.text)


def _may_be_headline(line: GivenLine) -> bool:
    # The name of an outlet may stand before the day of its issue.
    words = count_words(line.text) >= _LEAST and not find_date(line.text)
    return words and not sign_of(line.text)


def _rate(lines: Sequence[GivenLine], n: int) -> float:
    """Rate a line as a headline: its words come back in what follows, and a byline stands below."""
    text = lines[n].text
    below = [it.text for it in lines[n + 1 : n + 1 + _READ] if ends_sentence(it.text)]
    shared = len(stems(text) & frozenset[str]().union(*map(stems, below)))
    near = {sign_of(it.text) for it in lines[n + 1 : n + 1 + _NEAR]}
    return (
        min(shared, _MOST)
        # Of two words one may be the outlet's.
        + (count_words(text) >= _WORDS)
        + bool(near & _OF_HEAD)
        - ends_sentence(text)
        if shared
        else 0
    )


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def mark_deks(lines: Sequence[GivenLine], head: int) -> tuple[GivenLine, ...]:
    """Mark the line below the headline that is no sentence, or stands above the byline.

    Where it does not stand among the paragraphs, the byline or the date may be some lines below.
    """
    if head < 0 or head + 1 >= len(lines) or lines[head + 1].zone:
        return tuple(lines)
    line = lines[head + 1]
    near = lines[head + 2 : head + 2 + (_TOP if line.setting == "before" else 2)]
    within = takewhile(lambda it: it.setting != "paragraph" or sign_of(it.text), near)
    below = {sign_of(it.text) or it.zone for it in within}
    is_dek = (
        not sign_of(line.text)
        and not opens_list(line.text)
        and not is_credited(line.text)
        and count_words(line.text) > _LEAST * 2
        and (line.tag in ("h2", "h3") or not ends_sentence(line.text) or bool(_OF_HEAD & below))
    )
    return tuple(
        replace(it, zone="dek") if is_dek and n == head + 1 else it for n, it in enumerate(lines)
    )
