"""The text of a source: every non-blank line in one class, the body as numbered paragraphs."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.problems import InputProblems, Place, Problem
from build_tools.sources.records import LINE_CLASSES, LineClass, PlacedRecord, parse_line_ranges
from build_tools.syntax.ranges import find_ranges, format_ranges
from build_tools.text.folding import LONGEST_LINE, Folded, fold
from build_tools.text.sentences import split_sentences
from build_tools.text.words import split_words

# How much of a line a hint shows, in characters.
_SHOWN = 120


@dataclass(frozen=True)
class Line:
    """One non-blank line of an original; `number` counts from 1 and includes blank lines.

    A line that a record splits is several, each with a part of its text.
    """

    number: int
    kind: LineClass
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A body paragraph; `number` counts from 1, `line` is its line in the original."""

    number: int
    line: int
    text: str

    @cached_property
    def folded(self) -> Folded:
        """The text folded for matching, with the map back to the original's characters."""
        return fold(self.text)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the folded text."""
        text = self.folded.text
        return tuple(text[start:end] for start, end in split_sentences(text))


@dataclass(frozen=True)
class Article:
    """An original, read with its record: all its lines by class, and its paragraphs."""

    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]

    def text_of(self, kind: LineClass) -> str:
        """Return the lines of one class, joined by spaces; empty where there are none."""
        return " ".join(line.text for line in self.lines if line.kind == kind)

    @cached_property
    def text(self) -> str:
        """All its lines, as a reader of its page meets them."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def body_words(self) -> int:
        """The length of the body in words, for the budget of quotations."""
        return sum(len(split_words(paragraph.text)) for paragraph in self.paragraphs)


def parse_article(data: bytes, text_path: str, placed: PlacedRecord) -> Article:
    """Read the bytes of an original by its record.

    Raises InputProblems (code `record`) where the text is not the recorded one, is not UTF-8, or
    where a non-blank line is in no class or in two.
    """
    problems: list[Problem] = []
    found = hashlib.sha256(data).hexdigest()
    if found != placed.record.sha256:
        problems.append(_changed_text(found, text_path, placed))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "the original must be UTF-8 text"
        raise InputProblems(
            [*problems, Problem(Place(text_path, line), "record", message)]
        ) from None
    # Only the line feed ends a line: str.splitlines would also break at rare separators. What
    # some programs put before it, and before the first line, is no part of a line.
    lines = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    kinds: dict[int, LineClass] = {}
    problems.extend(_classify(lines, placed, kinds))
    problems.extend(_unclassified(lines, text_path, placed, kinds))
    problems.extend(_check_split(lines, placed, kinds))
    if problems:
        raise InputProblems(problems)
    split = placed.record.split
    classed = tuple(
        part
        for number in sorted(kinds)
        for part in _parts(Line(number, kinds[number], lines[number - 1]), split.get(str(number)))
    )
    body = [line for line in classed if line.kind == "body"]
    paragraphs = tuple(Paragraph(n, line.number, line.text) for n, line in enumerate(body, start=1))
    return Article(classed, paragraphs)


def _changed_text(found: str, text_path: str, placed: PlacedRecord) -> Problem:
    place = placed.yaml.place_of(("sha256",))
    message = f"the SHA-256 must be that of {text_path}: an original is never edited"
    hint = f"the file's is {found}; restore the original, or record this sum for a new source"
    return Problem(place, "record", message, hint)


def _classify(
    lines: list[str], placed: PlacedRecord, kinds: dict[int, LineClass]
) -> Iterator[Problem]:
    """Fill `kinds` from the record's ranges; yield what names no line, or a line twice."""
    for kind, ranges in placed.record.lines.items():
        place = placed.yaml.place_of(("lines", kind))
        for first, last in parse_line_ranges(ranges):
            if last > len(lines):
                message = f"'{kind}' must name lines of the text, which ends at line {len(lines)}"
                yield Problem(place, "record", message, f"found line {last}")
            numbers = range(first, min(last, len(lines)) + 1)
            filled = [number for number in numbers if lines[number - 1].strip()]
            if not filled and first <= len(lines):
                message = f"'{kind}' must name a line with text; line {first} is blank"
                yield Problem(place, "record", message)
            for number in filled:
                if number in kinds:
                    message = f"line {number} must be in one class"
                    hint = f"it is in '{kinds[number]}' and in '{kind}': remove it from one"
                    yield Problem(place, "record", message, hint)
                kinds[number] = kind


def _parts(line: Line, ends: Mapping[LineClass, str] | None) -> tuple[Line, ...]:
    """Return the parts of a line, of which those at its ends are of other classes.

    Raises ValueError, which says what must hold, where they are not its ends.
    """
    if not ends:
        return (line,)
    before: list[Line] = []
    after: list[Line] = []
    rest = line.text.strip()
    for kind, given in ends.items():
        words = given.strip()
        if kind == line.kind:
            raise ValueError(f"a part must be of another class than its line, which is '{kind}'")
        if rest.startswith(words):
            before.append(Line(line.number, kind, words))
            rest = rest[len(words) :].strip()
        elif rest.endswith(words):
            after.insert(0, Line(line.number, kind, words))
            rest = rest[: -len(words)].strip()
        else:
            raise ValueError(f"a part must be words with which the line begins or ends: “{words}”")
    if not any(sign.isalnum() for sign in rest):
        raise ValueError("something must be left of the line: put all of it into one class")
    return (*before, Line(line.number, line.kind, rest), *after)


def _check_split(
    lines: list[str], placed: PlacedRecord, kinds: dict[int, LineClass]
) -> Iterator[Problem]:
    for number, ends in placed.record.split.items():
        place = placed.yaml.place_of(("split", number))
        kind = kinds.get(int(number))
        if kind is None:
            message = f"'split' must name a line of 'lines'; {number} is none"
            yield Problem(place, "record", message)
            continue
        text = lines[int(number) - 1] if int(number) <= len(lines) else ""
        try:
            _parts(Line(int(number), kind, text), ends)
        except ValueError as error:
            hint = f"the line is “{text.strip()[:_SHOWN]}”"
            yield Problem(place, "record", str(error), hint)


def _unclassified(
    lines: list[str], text_path: str, placed: PlacedRecord, kinds: dict[int, LineClass]
) -> Iterator[Problem]:
    loose = [n for n, line in enumerate(lines, start=1) if line.strip() and n not in kinds]
    if loose:
        which = f"line{'s' * (len(loose) > 1)} {format_ranges(find_ranges(loose))}"
        message = f"{which} of {text_path} must be in a class"
        start = lines[loose[0] - 1].strip()[:40]
        hint = f"the first begins '{start}'; the classes are {', '.join(LINE_CLASSES)}"
        yield Problem(placed.yaml.place_of(("lines",)), "record", message, hint)
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            message = f"line {number} of {text_path} must have at most {LONGEST_LINE:,} characters"
            hint = f"it has {len(line):,}: is this the text of an article?"
            yield Problem(placed.yaml.place_of(("lines",)), "record", message, hint)
        if kinds.get(number) == "body" and not fold(line).text:
            message = f"line {number} of {text_path} must have text to be a paragraph"
            hint = "it has only invisible characters: put it into 'furniture'"
            yield Problem(placed.yaml.place_of(("lines",)), "record", message, hint)
    if "body" not in kinds.values():
        message = "the record must name the lines of the body"
        yield Problem(placed.yaml.place_of(("lines",)), "record", message)
