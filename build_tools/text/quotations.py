"""Where quoted words are in a text, and how to point a browser at them.

TextQuoteSelector: https://www.w3.org/TR/annotation-model/#text-quote-selector
Text fragments: https://wicg.github.io/scroll-to-text-fragment/#syntax
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from rapidfuzz import fuzz

from build_tools.expressions import expression
from build_tools.text.folding import Folded, fold

# Parts of one quotation divided by an ellipsis must stand within this many characters of each
# other: further apart, the words were brought together by the quoter and not by the source.
LARGEST_GAP = 300
# A text fragment of more words than this is given as its first and last words.
_FRAGMENT_WORDS = 10
# What stands before the first word of some text, and after the last.
_AROUND = expression(r"^\W+|\W+$")
_ELLIPSIS = expression(r"(?:(?<!\s)\s++)?+(?:\[\s*+\.\.\.\s*+\]|\.\.\.)\s*+")
# No apostrophe: a word may begin or end with one.
_INNER_MARK = expression(r"(?<!\w)'|'(?!\w)")
_CHANGED_CAPITAL = expression(r"^\[(\w)\](?=\w)")


@dataclass(frozen=True)
class TextQuoteSelector:
    """Exact words with the text before and after them."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True)
class NearestWords:
    """The stretch of a text nearest to a quotation that is not in it; `score` is 0 to 100."""

    text: str
    score: float


def find_quotation(quotation: str, paragraph: Folded) -> tuple[tuple[int, int], ...] | None:
    """Find a quotation word for word in a folded paragraph.

    `[...]` and `…` divide it into parts that must follow in order, at most LARGEST_GAP apart; a
    first letter of the other case (`the`, `[t]he` for `The`) is allowed where it does not stand as
    it is, and so are single marks around what the source has in double ones, as a quotation within
    another is printed. Returns the spans of the parts in `paragraph.text`, or None.
    """
    wanted = fold(quotation).text
    forms = dict.fromkeys((wanted, _INNER_MARK.sub('"', wanted)))
    tries = (
        _find_parts(form, paragraph, either_case=either)
        for either in (False, True)
        for form in forms
    )
    return next((found for found in tries if found is not None), None)


def split_at_ellipses(quotation: str) -> list[str]:
    """Return the parts of a quotation, folded, between which words are left out."""
    return [part for part in _ELLIPSIS.split(fold(quotation).text) if part]


def _find_parts(
    wanted: str, paragraph: Folded, *, either_case: bool
) -> tuple[tuple[int, int], ...] | None:
    parts = [part for part in _ELLIPSIS.split(wanted) if part]
    if not parts:
        return None
    first = _CHANGED_CAPITAL.match(parts[0])
    patterns = [re.escape(part) for part in parts]
    if first or (either_case and parts[0][0].isalpha()):
        letter, rest = (first[1], parts[0][3:]) if first else (parts[0][0], parts[0][1:])
        patterns[0] = f"[{letter.lower()}{letter.upper()}]" + re.escape(rest)
    compiled = [_whole_words(part, pattern) for part, pattern in zip(parts, patterns, strict=True)]
    return _find_in_order(compiled, paragraph.text)


# A word continues across an apostrophe or hyphen before a letter, or a point before a digit.
_NOT_AFTER_WORD = r"(?<!\w)(?<!\w['-])(?<!\d[.,])"
_NOT_BEFORE_WORD = r"(?!\w|['-]\w|[.,]\d)"


def _whole_words(part: str, pattern: str) -> re.Pattern[str]:
    """Compile so that neither end falls inside a word: 'bell' is not found in 'bells'."""
    before = _NOT_AFTER_WORD if part[0].isalnum() or pattern[0] == "[" else ""
    after = _NOT_BEFORE_WORD if part[-1].isalnum() else ""
    return re.compile(before + pattern + after)


def _find_in_order(
    patterns: list[re.Pattern[str]], text: str, start: int = 0, limit: int | None = None
) -> tuple[tuple[int, int], ...] | None:
    if not patterns:
        return ()
    for match in patterns[0].finditer(text, start):
        if limit is not None and match.start() > limit:
            return None
        rest = _find_in_order(patterns[1:], text, match.end(), match.end() + LARGEST_GAP)
        if rest is not None:
            return (match.span(), *rest)
    return None


def nearest_passage(quotation: str, text: Folded) -> NearestWords:
    """Return the stretch of `text` most like the quotation: a suggestion, never a match."""
    wanted = fold(quotation).text
    found = fuzz.partial_ratio_alignment(wanted, text.text)
    if found is None or not text.text:
        return NearestWords("", 0.0)
    start, end = found.dest_start, max(found.dest_end, found.dest_start + 1)
    while start > 0 and not text.text[start - 1].isspace():
        start -= 1
    while end < len(text.text) and not text.text[end].isspace():
        end += 1
    return NearestWords(text.text[start:end].strip(), found.score)


def select(text: str, start: int, end: int, context: int = 32) -> TextQuoteSelector:
    """Make the selector of `text[start:end]`, with up to `context` characters on either side."""
    return TextQuoteSelector(
        text[start:end], text[max(0, start - context) : start], text[end : end + context]
    )


def select_between(first: str, last: str, paragraph: Folded) -> TextQuoteSelector | None:
    """Select from the words `first` to the nearest `last` after them, as the paragraph has them.

    Without `last`, the words `first` alone. None where either is missing, or out of order.
    """
    starts = find_quotation(first, paragraph)
    if not starts:
        return None
    start, end = starts[0][0], starts[-1][1]
    if last:
        pattern = _whole_words(fold(last).text, re.escape(fold(last).text))
        # The two may overlap, and `last` may also occur within `first`.
        ends = (match.end() for match in pattern.finditer(paragraph.text, start))
        found = next((found for found in ends if found >= end), None)
        if found is None:
            return None
        end = found
    return select(paragraph.text, start, end)


# Each note and each export asks for the same ones.
@lru_cache(maxsize=5_000)
def text_fragment(*passages: str, page: str = "") -> str:
    """Return the directives that find passages, each given as its page has it; or nothing.

    A passage is given whole if short, else by its two ends. A browser finds whole words alone, so
    each end begins and ends with a word: a dash or a mark there would be found nowhere. It takes
    the first words that fit: where `page`, all the text of the page, has the same ones earlier,
    the ends are longer.
    """
    read = _as_read(page)
    directives = []
    for passage in passages:
        ends = _ends(passage.split(), read)
        if all(ends):
            directives.append("text=" + ",".join(map(_encode, ends)))
    return ":~:" + "&".join(directives) if directives else ""


def _ends(tokens: list[str], page: str) -> list[str]:
    """Return the shortest ends by which a browser selects these words on a page, or all of them."""
    whole = _AROUND.sub("", " ".join(tokens))
    if len(tokens) > _FRAGMENT_WORDS:
        for count in range(_FRAGMENT_WORDS // 2, len(tokens) // 2 + 1):
            parts = (tokens[:count], tokens[-count:])
            ends = [_AROUND.sub("", " ".join(part)) for part in parts]
            if not page or _selected(_as_read(ends[0]), _as_read(ends[1]), page) == _as_read(whole):
                return ends
    return [whole]


def _selected(first: str, last: str, page: str) -> str:
    """Return what a browser selects on a page: from the first `first` to the next `last`."""
    start = page.find(first)
    end = page.find(last, start + len(first))
    return page[start : end + len(last)] if start >= 0 <= end else ""


def _as_read(text: str) -> str:
    """Return a text as a browser searches it: capitals and the kind of white space are nothing."""
    return " ".join(text.split()).lower()


def _encode(words: str) -> str:
    # `-`, `,` and `&` are syntax in a text directive and must be percent-encoded.
    return quote(words, safe="").replace("-", "%2D")
