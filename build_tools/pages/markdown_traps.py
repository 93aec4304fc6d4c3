"""What Markdown makes of a line that a writer meant as text: found, so that it is not published."""

import re
from collections.abc import Iterator

from build_tools.pages.statements import PageText
from build_tools.problems import Problem
from build_tools.syntax.fences import find_fences

CODE = "markup"
_ITEM = re.compile(r"[-*+] +\S|\d{1,2}\. +\S")
# A list of so many items is longer than any on a page: this is a year, or another number.
_NUMBER_FIRST = re.compile(r"\s{0,3}(?P<number>\d{3,})\. +\S")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*")
_FOOTNOTE = re.compile(r"(?<![\\`])\[\^[^\]\s]+\]")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)(?!/)")
_CODE = re.compile(r"`[^`]*`")
# A line that is no text of a paragraph: markup of its own kind.
_OTHER = re.compile(
    r"(?<!\s)\s*+(?:#|>|\||!!!|\?\?\?|\{:|<!--|:\s|`{3}|~{3}|\[[^\[\]]+\]:)| {4}|\t"
)


def check_traps(text: PageText) -> Iterator[Problem]:
    """Find lines that Markdown reads as something else than text, and marks that it has not."""
    lines = text.text.split("\n")
    fenced = {
        index
        for fence in find_fences(lines)
        for index in range(fence.start, (len(lines) if fence.end is None else fence.end) + 1)
    }
    before, in_list = "", False
    for index, line in enumerate(lines):
        if index in fenced:
            before = ""
            continue
        follows_text = bool(before.strip()) and not _OTHER.match(before)
        in_list = bool(line.strip()) and (in_list or (_is_item(line) and not follows_text))
        for column, message, hint in _traps(line, follows_text=follows_text, in_list=in_list):
            yield Problem(text.place_at(index + 1, column + 1), CODE, message, hint)
        before = line


def _is_item(line: str) -> bool:
    return _ITEM.match(line.lstrip()) is not None


def _traps(line: str, *, follows_text: bool, in_list: bool) -> Iterator[tuple[int, str, str]]:
    if match := _NUMBER_FIRST.match(line):
        number = match["number"]
        message = f"a paragraph must not begin with “{number}.”: Markdown makes a list of it"
        yield match.start("number"), message, f"write {number}\\. or begin with another word"
    elif _ITEM.match(line) and follows_text and not in_list:
        message = "a list must have an empty line before it: without, it is shown as running text"
        yield 0, message, "put an empty line above the first item"
    if _UNDERLINE.fullmatch(line) and follows_text:
        message = "a line of dashes below text makes a heading of the text"
        yield 0, message, "write the heading with #, or put an empty line above the dashes"
    prose = _CODE.sub(lambda code: " " * len(code[0]), line)
    for match in _FOOTNOTE.finditer(prose):
        message = "a page must not have footnotes: the build makes the notes"
        yield match.start(), message, "cite the paragraph: [@osten-2019, para. 2]"
    for match in _TWO_STOPS.finditer(prose):
        message = "a sentence must not end in two full stops"
        yield match.start(), message, "remove one, or write three for words left out"
