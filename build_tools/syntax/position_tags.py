"""Carry the place of every possible citation through Python-Markdown.

Python-Markdown forgets lines. A preprocessor that runs before all others puts a tag of
private-use characters before each `@` that may start a citation, and into each waiver; the inline
processors read the tag, and what is left (in code, comments, attributes) is stripped.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from build_tools.expressions import expression
from build_tools.syntax.fences import find_fences

# U+E000 to U+E00B: ten digits between an opening and a closing character.
_OPEN, _CLOSE, _ZERO = "\ue00a", "\ue00b", 0xE000
TAG = expression(f"{_OPEN}([\ue000-\ue009]+){_CLOSE}")
# The tag of a waiver comes after its `<!--`, so that it stays a comment to Markdown.
_CANDIDATE = expression(r"(?<![^\W_])(?<!\\)@(?=[\w{])|(?<=<!--)(?=\s*waive\b)")


_NOT_TEXT = expression("[\ue000-\uf8ff]|[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _encode(offset: int) -> str:
    return _OPEN + "".join(chr(_ZERO + int(digit)) for digit in str(offset)) + _CLOSE


def _decode(digits: str) -> int:
    return int("".join(str(ord(digit) - _ZERO) for digit in digits))


def read_tag(tag: str) -> int:
    """Return the offset that one tag holds."""
    return _decode(tag[1:-1])


def strip_tags(text: str) -> str:
    """Return `text` without any tag."""
    return TAG.sub("", text) if _OPEN in text else text


def strip_tags_below(root: Element) -> None:
    """Remove every tag from the texts and attributes of a tree."""
    for element in root.iter():
        # `type` keeps Python-Markdown's AtomicString, which other processors leave alone.
        if element.text:
            element.text = type(element.text)(strip_tags(element.text))
        if element.tail:
            element.tail = type(element.tail)(strip_tags(element.tail))
        for name, value in element.items():
            # `{: hidden }` has no value.
            element.set(name, strip_tags(value or ""))


@dataclass(frozen=True)
class TaggedText:
    """Inline text with its tags removed.

    `starts[i]` is where the i-th character (its tag included) began in the tagged text, plus one
    entry for the end; `page_offsets` gives, by index of an `@`, its offset in the page.
    """

    text: str
    starts: tuple[int, ...]
    page_offsets: dict[int, int]

    def index(self, tagged_at: int) -> int:
        """Return the index of the first character that began at a place of the tagged text."""
        return bisect_left(self.starts, tagged_at)


def read_tags(tagged: str) -> TaggedText:
    """Remove the tags from inline text, keeping what each says of the character after it."""
    plain: list[str] = []
    starts: list[int] = []
    page_offsets: dict[int, int] = {}
    position = 0
    for match in TAG.finditer(tagged):
        plain.append(tagged[position : match.start()])
        starts.extend(range(position, match.start()))
        page_offsets[len(starts)] = _decode(match[1])
        # The tag belongs to the character after it.
        starts.append(match.start())
        position = match.end() + 1
        plain.append(tagged[match.end() : position])
    plain.append(tagged[position:])
    starts.extend(range(position, len(tagged) + 1))
    return TaggedText("".join(plain), tuple(starts), page_offsets)


class TagPositions(Preprocessor):
    """Tag each possible citation with its offset; keep the page's text as it was written.

    A fenced block of ours is not code: its citations are tagged as well.
    """

    source = ""

    def __init__(self, md: Markdown, blocks: Collection[str]) -> None:
        """`blocks` are the words after an opening fence that make it a block of ours."""
        super().__init__(md)
        self._blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with tags; those inside fenced code stay as they are."""
        self.source = "\n".join(lines)
        # Characters of tags are ours, and HTML cannot hold controls; both are refused later.
        lines = [_NOT_TEXT.sub("\ufffd", line) for line in lines]
        code: set[int] = set()
        for fence in find_fences(lines):
            # An unclosed fence is text: what follows must not go unread.
            if fence.end is not None and fence.word not in self._blocks:
                code |= set(range(fence.start, fence.end + 1))
        tagged: list[str] = []
        offset = 0
        for number, line in enumerate(lines):
            tagged.append(line if number in code else _CANDIDATE.sub(self._tag(offset), line))
            offset += len(line) + 1
        return tagged

    @staticmethod
    def _tag(line_offset: int) -> Callable[[re.Match[str]], str]:
        return lambda match: _encode(line_offset + match.start()) + match[0]
