"""Where on a page a line stands: among the article's paragraphs, beside them, before or after.

Whatever a site calls its elements, it sets the paragraphs of one article alike. So the shape that
holds most of the prose is that of its paragraphs, and the element around them is the story.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.intake.given_lines import HEADINGS, Setting
from build_tools.intake.items import find_items
from build_tools.lines.shape import count_words, ends_sentence
from build_tools.lines.signs import sign_of

_PROSE, _FEW, _HALF, _MOST, _MUCH = 8, 4, 0.5, 0.8, 0.25
_CONTROLS = ("button", "form", "input", "textarea", "select")
# What prose holds beside its paragraphs, whatever is around it.
_LISTS = frozenset(["ul", "ol", "dl", "table", "tbody"])
_PLAIN = HEADINGS | _LISTS | {"p", "li", "td", "th", "dt", "dd", "blockquote", "pre"}
_OF_PROSE = frozenset(["p", "div", "span"])
# What heads a part of a page that is no part of the article.
_LABELS = frozenset(["comment", "related-link", "newsletter", "furniture"])


@dataclass(frozen=True)
class Block:
    """A line with the element that holds it, and what `GivenLine` tells of it."""

    holder: Any
    text: str
    linked: float
    extracted: bool
    marked: bool
    italic: bool = False


def find_settings(blocks: Sequence[Block], first: int) -> tuple[Setting | None, ...]:
    """Return where each line stands, None for all where no prose shows where the story is.

    The story begins below the index `first`.
    """
    prose = _prose(blocks, first)
    items = frozenset(n for n in find_items(blocks) if n > first)
    outside = {n: words for n, words in prose.items() if n not in items}
    # Teasers and comments follow an article; where nothing is above them, they may be what it is.
    if min(outside, default=len(blocks)) < min(items, default=0):
        prose = outside
    else:
        items = frozenset()
    prose = _set_alike(blocks, prose)
    if not prose:
        return tuple(None for _ in blocks)
    story = _story(blocks, prose)
    inner = frozenset(story.iter())
    shapes = {shape_of(blocks[n].holder) for n in prose if blocks[n].holder in inner}
    own = {
        n
        for n, block in enumerate(blocks)
        if n > first
        and shape_of(block.holder) in shapes
        and n not in items
        and _is_plain(block)
        # A part of the article may have a container of its own.
        and (block.holder in inner or block.extracted)
    }
    own = _without_notes(blocks, own)
    around = {it for n in own for it in _upwards(blocks[n].holder)}
    lengths, links = _lengths(blocks)
    lines = _lines_of(blocks, inner)
    asides: dict[Any, Setting | None] = {}

    def places(n: int) -> Iterator[Setting]:
        """Yield where a line stands, the surest first."""
        block, below = blocks[n], n > max(own)
        if n in own:
            yield "paragraph"
        if below and block.italic:
            yield "note"
        if n in items:
            yield "beside"
        if block.holder not in inner:
            yield "after" if below else "before"
        if block.holder in around:
            # Loose text in the element that holds the paragraphs.
            yield "flow"
        if shape_of(block.holder) in shapes and block.linked >= _HALF:
            yield "link"
        branch = _branch(block.holder, around)
        # Many lines may be in one.
        if branch not in asides:
            many = len(lines[branch]) > 1
            labelled = many and sign_of(blocks[lines[branch][0]].text) in _LABELS
            is_beside = labelled or links[branch] > _HALF * lengths[branch]
            few = len(lines[branch]) <= _FEW
            asides[branch] = _aside(branch, is_beside=is_beside, few=few)
        if aside := asides[branch]:
            yield aside
        if below:
            # In an element of its own there prose is no longer of the article.
            yield "after" if branch.tag not in _PLAIN and block.holder.tag in _OF_PROSE else "tail"
        if n < min(own) and not (block.holder.tag in HEADINGS and n == min(own) - 1 > first + 1):
            yield "before"
        yield "flow" if block.holder.tag in _PLAIN else "apart"

    return tuple(next(places(n)) for n in range(len(blocks)))


def _lines_of(blocks: Sequence[Block], inner: frozenset[Any]) -> defaultdict[Any, list[int]]:
    """Return which lines each element of the story holds."""
    lines: defaultdict[Any, list[int]] = defaultdict(list)
    for n, block in enumerate(blocks):
        for element in _upwards(block.holder):
            if element not in inner:
                break
            lines[element].append(n)
    return lines


def shape_of(element: Any) -> str:
    """Return the tag and classes of an element; if it has none, with those of the one around it."""
    own, parent = element.get("class", ""), element.getparent()
    around = "" if own or parent is None else f"{parent.tag}.{parent.get('class', '')}>"
    return f"{around}{element.tag}.{own}"


def _prose(blocks: Sequence[Block], first: int) -> dict[int, int]:
    """Return the sentences of some length below the headline, with their lengths in words."""
    prose = {
        n: int(count_words(block.text))
        for n, block in enumerate(blocks)
        if n > first and _is_plain(block) and ends_sentence(block.text)
    }
    return {n: it for n, it in prose.items() if it >= _PROSE and not sign_of(blocks[n].text)}


def _set_alike(blocks: Sequence[Block], prose: Mapping[int, int]) -> dict[int, int]:
    """Return what of the prose is set as much of it is, where it is also the library's."""
    shapes = {n: shape_of(blocks[n].holder) for n in prose}
    # Of a long page the library may take a part: what is set alike is as good.
    taken = {shapes[n] for n in prose if blocks[n].extracted}
    if 2 * sum(prose[n] for n in prose if shapes[n] in taken) >= sum(prose.values()):
        prose = {n: words for n, words in prose.items() if shapes[n] in taken}
    words = Counter[str]()
    for n, length in prose.items():
        words[shapes[n]] += length
    # What is set as little else is may be a prompt or a teaser.
    least = _MUCH * max(words.values(), default=0)
    return {n: length for n, length in prose.items() if words[shapes[n]] >= least}


def _is_plain(block: Block) -> bool:
    return not block.marked and block.linked < _HALF


def _without_notes(blocks: Sequence[Block], paragraphs: set[int]) -> set[int]:
    """Leave out what stands in italics below the last paragraph that does not.

    What signs an article, corrects it or asks something in its place is often set so.
    """
    plain = [n for n in paragraphs if not (blocks[n].italic or sign_of(blocks[n].text))]
    end = max(plain, default=max(paragraphs))
    return {n for n in paragraphs if n <= end or not blocks[n].italic}


def _story(blocks: Sequence[Block], prose: Mapping[int, int]) -> Any:
    """Return the lowest element that holds most of the prose."""
    held: Counter[Any] = Counter()
    for n, length in prose.items():
        for element in _upwards(blocks[n].holder):
            held[element] += length
    fit = [element for element, count in held.items() if count >= _MOST * sum(prose.values())]
    return max(fit, key=lambda it: sum(1 for _ in it.iterancestors()))


def _branch(holder: Any, around: set[Any]) -> Any:
    """Return the largest element that holds a line and no paragraph."""
    branch = holder
    for element in holder.iterancestors():
        if element in around:
            break
        branch = element
    return branch


def _aside(branch: Any, *, is_beside: bool, few: bool) -> Setting | None:
    """Tell whether an element among paragraphs is led by links, worked by buttons or a picture."""
    if is_beside or any(map(_is_control, branch.iter())):
        return "beside"
    has_picture = branch.tag not in _LISTS and any(True for _ in branch.iter("img"))
    return "pictured" if has_picture and few else None


def _is_control(element: Any) -> bool:
    return element.tag in _CONTROLS or element.get("role") == "button"


def _lengths(blocks: Sequence[Block]) -> tuple[Counter[Any], Counter[Any]]:
    """Return how much text each element shows, and how much of it is links."""
    lengths: Counter[Any] = Counter()
    links: Counter[Any] = Counter()
    for block in blocks:
        for element in _upwards(block.holder):
            lengths[element] += len(block.text)
            links[element] += round(len(block.text) * block.linked)
    return lengths, links


def _upwards(element: Any) -> Iterator[Any]:
    """Yield an element and all around it."""
    yield element
    yield from element.iterancestors()
