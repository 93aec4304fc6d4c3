"""What speaks for a line being a paragraph of the article, and what against it, as a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.intake.context import (
    is_heading,
    is_listed,
    is_marked_heading,
    is_sound,
    sign_in_block,
)
from build_tools.intake.endings import find_ends, find_last_hour
from build_tools.intake.given_lines import HEADINGS, GivenLine
from build_tools.lines.shape import (
    count_words,
    ends_sentence,
    is_credited,
    is_item,
    is_name,
    is_row,
    opens_list,
    stems,
)
from build_tools.lines.signs import (
    Sign,
    addresses_reader,
    announces_advert,
    is_plea,
    says_it_goes_on,
    sign_of,
    without_address,
)

# Lengths in words; a share of a line that is links; words in common.
_LONG, _HEADING, _MIDDLE, _PAIR, _MOSTLY, _MOST_COMMON = 12, 9, 4, 2, 0.7, 3
# What each weighs.
_LISTED, _PAID, _IN_LIST, _ALONE = 3.0, 4.5, 1.5, 0.72
_OVER, _LITTLE, _SIGNED, _ITEM_ABOVE = 4.0, 1.5, 2.0, 5.0
# What it tells that a line stands elsewhere than among paragraphs.
_SETTINGS = {
    None: 0.0, "before": -1.5, "apart": -3.0, "tail": -1.0, "pictured": -4.0, "beside": -6.5,
    "facts": -6.5, "link": -1.0, "after": -4.5, "note": -5.0,
}  # fmt: skip
_WITNESSED = 4.0
_OF_LISTS = frozenset(["li", "td", "th"])


@dataclass(frozen=True)
class Weighed:
    """A line with the sign of its words and two numbers.

    `body` is what speaks for a paragraph, `end` what speaks for the article being over: both are
    against the line being one set aside between paragraphs. `gap` is how many lines above it are
    no sentences. `heads` tells that it may head the paragraphs below it, `listed` that it
    is of a list or a table.
    """

    line: GivenLine
    sign: Sign | None
    body: float
    end: float
    gap: int = 0
    heads: bool = False
    listed: bool = False


def weigh(lines: Sequence[GivenLine], head: int) -> tuple[Weighed, ...]:
    """Weigh each line; `head` is the index of the headline, or -1."""
    signs = [sign_in_block(lines, n) for n in range(len(lines))]
    over, comments = find_ends(lines, signs, head)
    hour = find_last_hour(lines, signs, head)
    if hour >= 0:
        signs = [_in_live_report(*it) for it in zip(lines, signs, strict=True)]
    gap = 0
    known: set[str] = set(stems(lines[head].text)) if head >= 0 else set()
    weighed = []
    # Whether the line before is of a list of links, opens a list, or announces an advertisement.
    links = listing = advert = False
    for n, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        common = len(stems(line.text) & (known | _matter_below(lines, n)))
        listed = (listing and is_listed(lines, n)) or is_row(line.text)
        heading = is_heading(lines, n, signs)
        body = (
            _of_shape(line, is_listed=listed, heads=heading)
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
            teaser = False
            links = links and line.tag == "li"
        goes_on = links and not ends_sentence(line.text) and not opens_list(line.text)
        links = sign in ("related-link", "dek") or teaser or goes_on
        body -= _LISTED * (links and not sign and not heading and (teaser or not line.extracted))
        body -= _PAID * advert + _OVER * (n > over) + _LITTLE * (n > comments)
        body += _ALONE * heading * (2 - (count_words(line.text) > _MIDDLE))
        body += _IN_LIST * (listed and not sign)
        end = _SIGNED if n == over else _end(line, sign)
        heads = heading or is_marked_heading(line)
        end = min(end, 0.0) if n < hour else end
        in_list = listed or is_item(line.text) or line.tag in _OF_LISTS
        weighed.append(Weighed(line, sign, body, end, gap, heads, in_list))
        # On a page its elements tell whether the article goes on.
        prose = line.setting is not None or n < hour or (ends_sentence(line.text) and not sign)
        gap = 0 if prose else gap + (not heading)
        listing = opens_list(line.text) or listed
        advert = announces_advert(line.text)
        if body > 0 and n > head:
            known |= stems(line.text)
    return tuple(weighed)


def _in_live_report(line: GivenLine, sign: Sign | None) -> Sign | None:
    """Return the sign of a line of what is told by the hour: there a reporter may be written to."""
    is_told = line.setting == "paragraph" and ends_sentence(line.text)
    return sign_of(without_address(line.text)) if is_told and sign == "furniture" else sign


def _matter_below(lines: Sequence[GivenLine], n: int) -> frozenset[str]:
    """Return what the first paragraphs are on, where a line above them may be their lead."""
    if lines[n].setting != "before":
        return frozenset()
    near = lines[n + 1 : n + _HEADING]
    return frozenset[str]().union(*(stems(it.text) for it in near if it.setting == "paragraph"))


def _of_shape(line: GivenLine, *, is_listed: bool, heads: bool) -> float:
    words = count_words(line.text)
    if ends_sentence(line.text):
        return 3.0 if words >= _LONG else 1.5 if words >= _MIDDLE else 1.0
    if opens_list(line.text) and words >= _MIDDLE - 1:
        return 2.0 if words >= _HEADING - 1 else 1.0
    if is_listed or is_item(line.text) or line.tag in _OF_LISTS or is_row(line.text):
        return 0.3
    if line.setting == "paragraph" and words >= _HEADING - 1:
        return 1.5
    if words >= _LONG:
        return 0.5
    return -0.3 if heads or (line.apart and _PAIR <= words < _HEADING) else -1.5


def _of_words(line: GivenLine, sign: Sign | None, common: int) -> float:
    # Links to other articles are on the same matter too: of what is no sentence it tells less.
    most = _MOST_COMMON if ends_sentence(line.text) else 1
    score = 0.6 * min(common, most) - 0.7
    if is_credited(line.text) and line.tag not in _OF_LISTS:
        score -= 1.5
    if sign:
        score -= 6.0
    if line.setting not in ("paragraph", "flow") and addresses_reader(line.text):
        score -= 1.0 if common else 2.0
    return score


def _of_page(line: GivenLine, sign: Sign | None, common: int) -> float:
    """Weigh what the page and the library say; of pasted text, nothing."""
    score = -6.0 if line.zone else 0.0
    if line.extracted is None:
        return score
    if line.witnessed is not None:
        score += _WITNESSED if line.witnessed else -_WITNESSED
    if line.setting in ("paragraph", "flow"):
        score += 2.0 if line.tag in HEADINGS or is_sound(line, sign) else 1.0
    else:
        score += _SETTINGS[line.setting]
        # A lead is on the matter of the headline; a notice above an article is not.
        # The points of a list above it are of its head.
        if line.setting == "before":
            score += -_ITEM_ABOVE if line.tag == "li" else 1.5 * (min(common, _PAIR) - 1)
        score += 1.0 if line.extracted else -2.0
        score += 0.5 * (line.tag in HEADINGS)
    return score - 4.0 * (line.linked > _MOSTLY)


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
