"""The one form of a text in which words are searched for: what a search must find is in it.

Compatible characters are one (NFKC), and so are capitals and small letters; diacritics are
dropped, and the stops of "U.N."; words that are joined, hyphenated or apart are alike; number words
are digits, and a day is one in whatever order. Folding for quotations is another matter: see
`folding`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.english.dates import MONTHS
from build_tools.english.numerals import NUMBERS, SMALL_NUMBERS
from build_tools.expressions import expression
from build_tools.text.number_facts import DATE, US_DATE

# Letters with a stroke, which Unicode does not take apart.
_STROKES = str.maketrans("øłđħŧı", "oldhti")
_HYPHENS = frozenset("-‐‑‒–−")
_DASHES = frozenset("—―")
_TEN, _HUNDRED = 10, 100
# The stops of letters that stand for words, "U.N.", the apostrophe of "the 1970's" and the comma of
# "2,000".
_PASSED_OVER = expression(
    r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)|(?<=\.[^\W\d_])\.|(?<=\d)['’](?=s\b)|(?<=\d),(?=\d{3}(?!\d))"
)
_STOP = "·"
_WITHIN = (".", _STOP)
_WORD = expression(
    r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)?|(?<![\w.,])[0-9]{1,9}(?:,[0-9]{3}){0,5}+(?![.,]?\w)"
)
# A search knows no capitals.
_DAYS = [expression(pattern.pattern, re.IGNORECASE) for pattern in (DATE, US_DATE)]
# "Twentyseven" is "twenty-seven"; what multiplies the number before it.
_VALUES = NUMBERS | {word.replace("-", ""): value for word, value in SMALL_NUMBERS.items()}
_MULTIPLIERS = NUMBERS.keys() - SMALL_NUMBERS.keys()


@dataclass(frozen=True)
class SearchForm:
    """`text`, without hyphens and spaces; `starts` and `ends` lead from it to the original.

    `joints` tell what stands before each character: `-` or a space, or `.` within a word, or `·`
    where there is a stop within it.
    `reckoned` are the ends of numbers, in `text`, that may have been words.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joints: str
    reckoned: frozenset[int] = frozenset()

    def begins_word(self, at: int) -> bool:
        """Tell whether a word begins at an index of `text`."""
        return at == 0 or self.joints[at] not in _WITHIN or not self.text[at - 1].isalnum()

    def ends_word(self, at: int) -> bool:
        """Tell whether a word ends before an index of `text`."""
        return at == len(self.text) or self.begins_word(at) or not self.text[at].isalnum()


@lru_cache(maxsize=5_000)
def search_form(original: str, *, reckon: bool = False) -> SearchForm:
    """Return the form of a text; with `reckon`, number words become digits, and days one form."""
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    joints: list[str] = []
    reckoned: set[int] = set()
    joint = " "
    passed_over = {match.start() for match in _PASSED_OVER.finditer(original)}
    numbers = {start: (end, it) for start, end, it in _reckoned(original)} if reckon else {}
    at = 0
    while at < len(original):
        end, folded = numbers.get(at, (at + 1, ""))
        folded = folded or ("" if at in passed_over else _fold(original[at]))
        if not folded:
            if original[at] in _HYPHENS and joint == ".":
                joint = "-"
            elif original[at].isspace() or original[at] in _HYPHENS | _DASHES:
                joint = " "
            elif at in passed_over:
                joint = _STOP if original[at] == "." else joint
            elif spans and joint == ".":
                # A mark belongs to the letter before it; what has no glyph is passed over.
                spans[-1] = (spans[-1][0], end)
            at = end
            continue
        characters += folded
        spans += [(at, end)] * len(folded)
        joints += joint + "." * (len(folded) - 1)
        if at in numbers and folded.isdecimal():
            reckoned.add(len(characters))
        joint = "."
        at = end
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return SearchForm("".join(characters), starts, ends, "".join(joints), frozenset(reckoned))


@lru_cache(maxsize=5_000)
def _fold(character: str) -> str:
    """Fold one character; nothing is left of spaces, dashes, marks and what has no glyph."""
    if character in _HYPHENS or character in _DASHES:
        return ""
    apart = unicodedata.normalize("NFKD", character)
    apart = unicodedata.normalize("NFKD", apart.casefold())
    return "".join(
        it for it in apart if not it.isspace() and unicodedata.category(it) not in ("Mn", "Cf")
    ).translate(_STROKES)


def _reckoned(text: str) -> list[tuple[int, int, str]]:
    """Return the spans of days and of number words, each with the one form of it."""
    days = [span for pattern in _DAYS for match in pattern.finditer(text) for span in _days(match)]
    taken = {at for start, end, _ in days for at in range(start, end)}
    return [*days, *(it for it in _numbers(text) if it[0] not in taken)]


def _days(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the one day or the two of a date: "June 12 and 13" are two of one month."""
    ends = [match.end()]
    starts = [match.start()]
    if match["other"]:
        starts.append(match.start("other"))
        ends.insert(0, match.end("day"))
    month = MONTHS[match["month"].lower()]
    for start, end, day in zip(starts, ends, (match["day"], match["other"]), strict=False):
        yield start, end, f"{int(day):02}m{month}y{match['year'] or ''}"


def _numbers(text: str) -> list[tuple[int, int, str]]:
    """Return the spans of number words, each with its digits."""
    found: list[tuple[int, int, str]] = []
    for match in _WORD.finditer(text):
        word, end = match[0].lower().replace("‐", "-").replace("‑", "-"), match.end()
        if word not in _VALUES:
            # "Twenty-minute": the number is the first of two words.
            word = word.split("-")[0]
            end = match.start() + len(word)
        digits = word.replace(",", "")
        value = int(digits) if digits.isdecimal() else _VALUES.get(word)
        if value is None:
            continue
        beside = found and found[-1][1] == match.start() - 1 and text[match.start() - 1] == " "
        before = int(found[-1][2]) if beside else 0
        if word in _MULTIPLIERS and before:
            found[-1] = (found[-1][0], end, str(before * value))
        elif 0 < value < _TEN < before < _HUNDRED and before % _TEN == 0:
            found[-1] = (found[-1][0], end, str(before + value))
        else:
            found.append((match.start(), end, str(value)))
    return found


@lru_cache(maxsize=5_000)
def find_term(term: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of `text` where words begin with a term; in order, each once.

    What is apart in one and joined in the other must be whole words, or "inform" were in "in
    formal talks". Behind a number, one and many are alike: "20 minutes" is in "20-minute".
    """
    spans = {
        span
        for reckon in (False, True)
        for span in _find(search_form(term, reckon=reckon), search_form(text, reckon=reckon))
        if _STOP not in search_form(term).joints or _is_short_form(text[slice(*span)])
    }
    return tuple(sorted(spans))


def _is_short_form(words: str) -> bool:
    """Tell whether words may be short for others: with stops, or in capitals; "un" is another."""
    return "." in words or any(word.isupper() for word in words.split())


def _find(term: SearchForm, text: SearchForm) -> list[tuple[int, int]]:
    if not term.text:
        return []
    found = []
    for wanted in {term.text, _singular(term)}:
        at = text.text.find(wanted)
        while at >= 0:
            if _is_there(term, wanted, text, at):
                found.append((text.starts[at], text.ends[at + len(wanted) - 1]))
            at = text.text.find(wanted, at + 1)
    return found


def _singular(term: SearchForm) -> str:
    """Return a term without the `s` of the one word after a number at its end; else as it is."""
    match = re.fullmatch(r"(\d+)[^\W\d_]{2,}[^\W\d_s]s", term.text)
    # Between the two, and nowhere else, there is a hyphen or a space.
    parted = match and [index for index, joint in enumerate(term.joints) if index and joint != "."]
    return term.text[:-1] if match and parted == [match.end(1)] else term.text


def _is_there(term: SearchForm, wanted: str, text: SearchForm, at: int) -> bool:
    last = at + len(wanted)
    first = wanted[0].isalnum()
    if first and not text.begins_word(at):
        return False
    whole = len(wanted) < len(term.text)
    # A number that was a word is no beginning of a longer one: "seven" is not in "70".
    whole |= len(term.text) in term.reckoned
    for index in range(1, len(wanted)):
        pair = {term.joints[index], text.joints[at + index]}
        if pair == {" ", "."}:
            whole = True
    return not whole or text.ends_word(last)
