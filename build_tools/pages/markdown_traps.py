"""What Markdown makes of a line that a writer meant as text: found, so that it is not published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.expressions import expression
from build_tools.pages.statements import PageText
from build_tools.problems import Problem
from build_tools.syntax.fences import find_fences

CODE = "markup"
_ITEM = expression(r"[-*+] +\S|\d{1,2}\. +\S")
# A list of so many items is longer than any on a page: this is a year, or another number.
_NUMBER_FIRST = expression(r"\s{0,3}(?P<number>\d{3,})\. +\S")
_UNDERLINE = expression(r"\s{0,3}(?:=+|-+)\s*")
_FOOTNOTE = expression(r"(?<![\\`])\[\^[^\]\s]+\]")
# Around a citation as well, after whose stop its marker is shown; but "at 5 p.m. [@…]." is one.
_TWO_STOPS = expression(r"(?<!\.)\.\.(?!\.)(?!/)|(?<!\.)(?<!\.[A-Za-z])\. ?\[@[^\[\]]*\]\.(?!\.)")
_CODE = expression(r"`[^`]*`")
# A line that is no text of a paragraph: markup of its own kind.
_OTHER = expression(
    r"(?<!\s)\s*+(?:#|>|\||!!!|\?\?\?|\{:|<!--|:\s|`{3}|~{3}|\[[^\[\]]+\]:)| {4}|\t"
)


@dataclass(frozen=True)
class Trap:
    """A finding about a line; `misread` where Markdown takes its block for something else.

    What `repeats` is the same slip again, on a further line: it need not be told of twice.
    """

    problem: Problem
    misread: bool = False
    repeats: bool = False


def find_traps(text: PageText) -> Iterator[Trap]:
    """Find lines that Markdown reads as something else than text, and marks that it has not."""
    lines = text.text.split("\n")
    fenced = {
        index
        for fence in find_fences(lines)
        for index in range(fence.start, (len(lines) if fence.end is None else fence.end) + 1)
    }
    before, in_list, trapped = "", False, False
    footnotes: set[str] = set()
    for index, line in enumerate(lines):
        if index in fenced:
            before = ""
            continue
        follows_text = bool(before.strip()) and not _OTHER.match(before)
        in_list = bool(line.strip()) and (in_list or (_is_item(line) and not follows_text))
        trapped = trapped and bool(line.strip())
        for column, message, hint, misread in _traps(line, follows_text, in_list=in_list):
            problem = Problem(text.place_at(index + 1, column + 1), CODE, message, hint)
            yield Trap(problem, misread, repeats=misread and trapped)
            trapped = trapped or misread
        for match in _FOOTNOTE.finditer(_CODE.sub(_blank, line)):
            message = "a page must not have footnotes: the build makes the notes"
            place = text.place_at(index + 1, match.start() + 1)
            problem = Problem(place, CODE, message, "cite the paragraph: [@SOURCE, para. 2]")
            yield Trap(problem, misread=True, repeats=match[0] in footnotes)
            footnotes.add(match[0])
        before = line


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_item(line: str) -> bool:
    return _ITEM.match(line.lstrip()) is not None


def _traps(line: str, follows_text: bool, *, in_list: bool) -> Iterator[tuple[int, str, str, bool]]:
    """Yield column, message and hint of each trap, and whether its block is misread."""
    if match := _NUMBER_FIRST.match(line):
        number = match["number"]
        message = f"a paragraph must not begin with “{number}.”: Markdown makes a list of it"
        hint = f"write {number}\\. or begin with another word"
        yield match.start("number"), message, hint, False
    elif _ITEM.match(line) and follows_text and not in_list:
        message = "a list must have an empty line before it: without, it is shown as running text"
        yield 0, message, "put an empty line above the first item", True
    if _UNDERLINE.fullmatch(line) and follows_text:
        message = "a line of dashes below text makes a heading of the text"
        hint = "write the heading with #, or put an empty line above the dashes"
        yield 0, message, hint, True
    for match in _TWO_STOPS.finditer(_CODE.sub(_blank, line)):
        message = "a sentence must not end in two full stops"
        yield match.start(), message, "remove one, or write three for words left out", False
