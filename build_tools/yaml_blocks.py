"""Processors of Python-Markdown that turn fenced blocks of YAML into elements of the tree.

The text in the elements is Markdown, which the inline processors read afterwards: a citation in a
block is one like any other, at its own place in the file.
"""

import re
from dataclasses import replace
from xml.etree.ElementTree import Element, ParseError, fromstring

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor

from build_tools.blocks.block import CODE, Surroundings
from build_tools.blocks.registry import BLOCKS
from build_tools.inline_citations import PageState
from build_tools.ledger import Ledger
from build_tools.problems import InputProblems, Problem
from build_tools.statements import PageText
from build_tools.templating import render

_NAMES = "|".join(BLOCKS)
_OPENING = re.compile(rf"(?P<indent>\s*)(?P<fence>`{{3,}}|~{{3,}})\s*(?P<kind>{_NAMES})\s*")
_PLACEHOLDER = re.compile("\ue00c(\\d+)\ue00d")


class BlockPreprocessor(Preprocessor):
    """Put a placeholder in place of each block, and keep its YAML with its line on the page."""

    def __init__(self, md: Markdown, page: PageState) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with placeholders; a fence that nothing closes stays text."""
        kept: list[str] = []
        index = 0
        while index < len(lines):
            match = _OPENING.fullmatch(lines[index])
            end = self._end(lines, index, match["fence"]) if match else None
            if match is None or end is None:
                # A longer fence may show a block as an example: its lines are no blocks.
                skip = self._other_fence(lines, index)
                kept += lines[index : skip + 1]
                index = skip + 1
                continue
            number = len(self._page.blocks)
            yaml = "\n".join(lines[index + 1 : end]) + "\n"
            self._page.blocks.append((match["kind"], yaml, index + 1, bool(match["indent"])))
            kept += ["", f"{match['indent']}\ue00c{number}\ue00d", ""]
            index = end + 1
        return kept

    @staticmethod
    def _end(lines: list[str], start: int, fence: str) -> int | None:
        closing = re.compile(rf"\s*{re.escape(fence[0])}{{{len(fence)},}}\s*")
        return next((i for i in range(start + 1, len(lines)) if closing.fullmatch(lines[i])), None)

    def _other_fence(self, lines: list[str], index: int) -> int:
        match = re.match(r"\s*(`{3,}(?!.*`)|~{3,})", lines[index])
        end = self._end(lines, index, match[1]) if match else None
        return index if end is None else end


class YamlBlockProcessor(BlockProcessor):
    """Put the element of a block in place of its placeholder, or what is wrong with it."""

    def __init__(self, md: Markdown, page: PageState, ledger: Ledger, sources_folder: str) -> None:
        super().__init__(md.parser)
        self._page, self._ledger, self._sources_folder = page, ledger, sources_folder

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's
        """Tell whether a block of text is a placeholder."""
        return _PLACEHOLDER.fullmatch(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Append the element to the parent."""
        match = _PLACEHOLDER.fullmatch(blocks.pop(0).strip())
        assert match is not None
        kind, yaml, line, indented = self._page.blocks[int(match[1])]
        info = self._ledger.page
        text = PageText(info.path, self._page.source, info.origins)
        try:
            if indented:
                message = f"a block '{kind}' must start at the margin, in no list and no box"
                raise InputProblems([Problem(text.place_at(line, 1), CODE, message)])
            parent.append(self._element(kind, yaml, line, text))
        except InputProblems as error:
            self._page.block_problems += error.problems
            parent.append(fromstring(render("block_problems.html.j2", problems=error.problems)))

    def _element(self, kind: str, yaml: str, line: int, text: PageText) -> Element:
        around = Surroundings(self._ledger.library, self._ledger.page.uri, self._sources_folder)
        try:
            html = BLOCKS[kind].render(yaml, text.path, line + 1, around)
        except InputProblems as error:
            placed = (
                replace(problem, place=text.place_at(problem.place.line, problem.place.column))
                for problem in error.problems
            )
            raise InputProblems(placed) from None
        try:
            return fromstring(html)
        except ParseError as error:
            # A control character, which no HTML may have either.
            message = f"a block must hold text that HTML can show: {error}"
            raise InputProblems([Problem(text.place_at(line, 1), CODE, message)]) from None
