"""Where an article is over: below it stands who worked on it, and what its readers say."""

from collections.abc import Sequence

from build_tools.intake.context import is_sound
from build_tools.intake.given_lines import GivenLine
from build_tools.lines.dates import find_time, is_date_alone
from build_tools.lines.shape import count_words, ends_sentence, is_item
from build_tools.lines.signs import Sign, is_reply, signs_off

_MIDDLE, _LEAST, _NEAR, _HOURS, _SIGNATURE, _SHARE = 4, 2, 6, 3, 12, 0.33


def find_ends(
    lines: Sequence[GivenLine], signs: Sequence[Sign | None], head: int
) -> tuple[int, int]:
    """Return the index below which nothing is of the article, and that below which little is.

    The first is that of a line that signs the article off, once there is some of it, or of the last
    heading of comments above the first buttons to answer one, or of the line above the first of
    several that say who wrote something when; the second, of any heading of comments.
    """
    begun = _index_of_prose(lines, signs, head)
    after = range(begun + 1, len(lines))
    comments = [n for n in after if signs[n] == "comment"]
    reply = next((n for n in after if is_reply(lines[n].text)), -1)
    ends = [n for n in after if signs_off(lines[n].text)]
    most = _index_of_prose(lines, signs, head, share=_SHARE)
    ends += [n for n in range(most, len(lines)) if lines[n].zone == "byline" and not signs[n]]
    ends += [n for n in comments if n < reply][-1:]
    signatures = [
        n
        for n in range(most, len(lines) - 1)
        if _is_signature(lines[n].text) and ends_sentence(lines[n + 1].text)
    ]
    ends += [n - 1 for n in signatures[:1] if len(signatures) > 1]
    return min(ends, default=len(lines)), min(comments, default=len(lines))


def _is_signature(text: str) -> bool:
    """Tell whether a line says who wrote something at what time, as above or below comments."""
    return (
        bool(find_time(text))
        and count_words(text) <= _SIGNATURE
        and not ends_sentence(text)
        and not is_date_alone(text)
        and not is_item(text)
    )


def _index_of_prose(
    lines: Sequence[GivenLine], signs: Sequence[Sign | None], head: int, share: float = 0.0
) -> int:
    """Return the index of the sentence with which there is some of the article.

    It is the third, or later that with which a share of all are read.
    """
    prose = [
        n
        for n, (line, sign) in enumerate(zip(lines, signs, strict=True))
        if n > head
        and line.tag != "li"
        and is_sound(line, sign)
        and count_words(line.text) >= _MIDDLE
    ]
    least = max(_LEAST, int(share * len(prose)))
    return prose[min(least, len(prose) - 1)] if prose else len(lines)


def find_last_hour(lines: Sequence[GivenLine], signs: Sequence[Sign | None], head: int) -> int:
    """Return the index of the last time of day of an article that is told by the hour, else -1.

    Three of its times or more stand above prose, from the beginning; those of comments do not.
    """
    hours = [
        n
        for n, (line, sign) in enumerate(zip(lines, signs, strict=True))
        if n > head
        and sign == "published"
        and find_time(line.text)
        and any(is_sound(lines[m], signs[m]) for m in range(n + 1, min(n + _NEAR, len(lines))))
    ]
    begun = _index_of_prose(lines, signs, head)
    return hours[-1] if len(hours) >= _HOURS and hours[0] < begun else -1
