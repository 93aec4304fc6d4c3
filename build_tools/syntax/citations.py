"""Pandoc's citation grammar, narrowed to paragraph locators, with pin quotes and absences.

The grammar is that of https://pandoc.org/MANUAL.html#extension-citations, and
`tests/syntax/test_pandoc.py` compares it with pandoc itself. Three readings are stricter than
Pandoc's, and each is an error rather than a silent difference: a locator in any form but
paragraphs, a group item without a key, and a bracket that opens a citation and does not close.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from build_tools.expressions import expression
from build_tools.syntax.ranges import Range, format_ranges

KEY = expression(
    r"(?P<hyphen>-?)@(?:\{(?P<braced>[^\s{}]+)\}|(?P<bare>\w+(?:[:.#$%&\-+?<>~/]\w+)*))"
)
# No article has 10,000 paragraphs, and a range up to a mistyped number must not be expanded.
_NUMBER = r"\d{1,4}"
_RANGE = rf"{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?"
_NUMBERS = rf"{_RANGE}(?:\s*,\s*{_RANGE})*"
_LOCATOR = expression(
    rf"\s*+(?:,\s*+)?+(?P<whole>(?P<open>\{{)?(?:[Pp]aras?\.|[Pp]aragraphs?(?=\s)|¶¶?)\s*"
    rf"(?P<numbers>{_NUMBERS})(?(open)\s*\}}))(?!\w)"
)
# Paragraphs in a form that is refused, and clear all the same: 'para 6', 'paras. 6 and 8', '6'.
_MEANT = expression(
    rf"(?:(?<!\s)\s++)?+(?:,\s*+)?+(?P<whole>(?:(?:[Pp]ar(?:agraphs?|as?)?|pp?)\.?\s*+)?+"
    rf"(?P<numbers>{_RANGE}(?:\s*+(?:,|and|&)\s*+{_RANGE})*+))(?![\w.])"
)
_QUOTED = r"\"([^\"]*)\"|“([^”]*)”"
# A `-` after a word or another `-` is a hyphen or a dash, not part of the citation.
_START = expression(r"\[|(?<![\w-])-@|@")
_PIN = expression(rf"\s*+,\s*+(?:{_QUOTED})")
_ABSENCE = expression(rf"\s*+(?:,\s*+)?+no\s++mention\s++of\s++(?:{_QUOTED})", re.IGNORECASE)
_NEXT_TERM = expression(rf"\s*+(?:,\s*+or|,|or)\s++(?:{_QUOTED})", re.IGNORECASE)
_BRACKET = expression(r"[ \t]*+\n?+[ \t]*+\[")
_WORDS_IN_QUOTES = expression(r'"(?:[^"\n]|\n(?!\s*\n))*+"')
_BLANK_LINE = expression(r"\n[ \t]*+\n")
_SIGN = expression(r'[\["\];\n]')
_KEY_SIGN = expression(r"[\[\]@-]")
_SEEN = expression(r"\S")
# Brackets within brackets, in a citation. With more it is none: so however many are open, a place
# of the text is read only so many times.
_DEEPEST = 8
# No address is longer: so far back it is looked for.
_LONGEST_ADDRESS = 2_000


class Mode(StrEnum):
    """How a citation fits into its sentence, in Pandoc's terms."""

    NORMAL = "NormalCitation"
    NARRATIVE = "AuthorInText"
    SUPPRESS_AUTHOR = "SuppressAuthor"


@dataclass(frozen=True)
class Locator:
    """The paragraphs that a citation points to; `text` as written, `ranges` inclusive, from 1."""

    text: str
    ranges: tuple[Range, ...]

    def __str__(self) -> str:
        several = len(self.ranges) > 1 or self.ranges[0][0] != self.ranges[0][1]
        return f"{'paras.' if several else 'para.'} {format_ranges(self.ranges)}"

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Every paragraph number, in the order written, each once."""
        return tuple(dict.fromkeys(n for a, b in self.ranges for n in range(a, b + 1)))


@dataclass(frozen=True)
class Citation:
    """One cited source within a group. `offset` is the place of its `@` in the parsed text."""

    key: str
    mode: Mode
    prefix: str = ""
    locator: Locator | None = None
    pins: tuple[str, ...] = ()
    absent_terms: tuple[str, ...] = ()
    suffix: str = ""
    offset: int = 0

    @property
    def shown(self) -> tuple[object, ...]:
        """What its note shows: citations that show the same are one to a reader."""
        ranges = self.locator.ranges if self.locator else ()
        return self.key, ranges, self.pins, self.absent_terms, self.prefix, self.suffix


@dataclass(frozen=True)
class CitationGroup:
    """The citations grouped at `text[start:end]`."""

    items: tuple[Citation, ...]
    start: int
    end: int

    @property
    def narrative(self) -> bool:
        """Whether the group opens a sentence (`@key [para. 6] says`) rather than closing one."""
        return self.items[0].mode is Mode.NARRATIVE


class CitationError(ValueError):
    """A malformed citation at `text[start:end]`; `offset` is the exact place.

    `hint` is what was probably meant, or how such a citation is written.
    """

    def __init__(self, message: str, start: int, end: int, offset: int, hint: str) -> None:
        super().__init__(message)
        self.start, self.end, self.offset, self.hint = start, end, offset, hint


def parse_citations(text: str) -> Iterator[CitationGroup]:
    """Yield every citation in a run of inline text that holds no other markup.

    Raises CitationError at the first malformed one.
    """
    position = 0
    while match := _START.search(text, position):
        start = match.start()
        group = parse_citation_at(text, start)
        if group:
            yield group
        position = group.end if group else start + len(match.group())


def without_citations(text: str) -> str:
    """Return inline text without its citations and the space before each.

    Raises CitationError at the first malformed one.
    """
    for group in reversed(list(parse_citations(text))):
        text = text[: group.start].rstrip() + text[group.end :]
    return text


def parse_citation_at(text: str, start: int) -> CitationGroup | None:
    """Parse the citation that begins exactly at `start` with `[`, `@` or `-@`.

    Returns None where none begins there. Raises CitationError where one begins and is malformed.
    """
    if text[start] == "[":
        return _parse_bracketed(text, start)
    return _parse_narrative(text, start)


def _key_at(text: str, position: int) -> re.Match[str] | None:
    """Match a key at `position` unless it follows an alphanumeric (an e-mail) or is in a URL."""
    before = text[position - 1 : position]
    if before.isalnum() or before == "\\":
        return None
    nearby = text[max(position - _LONGEST_ADDRESS, 0) : position]
    if before == "/" and "://" in nearby.rsplit(maxsplit=1)[-1]:
        return None
    return KEY.match(text, position)


def _parse_bracketed(text: str, start: int) -> CitationGroup | None:
    items, close = _split_items(text, start + 1)
    keys = [_find_key(text, a, b) for a, b in items]
    if not any(keys):
        return None
    if close is None:
        key = next(key for key in keys if key)
        if _SEEN.search(text, start + 1, key.start()):
            return None  # An open bracket far before a narrative citation is only a bracket.
        whole = _LOCATOR.match(text, key.end())
        hint = f"write {text[start : whole.end()]}]" if whole else "put ']' after it"
        raise CitationError("the citation must close with ']'", start, key.end(), start, hint)
    if text[close + 1 : close + 2] in ("(", "{") or _is_reference(text, close):
        return None
    if text[close + 1 : close + 2] == ":" and not _SEEN.search(text, 0, start):
        message = "a citation must not be followed by ':', which makes it a link definition"
        hint = "begin the line with the statement, and cite after it"
        raise CitationError(message, start, close + 1, close + 1, hint)
    return CitationGroup(tuple(_items(text, items, keys, start, close + 1)), start, close + 1)


def _items(
    text: str,
    spans: list[tuple[int, int]],
    keys: list[re.Match[str] | None],
    start: int,
    end: int,
) -> Iterator[Citation]:
    for (first, last), key in zip(spans, keys, strict=True):
        if key is None:
            message = "every part between ';' must have a key like '@outlet-2020'"
            raise CitationError(message, start, end, first, _without_key(text, first, last))
        mode = Mode.SUPPRESS_AUTHOR if key["hyphen"] else Mode.NORMAL
        bare = _citation(key, mode, text[first : key.start()].strip())
        yield _read_suffix(text, (key.end(), last), bare, (start, end))


def _without_key(text: str, first: int, last: int) -> str:
    """Return what may have been meant by a part of a citation that names no source."""
    part = text[first:last].strip()
    if re.fullmatch(_QUOTED, part):
        return f"put exact words after the paragraph and a comma: , {part}"
    if part[:1].isdigit():
        return f"paragraphs of one source have a comma between them: paras. 1, {part}"
    return f"name the source again: '; @outlet-2020, {part}'" if part else "take the ';' out"


def _parse_narrative(text: str, start: int) -> CitationGroup | None:
    key = _key_at(text, start)
    if key is None:
        return None
    mode = Mode.SUPPRESS_AUTHOR if key["hyphen"] else Mode.NARRATIVE
    bracket = _BRACKET.match(text, key.end())
    alone = CitationGroup((_citation(key, mode),), start, key.end())
    if not bracket or text[bracket.end() : bracket.end() + 1] == "^":
        return alone
    items, close = _split_items(text, bracket.end())
    if close is None or text[close + 1 : close + 2] in ("(", "[", "{"):
        return alone
    first, last = items[0]
    if _find_key(text, first, last) or not _SEEN.search(text, first, last):
        return alone
    citation = _read_suffix(text, (first, last), _citation(key, mode), (start, close + 1))
    keys = [_find_key(text, a, b) for a, b in items[1:]]
    others = _items(text, items[1:], keys, start, close + 1)
    return CitationGroup((citation, *others), start, close + 1)


def _is_reference(text: str, close: int) -> bool:
    """Tell whether `][` follows and opens a link reference rather than another citation."""
    if text[close + 1 : close + 2] != "[":
        return False
    items, _ = _split_items(text, close + 2)
    return not any(_find_key(text, a, b) for a, b in items)


def _split_items(text: str, position: int) -> tuple[list[tuple[int, int]], int | None]:
    """Split what follows an opening bracket at `;`.

    Returns the spans and the place of the closing bracket, or None where a blank line, too many
    brackets or the end come first. Straight double quotes hide `;` and `]`, as Pandoc's smart
    quotes do.
    """
    spans: list[tuple[int, int]] = []
    depth, first = 0, position
    while found := _SIGN.search(text, position):
        position, sign = found.start(), found[0]
        if sign == '"' and (quoted := _WORDS_IN_QUOTES.match(text, position)):
            position = quoted.end()
            continue
        if sign == "[":
            depth += 1
            if depth > _DEEPEST:
                break
        elif sign == "]" and depth == 0:
            return [*spans, (first, position)], position
        elif sign == "]":
            depth -= 1
        elif sign == ";" and depth == 0:
            spans.append((first, position))
            first = position + 1
        elif sign == "\n" and _BLANK_LINE.match(text, position):
            break
        position += 1
    else:
        position = len(text)
    return [*spans, (first, position)], None


def _find_key(text: str, first: int, last: int) -> re.Match[str] | None:
    """Find the first key of a span that is not inside inner brackets."""
    depth = 0
    for found in _KEY_SIGN.finditer(text, first, last):
        sign = found[0]
        depth += (sign == "[") - (sign == "]")
        if depth == 0 and sign in "@-" and (key := _key_at(text, found.start())):
            return key
    return None


def _citation(key: re.Match[str], mode: Mode, prefix: str = "") -> Citation:
    """Make the citation of a matched key, whose suffix has not been read yet."""
    at = key.start() + len(key["hyphen"])
    return Citation(key["braced"] or key["bare"], mode, prefix, offset=at)


def _read_suffix(
    text: str,
    span: tuple[int, int],
    bare: Citation,
    group: tuple[int, int],
) -> Citation:
    """Read locator, pin quotes, absence and free suffix from `text[span]`."""
    position, last = span
    locator = None
    pins: list[str] = []
    absent: list[str] = []
    if match := _LOCATOR.match(text, position, last):
        locator = _read_locator(match, group)
        position = match.end()
    if match := _ABSENCE.match(text, position, last):
        while match:
            absent.append(match[1] or match[2])
            position = match.end()
            match = _NEXT_TERM.match(text, position, last)
    while match := _PIN.match(text, position, last):
        pins.append((match[1] or match[2] or "").strip())
        position = match.end()
    suffix = text[position:last]
    outside_quotes = re.sub(_QUOTED, lambda match: " " * len(match[0]), suffix)
    if unclosed := re.search(r"[\"“”]", outside_quotes):
        raise _unclosed_pin(text, last, group, position + unclosed.start())
    if found := re.search(r"\d", outside_quotes):
        raise _wrong_number(text, (span[0], last, position), group, position + found.start())
    if re.search(_QUOTED, suffix) or re.search(r"(?<!\w)['‘]\w|no mention", suffix):
        raise _loose_words(text[position:last], group, position)
    if not all(pins) or not all(absent):
        hint = "put the exact words in, or take the marks out"
        raise CitationError("quotation marks must hold words", *group, position, hint)
    return replace(
        bare,
        locator=locator,
        pins=tuple(pins),
        absent_terms=tuple(absent),
        suffix=suffix.strip().lstrip(",").strip(),
    )


def _unclosed_pin(text: str, last: int, group: tuple[int, int], offset: int) -> CitationError:
    """Return the error for quotation marks of which one is missing, or parted by a `;`."""
    if text[last : last + 1] == ";" and text[offset] == "“":
        message = "a pin quote with ';' must stand in straight quotation marks"
        return CitationError(message, *group, offset, 'write "…" in place of “…”')
    hint = 'write , "the exact words" and no quotation mark beside these'
    return CitationError("the pin quote must open and close", *group, offset, hint)


def _loose_words(suffix: str, group: tuple[int, int], offset: int) -> CitationError:
    """Return the error for words that are neither a pin quote nor an absence."""
    message = 'quoted words must follow a comma: para. 6, "the words", or no mention of "words"'
    meant = re.fullmatch(rf"\s*(?P<words>{_QUOTED})\s*", suffix)
    hint = (
        f"write , {meant['words']}" if meant else 'put exact words in double marks: , "the words"'
    )
    return CitationError(message, *group, offset, hint)


def _wrong_number(
    text: str, span: tuple[int, int, int], group: tuple[int, int], offset: int
) -> CitationError:
    """Return the error for a number that is in no locator, with what was probably meant.

    `span` is where the suffix begins and ends, and to where it has been understood.
    """
    first, last, read = span
    if other := _find_key(text, first, last):
        message = "citations within one pair of brackets must be parted by ';'"
        before = text[group[0] : other.start()].rstrip(" ,")
        hint = f"write {before}; {text[other.start() : group[1]]}"
        return CitationError(message, *group, other.start(), hint)
    message = "paragraphs must be cited as 'para. 6', 'paras. 6-8' or 'paras. 6, 8'"
    meant = _MEANT.match(text, first, last)
    if meant and meant.end() > read:
        numbers = re.sub(r"(?:(?<!\s)\s++)?+(?:,|and|&)\s*+", ", ", meant["numbers"])
        several = "," in numbers or "-" in numbers or "–" in numbers
        right = f"{'paras.' if several else 'para.'} {numbers}"
        message += f", not '{meant['whole']}'"
        return CitationError(message, *group, offset, f"did you mean '{right}'?")
    if read > first:
        message = "a citation must have no number but its paragraphs and what it quotes"
        return CitationError(message, *group, offset, "say it in the sentence, or take it out")
    return CitationError(message, *group, offset, "'show' numbers the paragraphs of a source")


def _read_locator(match: re.Match[str], group: tuple[int, int]) -> Locator:
    ranges = []
    for part in match["numbers"].split(","):
        first, _, last = part.replace("–", "-").partition("-")
        low, high = int(first), int(last or first)
        if not 0 < low <= high:
            message = "paragraph numbers must start at 1 and ascend"
            hint = f"did you mean {high}-{low}?" if high else "the first paragraph is 1"
            raise CitationError(message, *group, match.start("numbers"), hint)
        ranges.append((low, high))
    return Locator(match["whole"].strip("{}").strip(), tuple(ranges))
