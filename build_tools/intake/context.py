"""What a line is by those around it: the first of a credit, an item of a list, a heading."""

from collections.abc import Sequence

from build_tools.intake.given_lines import HEADINGS, GivenLine
from build_tools.lines.shape import (
    count_words,
    ends_sentence,
    is_in_brackets,
    is_item,
    is_name,
    is_row,
    is_writing,
    opens_list,
    stems,
)
from build_tools.lines.signs import Sign, is_plea, is_post_signature, sign_of

_MIDDLE, _HEADING, _THREE, _NEAR, _TITLE = 4, 9, 3, 8, 7
_POINT, _POINTS, _LONG, _HALF = 30, 8, 12, 0.5
# What a heading may stand below.
_BETWEEN = frozenset(["caption", "credit", "furniture", "newsletter"])


def sign_in_block(lines: Sequence[GivenLine], n: int) -> Sign | None:
    """Return the sign of a line, or that which the lines it stands with give it."""
    line = lines[n]
    # A time in a table is of the table.
    if is_row(line.text) or (line.tag in ("td", "th") and not is_writing(line.text)):
        return None
    sign = sign_of(line.text)
    # Where a line leads to other pages, strokes and dates in it part their names.
    if sign == "caption" and line.linked >= _HALF and line.zone != "caption":
        return None
    return sign or _sign_by_others(lines, n)


def _sign_by_others(lines: Sequence[GivenLine], n: int) -> Sign | None:
    """Return the sign of a line that has none of its own.

    A caption has it by the credit that no blank line parts from it, and the first half of a plea by
    the second.
    """
    if n + 1 < len(lines) and is_post_signature(lines[n + 1].text):
        return "furniture"
    if n and _is_label_of_credit(lines[n - 1].text):
        return "credit"
    if _is_point(lines, n):
        return "dek"
    if not adjoins(lines, n + 1):
        return None
    below, last = lines[n + 1].text, not adjoins(lines, n + 2)
    if _is_label_of_credit(below) or (last and sign_of(below) == "credit"):
        return "caption"
    return "furniture" if last and not adjoins(lines, n) and is_plea(below) else None


def _is_point(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether a line is one of the points that sum up an article, below the label of these."""
    if count_words(lines[n].text) > _POINT or not (adjoins(lines, n) or adjoins(lines, n + 1)):
        return False
    label = n - 1
    while n - label < _POINTS and adjoins(lines, label) and not sign_of(lines[label].text):
        label -= 1
    if label < 0 or sign_of(lines[label].text) != "dek":
        return False
    # Where points have marks, what has none is the first paragraph.
    return is_item(lines[n].text) or not is_item(lines[n - 1].text)


def adjoins(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether no blank line parts a line from the one above; of no line, that it does not."""
    return 0 < n < len(lines) and lines[n - 1].number == lines[n].number - 1


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
    tight = adjoins(lines, n) or adjoins(lines, n + 1)
    return not line.tag and tight and not ends_sentence(line.text)


def is_marked_heading(line: GivenLine) -> bool:
    """Tell whether a page has a line as a heading, which is not a paragraph in large type.

    Short words in bold alone are one, but for a name: whose the words below are.
    """
    if line.tag not in HEADINGS:
        return line.bold and line.tag != "li" and _is_title(line.text) and not is_name(line.text)
    is_prose = ends_sentence(line.text) and count_words(line.text) >= _LONG
    return not is_prose and not opens_list(line.text)


def is_heading(lines: Sequence[GivenLine], n: int, signs: Sequence[Sign | None]) -> bool:
    """Tell whether a line that nothing marks as a heading is short, and alone so."""
    line = lines[n]
    if line.setting not in (None, "paragraph") or (line.tag and line.setting is None):
        return False
    if signs[n] or not 0 < n < len(lines) - 1 or not _is_title(line.text):
        return False
    before, after = lines[n - 1], lines[n + 1]
    heads = ends_sentence(after.text) or opens_list(after.text)
    if not heads or signs[n + 1] or count_words(after.text) < _MIDDLE:
        return False
    return _is_told_below(lines, n) or (
        "related-link" not in signs[max(n - _THREE, 0) : n]
        and (ends_sentence(before.text) or signs[n - 1] in _BETWEEN)
    )


def _is_told_below(lines: Sequence[GivenLine], n: int) -> bool:
    """Tell whether a line is a title above a blank line, and the next few say of what it names."""
    if n + 1 >= len(lines) or adjoins(lines, n + 1) or count_words(lines[n].text) >= _TITLE:
        return False
    above = lines[max(n - _NEAR, 0) : n]
    if not any(ends_sentence(it.text) and count_words(it.text) >= _HEADING for it in above):
        return False
    below = (stems(it.text) for it in lines[n + 1 : n + 1 + _THREE])
    return bool(stems(lines[n].text) & frozenset[str]().union(*below))


def _is_title(text: str) -> bool:
    """Tell whether a line is short and no sentence; in brackets it is a remark: "(Applause)"."""
    if opens_list(text) or ends_sentence(text) or is_in_brackets(text):
        return False
    return count_words(text) < _HEADING
