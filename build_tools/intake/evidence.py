"""What speaks for a line being a paragraph of the article, and what against it, as a number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.intake.given_lines import HEADINGS, GivenLine
from build_tools.lines.shape import (
    count_words,
    ends_sentence,
    is_item,
    is_name,
    is_row,
    is_writing,
    opens_list,
    stems,
)
from build_tools.lines.signs import (
    Sign,
    addresses_reader,
    announces_advert,
    is_plea,
    is_post_signature,
    is_reply,
    says_it_goes_on,
    signs_off,
    sign_of,
)

_LONG, _MIDDLE, _HEADING, _MOSTLY = 12, 4, 9, 0.7
_MOST_COMMON, _PAIR, _THREE, _LISTED, _PAID, _IN_LIST, _ALONE = 3, 2, 3, 3.0, 4.5, 1.5, 0.7
_OVER, _LITTLE, _SIGNED, _HEADED, _BELOW = 4.0, 1.5, 2.0, 1.5, 8
# What it tells that a line stands elsewhere than among paragraphs.
_SETTINGS = {
    None: 0.0, "before": -1.5, "apart": -0.5, "tail": -1.0, "pictured": -4.0, "beside": -5.0,
    "link": -1.0, "after": -4.5,
}  # fmt: skip
_WITNESSED = 4.0
# What a heading may stand below.
_BETWEEN = frozenset(["caption", "credit", "furniture", "newsletter"])
_QUOTED_HEADING = re.compile(r"[\"“„«'‘]([^\"“”„«»'‘’]+(?:['’]\w+[^\"“”„«»'‘’]*)?)[\"”“»'’]")


@dataclass(frozen=True)
class Weighed:
    """A line with the sign of its words and two numbers.

    `body` is what speaks for a paragraph, `end` what speaks for the article being over: both are
    against the line being one set aside between paragraphs. `gap` is how many lines above it are
    no sentences.
    """

    line: GivenLine
    sign: Sign | None
    body: float
    end: float
    gap: int = 0


def weigh(lines: Sequence[GivenLine], head: int) -> tuple[Weighed, ...]:
    """Weigh each line; `head` is the index of the headline, or -1."""
    signs = [_sign_in_block(lines, n) for n in range(len(lines))]
    over, comments = _ends_of(lines, signs, head)
    gap = 0
    known: set[str] = set(stems(lines[head].text)) if head >= 0 else set()
    weighed = []
    # Whether the line before is of a list of links, opens a list, or announces an advertisement.
    links = listing = advert = False
    for n, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        common = len(stems(line.text) & known)
        is_listed = (listing and _is_listed(lines, n)) or is_row(line.text)
        body = (
            _of_shape(line, is_listed=is_listed)
            + _of_words(line, sign, common)
            + _of_page(line, sign, common)
        )
        teaser = links and n > 0 and lines[n - 1].linked > _MOSTLY
        # What is set as the paragraphs are, or among them, is not of the links above it, unless
        # these are set so too and go on below it.
        around = lines[max(n - 1, 0) : n + 2 : 2]
        if line.setting == "flow" or (
            line.setting == "paragraph" and not all(it.linked > _MOSTLY for it in around)
        ):
            teaser = links = False
        links = sign == "related-link" or teaser or (links and not ends_sentence(line.text))
        body -= _LISTED * (links and not sign and (teaser or not line.extracted))
        body -= _PAID * advert + _OVER * (n > over) + _LITTLE * (n > comments)
        is_heading = not links and _heads(lines, n, signs)
        body += _HEADED * _heads_quotation(lines, n) + _ALONE * is_heading * (
            2 - (count_words(line.text) > _MIDDLE)
        )
        body += _IN_LIST * (is_listed and not sign)
        weighed.append(Weighed(line, sign, body, _SIGNED * (n == over) or _end(line, sign), gap))
        # On a page its elements tell whether the article goes on.
        prose = line.setting is not None or (ends_sentence(line.text) and not sign)
        gap = 0 if prose else gap + (not is_heading)
        listing = opens_list(line.text) or is_listed
        advert = announces_advert(line.text)
        if body > 0 and n > head:
            known |= stems(line.text)
    return tuple(weighed)


def _ends_of(
    lines: Sequence[GivenLine], signs: Sequence[Sign | None], head: int
) -> tuple[int, int]:
    """Return the index below which nothing is of the article, and that below which little is.

    The first is that of a line that signs the article off, once there is some of it, or of the last
    heading of comments above the first buttons to answer one; the second, of any such heading.
    """
    begun = _index_of_prose(lines, signs, head)
    after = range(begun + 1, len(lines))
    comments = [n for n in after if signs[n] == "comment"]
    reply = next((n for n in after if is_reply(lines[n].text)), -1)
    ends = [n for n in after if signs_off(lines[n].text)]
    ends += [n for n in after if lines[n].zone == "byline" and not signs[n]]
    ends += [n for n in comments if n < reply][-1:]
    return min(ends, default=len(lines)), min(comments, default=len(lines))


def _index_of_prose(lines: Sequence[GivenLine], signs: Sequence[Sign | None], head: int) -> int:
    """Return the index of the sentence with which there is some of the article."""
    prose = [
        n
        for n, (line, sign) in enumerate(zip(lines, signs, strict=True))
        if n > head
        and line.tag != "li"
        and _is_sound(line, sign)
        and count_words(line.text) >= _MIDDLE
    ]
    return prose[min(_PAIR, len(prose) - 1)] if prose else len(lines)


def _is_listed(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether a line below one that opens a list may be of the list."""
    line = lines[n]
    if is_item(line.text) or line.tag == "li":
        return True
    # In pasted text marks are lost: lines that adjoin and are no sentences.
    adjoins = any(abs(it.number - line.number) == 1 for it in lines[max(n - 1, 0) : n + 2])
    return not line.tag and adjoins and not ends_sentence(line.text)


def _heads(lines: Sequence[GivenLine], n: int, signs: Sequence[Sign | None]) -> bool:
    """Tell whether a line of pasted text is short, among paragraphs, and alone so."""
    line = lines[n]
    if line.tag or signs[n] or not 0 < n < len(lines) - 1 or not _is_title(line.text):
        return False
    before, after = lines[n - 1], lines[n + 1]
    return (
        ends_sentence(after.text)
        and count_words(after.text) >= _MIDDLE
        and not signs[n + 1]
        and (ends_sentence(before.text) or signs[n - 1] in _BETWEEN)
    )


def _is_title(text: str) -> bool:
    return count_words(text) < _HEADING and not opens_list(text) and not ends_sentence(text)


def _heads_quotation(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether a line is a heading in quotation marks, of words that are said below it."""
    heading = _QUOTED_HEADING.fullmatch(lines[n].text.strip())
    if heading is None or count_words(heading[1]) >= _HEADING:
        return False
    known = stems(heading[1])
    below = frozenset[str]().union(*(stems(it.text) for it in lines[n + 1 : n + 1 + _BELOW]))
    return bool(known) and known <= below


def _sign_in_block(lines: Sequence[GivenLine], n: int) -> Sign | None:
    """Return the sign of a line, or that of the last of the few that no blank line parts from it.

    So a caption has that of the credit below it, and the first half of a plea that of the second.
    """
    line = lines[n]
    is_cell = line.tag in ("td", "th") or is_row(line.text)
    if is_cell and not is_writing(line.text):
        return None
    sign = sign_of(line.text)
    block = [n]
    while block[-1] + 1 < len(lines) and lines[block[-1] + 1].number == lines[block[-1]].number + 1:
        block.append(block[-1] + 1)
    starts = n == 0 or lines[n - 1].number < line.number - 1
    if not sign and n + 1 < len(lines) and is_post_signature(lines[n + 1].text):
        return "furniture"
    last = lines[block[-1]].text
    if sign or not (starts or len(block) == _PAIR) or len(block) not in (_PAIR, _THREE):
        return sign
    if sign_of(last) == "credit" and len(block) == _PAIR:
        return "caption"
    return "furniture" if is_plea(last) else None


def _of_shape(line: GivenLine, *, is_listed: bool) -> float:
    words = count_words(line.text)
    if ends_sentence(line.text):
        return 3.0 if words >= _LONG else 1.5 if words >= _MIDDLE else 1.0
    if opens_list(line.text) and words >= _MIDDLE - 1:
        return 2.0 if words >= _BELOW else 1.0
    if is_listed or is_item(line.text) or line.tag in ("li", "td", "th") or is_row(line.text):
        return 0.3
    if words >= _LONG:
        return 0.5
    return -0.3 if line.apart and words < _HEADING and words >= _PAIR else -1.5


def _of_words(line: GivenLine, sign: Sign | None, common: int) -> float:
    # Links to other articles are on the same matter too: of what is no sentence it tells less.
    most = _MOST_COMMON if ends_sentence(line.text) else 1
    score = 0.6 * min(common, most) - 0.7
    if is_name(line.text):
        score -= 1.5
    if sign:
        score -= 6.0
    if line.setting not in ("paragraph", "flow") and addresses_reader(line.text):
        score -= 1.0 if common else 2.0
    return score


def _of_page(line: GivenLine, sign: Sign | None, common: int) -> float:
    """Weigh what the page and the library say; of pasted text, nothing."""
    score = -5.0 if line.zone else 0.0
    if line.extracted is None:
        return score
    if line.witnessed is not None:
        score += _WITNESSED if line.witnessed else -_WITNESSED
    # A list without links above the paragraphs sums them up.
    sums_up = line.tag == "li" and count_words(line.text) > _MIDDLE and not line.linked
    if line.setting == "before" and sums_up:
        score += 1.5
    elif line.setting in ("paragraph", "flow"):
        score += 2.0 if line.tag in HEADINGS or _is_sound(line, sign) else 1.0
    else:
        score += _SETTINGS[line.setting]
        # A lead is on the matter of the headline; a notice above an article is not.
        score += 1.5 * (min(common, _PAIR) - 1) * (line.setting == "before")
        score += 1.0 if line.extracted else -2.0
        score += 0.5 * (line.tag in HEADINGS)
    return score - 4.0 * (line.linked > _MOSTLY)


def _is_sound(line: GivenLine, sign: Sign | None) -> bool:
    """Tell whether a line is a sentence, and nothing marks it as of another class."""
    return ends_sentence(line.text) and not sign and not line.zone


def _end(line: GivenLine, sign: Sign | None) -> float:
    """Weigh what is seen below articles and seldom within them."""
    if says_it_goes_on(line.text):
        return -0.5
    if sign == "comment" or line.zone == "comment":
        return 3.0
    if sign == "newsletter" or is_plea(line.text):
        return 0.8
    if sign:
        return 0.3
    if is_name(line.text) or (not ends_sentence(line.text) and count_words(line.text) < _LONG):
        return 0.3
    return 0.0
