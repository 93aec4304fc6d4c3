"""Processors of Python-Markdown that turn fenced blocks of YAML into elements of the tree.

The text in the elements is Markdown, which the inline processors read afterwards: a citation in a
block is like any other, at its own place in the file.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring, tostring

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from rapidfuzz import fuzz, process

from build_tools.blocks.block import CODE, BlockContext
from build_tools.expressions import expression
from build_tools.ledger import Ledger
from build_tools.markdown_extension.inline import FoundBlock, PageState
from build_tools.pages.statements import PageText
from build_tools.problems import InputProblems, Problem
from build_tools.syntax.fences import Fence, find_fences
from build_tools.syntax.position_tags import strip_tags
from build_tools.templating import render

# A word at least this much like the name of a kind, from 0 to 100, is that name mistyped.
_MISTYPED = 80
_PLACEHOLDER = expression("\ue00c(\\d+)\ue00d")


class BlockPreprocessor(Preprocessor):
    """Put a placeholder in place of each block, and keep its YAML with its line on the page."""

    def __init__(self, md: Markdown, page: PageState, kinds: Collection[str]) -> None:
        super().__init__(md)
        self._page, self._kinds = page, kinds

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with placeholders; other fenced code stays as it is."""
        kept: list[str] = []
        index = 0
        for fence in find_fences(lines):
            block = _block_of(fence, lines, self._kinds)
            if block is None:
                continue
            kept += lines[index : fence.start]
            kept += ["", f"{fence.margin}\ue00c{len(self._page.blocks)}\ue00d", ""]
            self._page.blocks.append(block)
            index = (fence.start if fence.end is None else fence.end) + 1
        return kept + lines[index:]


def _block_of(fence: Fence, lines: list[str], kinds: Collection[str]) -> FoundBlock | None:
    """Return the block that a fence opens, or None where it is code to show."""
    line = fence.start + 1
    first = (re.findall(r"[\w-]+", fence.word) or [""])[0]
    nearest = process.extractOne(first, list(kinds), scorer=fuzz.ratio, score_cutoff=_MISTYPED)
    if nearest is None:
        return None
    kind = nearest[0]
    if fence.word != kind:
        # As code it would be shown, and its citations would go unread.
        message = f"the word after a fence must be a block or a language, not '{fence.word}'"
        return FoundBlock(kind, "", line, (message, f"did you mean '{kind}', and nothing more?"))
    if fence.end is None:
        message = f"a block '{kind}' must be closed"
        return FoundBlock(kind, "", line, (message, f"put a line of {fence.mark} after it"))
    if fence.margin:
        message = f"a block '{kind}' must start at the margin, outside lists and boxes"
        return FoundBlock(kind, "", line, (message, "move it out, between two paragraphs"))
    return FoundBlock(kind, "\n".join(lines[line : fence.end]) + "\n", line)


class YamlBlockProcessor(BlockProcessor):
    """Put the element of a block, or its problems, in place of its placeholder."""

    def __init__(self, md: Markdown, page: PageState, ledger: Ledger, sources_folder: str) -> None:
        super().__init__(md.parser)
        self._md = md
        self._page, self._ledger, self._sources_folder = page, ledger, sources_folder

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's
        """Tell whether a block of text is a placeholder."""
        match = _PLACEHOLDER.fullmatch(block.strip())
        return match is not None and int(match[1]) < len(self._page.blocks)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Append the element to the parent."""
        match = _PLACEHOLDER.fullmatch(blocks.pop(0).strip())
        assert match is not None
        block = self._page.blocks[int(match[1])]
        info = self._ledger.page
        text = PageText(info.path, self._page.source, info.line_origins)
        try:
            if block.problem:
                raise InputProblems([Problem(text.place_at(block.line, 1), CODE, *block.problem)])
            parent.append(self._element(block, text))
        except InputProblems as error:
            self._page.block_problems += error.problems
            # The hints have citations to copy, which are not the page's.
            parent.append(self._aside(render("block_problems.html.j2", problems=error.problems)))

    def _element(self, block: FoundBlock, text: PageText) -> Element:
        ledger = self._ledger
        kind = ledger.kit.blocks[block.kind]
        blocks = self._page.blocks
        repeat = sum(other.kind == block.kind for other in blocks[: blocks.index(block)])
        around = BlockContext(
            ledger.library, ledger.kit.data, ledger.page.uri, self._sources_folder, repeat
        )
        try:
            html = kind.render(block.yaml, text.path, block.line + 1, around)
        except InputProblems as error:
            raise InputProblems(
                replace(
                    problem,
                    place=text.place_at(problem.place.line, problem.place.column),
                    message=strip_tags(problem.message),
                    hint=strip_tags(problem.hint),
                )
                for problem in error.problems
            ) from None
        if not kind.finished:
            return self._page.take_in(self._without_pictures(fromstring(html)))
        return self._aside(html)

    def _without_pictures(self, root: Element) -> Element:
        """Hide the pictures in a block, each alone in an element, from Markdown.

        What a picture shows is drawn from the statements beside it, which are read.
        """
        for holder in root.iter():
            picture = holder.find("svg")
            if picture is not None:
                holder.remove(picture)
                html = tostring(picture, encoding="unicode")
                self._page.finished.add(html)
                holder.text = self._md.htmlStash.store(html)
        return root

    def _aside(self, html: str) -> Element:
        """Hide HTML that holds no Markdown from Markdown until the page is done."""
        self._page.finished.add(html)
        paragraph = Element("p")
        paragraph.text = self._md.htmlStash.store(html)
        return paragraph
