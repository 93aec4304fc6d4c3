"""What stands among the paragraphs in an element of its own: a picture, a prompt, a card, a list.

Such an element is judged by what it holds, whatever the page calls it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from itertools import takewhile
from typing import Any

from build_tools.intake.blocks import Block, shape_of, upwards
from build_tools.intake.given_lines import HEADINGS, Setting
from build_tools.lines.shape import ends_sentence, opens_list
from build_tools.lines.signs import sign_of

_FEW, _HALF, _SMALL = 4, 0.5, 0.25
_CONTROLS = ("button", "form", "input", "textarea", "select")
# What prose holds beside its paragraphs, whatever is around it.
_LISTS = frozenset(["ul", "ol", "dl", "table", "tbody"])
PLAIN = HEADINGS | _LISTS | {"p", "li", "td", "th", "dt", "dd", "blockquote", "pre"}
OF_PROSE = frozenset(["p", "div", "span"])
# What heads a part of a page that is no part of the article.
_LABELS = frozenset(["comment", "related-link", "newsletter", "furniture"])


class Boxes:
    """The elements of a page, with the lines that each holds."""

    def __init__(self, blocks: Sequence[Block], around: Set[Any]) -> None:
        """Take the lines of a page, and the elements around the paragraphs of the story."""
        self._blocks, self._around = blocks, around
        self._wrappers = frozenset(map(shape_of, around))
        self._lines: defaultdict[Any, list[int]] = defaultdict(list)
        self._lengths, self._links = Counter[Any](), Counter[Any]()
        for n, block in enumerate(blocks):
            for element in upwards(block.holder):
                self._lines[element].append(n)
                self._lengths[element] += len(block.text)
                self._links[element] += round(len(block.text) * block.linked)
        # Many lines may be in one: each is judged once.
        self._settings: dict[Any, Setting | None] = {}
        self._with_picture: dict[Any, bool] = {}

    def around(self, holder: Any) -> Any:
        """Return the largest element that holds a line and no paragraph, in what wraps those."""
        box = holder
        for element in holder.iterancestors():
            if element in self._around or shape_of(element) in self._wrappers:
                break
            box = element
        return box

    def setting(self, box: Any) -> Setting | None:
        """Tell whether an element is beside the paragraphs, has facts or a picture with words."""
        if box not in self._settings:
            few = len(self._lines[box]) <= _FEW and box.tag not in _LISTS
            self._settings[box] = (
                "beside"
                if self._is_beside(box)
                else "facts"
                if self._is_headed(box)
                else "pictured"
                if few and self._has_picture(box)
                else None
            )
        return self._settings[box]

    def is_set_apart(self, box: Any) -> bool:
        """Tell whether an element holds prose, set otherwise than the paragraphs are.

        A heading may be in an element of its own, and so may a list.
        """
        held = [self._blocks[n] for n in self._lines[box]]
        if box.tag in PLAIN or (len(held) == 1 and not ends_sentence(held[0].text)):
            return False
        return any(it.holder.tag in OF_PROSE and not opens_list(it.text) for it in held)

    def is_by_picture(self, holder: Any) -> bool:
        """Tell whether a line is one of the few around a picture."""
        for element in upwards(holder):
            if len(self._lines[element]) > _FEW:
                return False
            if self._has_picture(element):
                return True
        return False

    def _is_beside(self, box: Any) -> bool:
        """Tell whether a box is led by a label, leads on by a link, or is worked by buttons."""
        held = [self._blocks[n] for n in self._lines[box]]
        if len(held) > 1:
            leads_on = box.tag not in PLAIN and any(it.linked == 1 for it in held)
            if leads_on or sign_of(held[0].text) in _LABELS:
                return True
        return self._links[box] > _HALF * self._lengths[box] or any(map(_is_control, box.iter()))

    def _is_headed(self, box: Any) -> bool:
        """Tell whether prose that is set otherwise than the paragraphs has a heading of its own.

        It is what one may know beside the article, as on a person or a place.
        """
        first = self._blocks[self._lines[box][0]]
        heads = first.holder.tag in HEADINGS or not ends_sentence(first.text)
        if len(self._lines[box]) == 1 or not heads or opens_list(first.text):
            return False
        return _is_named(box) and self.is_set_apart(box)

    def _has_picture(self, element: Any) -> bool:
        if element not in self._with_picture:
            self._with_picture[element] = any(True for _ in element.iter("img"))
        return self._with_picture[element]


def find_fact_boxes(blocks: Sequence[Block], paragraphs: Set[int], story: Any) -> frozenset[int]:
    """Return the paragraphs that are in an element of the story with a heading of its own.

    They may be set as the others are. Such an element stands between others, has a name that none
    with paragraphs shares, and all have no more than a small part of them: so they are no chapters.
    """
    held: defaultdict[Any, list[int]] = defaultdict(list)
    firsts: dict[Any, Block] = {}
    for n, block in enumerate(blocks):
        for element in takewhile(lambda it: it is not story, block.holder.iterancestors()):
            firsts.setdefault(element, block)
            if n in paragraphs:
                held[element].append(n)
    named = Counter(name for element in held for name in _names(element))
    boxes = [
        element
        for element, lines in held.items()
        if _is_named(element)
        and element.tag not in PLAIN
        and all(named[name] == 1 for name in _names(element))
        and firsts[element].holder.tag in HEADINGS
        and min(paragraphs) < min(lines)
        and max(lines) < max(paragraphs)
    ]
    within = frozenset(n for element in boxes for n in held[element])
    sizes = {n: len(blocks[n].text) for n in paragraphs}
    few = sum(sizes[n] for n in within) <= _SMALL * sum(sizes.values())
    return within if few else frozenset()


def _names(element: Any) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _is_named(element: Any) -> bool:
    return element.tag == "aside" or bool(element.get("class") or element.get("id"))


def _is_control(element: Any) -> bool:
    return element.tag in _CONTROLS or element.get("role") == "button"
