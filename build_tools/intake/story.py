"""Where on a page a line stands: among the article's paragraphs, beside them, before or after.

Whatever a site calls its elements, it sets the paragraphs of one article alike. So the shape that
holds most of the prose is that of its paragraphs, and the element around them is the story.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from build_tools.intake.blocks import Block, shape_of, upwards
from build_tools.intake.boxes import OF_PROSE, PLAIN, Boxes, find_fact_boxes
from build_tools.intake.given_lines import HEADINGS, GivenLine, Setting
from build_tools.intake.items import find_items
from build_tools.lines.shape import count_words, ends_sentence
from build_tools.lines.signs import sign_of

_PROSE, _HALF, _MOST, _MUCH = 8, 0.5, 0.8, 0.25
# How notes below an article are set.
_NOTES = frozenset(["em", "i", "cite", "b", "strong"])


def find_settings(
    blocks: Sequence[Block], lines: Sequence[GivenLine], first: int
) -> tuple[Setting | None, ...]:
    """Return where each line stands, None for all where no prose shows where the story is.

    `blocks` and `lines` are of the same lines. The story begins below the index `first`.
    """
    prose = _prose(blocks, lines, first)
    items = frozenset(n for n in find_items(blocks) if n > first)
    outside = {n: words for n, words in prose.items() if n not in items}
    # Teasers and comments follow an article; where nothing is above them, they may be what it is.
    if min(outside, default=len(blocks)) < min(items, default=0):
        prose = outside
    else:
        items = frozenset()
    prose = _set_alike(blocks, lines, prose)
    if not prose:
        return tuple(None for _ in blocks)
    story = _story(blocks, prose)
    inner = frozenset(story.iter())
    shapes = {shape_of(blocks[n].holder) for n in prose if blocks[n].holder in inner}
    own = {
        n
        for n, (block, line) in enumerate(zip(blocks, lines, strict=True))
        if n > first
        and shape_of(block.holder) in shapes
        and n not in items
        and _is_plain(line)
        # A part of the article may have a container of its own.
        and (block.holder in inner or line.extracted)
    }
    own = _without_notes(blocks, own)
    facts = find_fact_boxes(blocks, own, story)
    own -= facts
    start, end = min(own), max(own)
    sizes = Counter[int]()
    for n, words in prose.items():
        sizes[blocks[n].size] += words
    size = sizes.most_common(1)[0][0]
    around = frozenset(it for n in own for it in upwards(blocks[n].holder))
    boxes = Boxes(blocks, around)

    def places(n: int) -> Iterator[Setting]:
        """Yield where a line stands, the surest first."""
        block, below = blocks[n], n > end
        if block.holder in inner and (block.size < size or (below and block.manner & _NOTES)):
            yield "note"
        if n in own:
            yield "paragraph"
        if n in items:
            yield "beside"
        if n in facts:
            yield "facts"
        if block.holder not in inner:
            if first < n < end and boxes.is_by_picture(block.holder):
                yield "pictured"
            yield "after" if below else "before"
        if block.holder in around:
            # Loose text in the element that holds the paragraphs.
            yield "flow"
        if shape_of(block.holder) in shapes and block.linked >= _HALF:
            yield "link"
        box = boxes.around(block.holder)
        if setting := boxes.setting(box):
            yield setting
        if below:
            # In an element of its own there prose is no longer of the article.
            yield "after" if box.tag not in PLAIN and block.holder.tag in OF_PROSE else "tail"
        if n < start and not (block.holder.tag in HEADINGS and n == start - 1 > first + 1):
            yield "before"
        yield "apart" if boxes.is_set_apart(box) else "flow"

    return tuple(next(places(n)) for n in range(len(blocks)))


def _prose(blocks: Sequence[Block], lines: Sequence[GivenLine], first: int) -> dict[int, int]:
    """Return the sentences of some length below the headline, with their lengths in words."""
    prose = {
        n: int(count_words(line.text))
        for n, line in enumerate(lines)
        if n > first and _is_plain(line) and ends_sentence(line.text)
    }
    return {n: it for n, it in prose.items() if it >= _PROSE and not sign_of(blocks[n].text)}


def _set_alike(
    blocks: Sequence[Block], lines: Sequence[GivenLine], prose: Mapping[int, int]
) -> dict[int, int]:
    """Return what of the prose is set as much of it is, where it is also the library's."""
    shapes = {n: shape_of(blocks[n].holder) for n in prose}
    # Of a long page the library may take a part: what is set alike is as good.
    taken = {shapes[n] for n in prose if lines[n].extracted}
    if 2 * sum(prose[n] for n in prose if shapes[n] in taken) >= sum(prose.values()):
        prose = {n: words for n, words in prose.items() if shapes[n] in taken}
    words = Counter[str]()
    for n, length in prose.items():
        words[shapes[n]] += length
    # What is set as little else is may be a prompt or a teaser.
    least = _MUCH * max(words.values(), default=0)
    return {n: length for n, length in prose.items() if words[shapes[n]] >= least}


def _is_plain(line: GivenLine) -> bool:
    return not line.zone and line.linked < _HALF


def _without_notes(blocks: Sequence[Block], paragraphs: set[int]) -> set[int]:
    """Leave out what stands in italics or bold below the last paragraph that does not.

    What signs an article, corrects it or asks something in its place is often set so.
    """
    plain = [n for n in paragraphs if not (blocks[n].manner & _NOTES or sign_of(blocks[n].text))]
    end = max(plain, default=max(paragraphs))
    return {n for n in paragraphs if n <= end or not blocks[n].manner & _NOTES}


def _story(blocks: Sequence[Block], prose: Mapping[int, int]) -> Any:
    """Return the lowest element that holds most of the prose."""
    held: Counter[Any] = Counter()
    for n, length in prose.items():
        for element in upwards(blocks[n].holder):
            held[element] += length
    fit = [element for element, count in held.items() if count >= _MOST * sum(prose.values())]
    return max(fit, key=lambda it: sum(1 for _ in it.iterancestors()))
