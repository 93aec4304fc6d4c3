"""Which line is the headline, and which under it is no paragraph yet."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from build_tools.intake.given_lines import GivenLine
from build_tools.lines.shape import count_words, ends_sentence, stems
from build_tools.lines.signs import sign_of

_LEAST, _WORDS, _LONG, _NEAR, _SHARED = 2.5, 3.5, 12, 4, 2
_OF_HEAD = frozenset(["byline", "published", "updated"])


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
    often = Counter(stem for it in lines if ends_sentence(it.text) for stem in stems(it.text))
    above = []
    for n, it in enumerate(lines):
        if ends_sentence(it.text) and count_words(it.text) >= _LONG and not sign_of(it.text):
            break
        if not sign_of(it.text) and count_words(it.text) >= _LEAST:
            above.append(n)
    # Of two words one may be the outlet's: a line of several is sought first.
    for least, shared in ((_WORDS, _SHARED), (_LEAST, 1)):
        for n in above:
            own = stems(lines[n].text)
            if count_words(lines[n].text) >= least and len([s for s in own if often[s]]) >= shared:
                return n
    return -1


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def mark_deks(lines: Sequence[GivenLine], head: int) -> tuple[GivenLine, ...]:
    """Mark the line below the headline that is no sentence, or stands above the byline."""
    if head < 0 or head + 1 >= len(lines) or lines[head + 1].zone:
        return tuple(lines)
    line = lines[head + 1]
    below = [sign_of(it.text) or it.zone for it in lines[head + 2 : head + 2 + _NEAR]]
    is_dek = (
        not sign_of(line.text)
        and count_words(line.text) > _LEAST * 2
        and (
            line.tag in ("h2", "h3")
            or not ends_sentence(line.text)
            or bool(_OF_HEAD & set(below[:2]))
        )
    )
    return tuple(
        replace(it, zone="dek") if is_dek and n == head + 1 else it for n, it in enumerate(lines)
    )
