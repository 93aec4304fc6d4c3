"""Inline processors of Python-Markdown: citations and waivers become elements of the tree."""

import re
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.inlinepatterns import InlineProcessor

from build_tools.expressions import expression
from build_tools.ledger import Ledger
from build_tools.pages.block_reader import CITATION_TAG, ERROR_TAG, WAIVER_TAG
from build_tools.pages.page_links import Link
from build_tools.pages.statement_reader import FoundGroup
from build_tools.pages.statements import PageText, Waiver
from build_tools.problems import Problem
from build_tools.syntax.citations import CitationError, CitationGroup, parse_citation_at
from build_tools.syntax.position_tags import (
    TAG,
    TaggedText,
    TagPositions,
    read_tag,
    read_tags,
    strip_tags,
)


@dataclass(frozen=True)
class FoundBlock:
    """A fenced block: its kind, its YAML, the line of its fence in the page's text (from 1).

    `problem` is the message and hint for a wrong fence; then there is no YAML to read.
    """

    kind: str
    yaml: str
    line: int
    problem: tuple[str, str] | None = None


class PageState:
    """What the processors of one page share; emptied by each `reset`."""

    def __init__(self) -> None:
        self.tags: TagPositions | None = None
        self.groups: list[FoundGroup] = []
        self.errors: list[tuple[CitationError, int]] = []
        self.waivers: list[Waiver] = []
        self.blocks: list[FoundBlock] = []
        self.block_problems: list[Problem] = []
        self.links: list[Link] = []
        # Of paragraphs that are left out.
        self.oversize: list[Problem] = []
        # HTML that the build has made and that no check need read.
        self.finished: set[str] = set()
        # Of the elements that templates of blocks have made: labels, which state nothing, and words
        # that belong to the statements of an element. What a page itself writes is neither.
        self.labels: set[Element] = set()
        self.contexts: dict[Element, str] = {}
        # Those elements with their attributes, to tell them from a page's own.
        self.made: dict[Element, dict[str, str]] = {}
        # How much HTML was put aside once fenced code, raw HTML and indented code had been read.
        self.stashed: list[int] = []

    def clear(self) -> None:
        """Forget the previous page."""
        for found in (self.groups, self.errors, self.waivers, self.blocks, self.block_problems):
            found.clear()
        self.links.clear()
        self.oversize.clear()
        self.stashed.clear()
        self.made.clear()
        self.finished.clear()
        self.labels.clear()
        self.contexts.clear()

    def take_in(self, root: Element) -> Element:
        """Record which elements of a block are labels, and remove their contexts from the tree."""
        for element in root.iter():
            if "label" in (element.get("class") or "").split():
                self.labels.add(element)
            if context := element.attrib.pop("data-context", ""):
                self.contexts[element] = context
            self.made[element] = dict(element.attrib)
        return root

    def is_code(self, index: int, html: str) -> bool:
        """Tell whether a piece of HTML that was put aside is code to show, by its number."""
        fenced, typed, indented = self.stashed
        return html not in self.finished and (index < fenced or typed <= index < indented)

    @property
    def source(self) -> str:
        """The page's Markdown as it was, before any processor."""
        return self.tags.source if self.tags else ""


@dataclass
class _TailOfText:
    """The text of an element with its tags read: once, though each citation is taken out of it.

    Up to `done`, Python-Markdown has put something shorter in its place.
    """

    data: str
    tagged: TaggedText
    done: int = 0

    def is_end_of(self, data: str, at: int) -> bool:
        """Tell whether all from `at` on is the end of this text, and has not been replaced."""
        rest = self.data[self.done :]
        return len(data) - at <= len(rest) and data.endswith(rest)


class CitationProcessor(InlineProcessor):
    """Turn the citation at a `[`, `@` or `-@` into an element for the tree processor."""

    def __init__(self, pattern: str, md: Markdown, page: PageState, ledger: Ledger) -> None:
        super().__init__(pattern, md)
        self._page, self._ledger = page, ledger
        self._read = _TailOfText("", read_tags(""))

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Any, data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the element with its span in `data`, or Nones where no citation starts."""
        if not self._read.is_end_of(data, m.start()):
            self._read = _TailOfText(data, read_tags(data))
        # How many characters Python-Markdown has put before the text that was read.
        shift = len(data) - len(self._read.data)
        element, start, end = self._element(self._read.tagged, m.start() - shift)
        if element is None or start is None or end is None:
            return None, None, None
        self._read.done = end
        return element, start + shift, end + shift

    def _element(
        self, tagged: TaggedText, at: int
    ) -> tuple[Element | None, int | None, int | None]:
        data = self._read.data
        # The match may start at a tag; the character after it has the same index.
        start = tagged.index(at)
        try:
            group = parse_citation_at(tagged.text, start)
        except CitationError as error:
            return self._error(error, tagged, data, at)
        if group is None:
            return None, None, None
        if "\x02" in tagged.text[start : group.end]:
            # Put aside by Python-Markdown: code, raw HTML, an escape, a link.
            message = "a citation must be plain text, without markup or escapes in it"
            hint = "take the characters * _ ` \\ < and links out of it"
            wrong = CitationError(message, start, group.end, group.items[0].offset, hint)
            return self._error(wrong, tagged, data, at)
        element = Element(CITATION_TAG, index=str(len(self._page.groups)))
        self._page.groups.append(self._found(group, tagged))
        return element, at, tagged.starts[group.end]

    def _found(self, group: CitationGroup, tagged: TaggedText) -> FoundGroup:
        text, offsets = self._page.source, []
        for citation in group.items:
            offset = tagged.page_offsets.get(citation.offset)
            if offset is None:
                offset = max(text.find(f"@{citation.key}"), 0)
            offsets.append(offset)
        end = offsets[0] + group.end - group.items[0].offset
        # Markup inside a group makes its inline text shorter than the page's.
        if tagged.text[group.end - 1] == "]" and text[end - 1 : end] != "]":
            end = max(text.find("]", offsets[-1]) + 1, offsets[-1] + 1)
        source = self._ledger.library.sources.get(group.items[0].key)
        outlet = source.record.outlet if source else group.items[0].key
        return FoundGroup(group, tuple(offsets), end, outlet)

    def _error(
        self, error: CitationError, tagged: TaggedText, data: str, start: int
    ) -> tuple[Element, int, int]:
        # Places in the inline text are as far from the nearest `@` as they are in the page.
        ats = [at for at in range(error.start, error.end) if at in tagged.page_offsets]
        at = min(ats, key=lambda at: abs(at - error.offset), default=None)
        offset = 0 if at is None else tagged.page_offsets[at] + error.offset - at
        end = tagged.starts[error.end]
        element = Element(ERROR_TAG, index=str(len(self._page.errors)))
        element.text = strip_tags(data[start:end])
        self._page.errors.append((error, offset))
        return element, start, end


class WaiverProcessor(InlineProcessor):
    """Turn `<!-- waive CODE: reason -->` into an element for the tree processor."""

    PATTERN = (
        rf"<!--({TAG.pattern})\s*+waive\s++(?P<code>[\w-]++)\s*+:"
        r"(?P<reason>(?:(?!-->|<!--).)*+)-->"
    )

    def __init__(self, md: Markdown, page: PageState, ledger: Ledger) -> None:
        super().__init__(self.PATTERN, md)
        self._page, self._ledger = page, ledger

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: Any,
        data: str,  # noqa: ARG002 - the interface of Python-Markdown
    ) -> tuple[Element, int, int]:
        """Return the element with its span in `data`."""
        info, index = self._ledger.page, len(self._page.waivers)
        text = PageText(info.path, self._page.source, info.line_origins)
        place = text.place(read_tag(m[1]) - len("<!--"))
        reason = " ".join(strip_tags(m["reason"]).split())
        self._page.waivers.append(Waiver(m["code"], reason, place))
        return Element(WAIVER_TAG, index=str(index)), m.start(0), m.end(0)


class ReferencesWithoutCitations(ReferenceProcessor):
    """Link definitions, except `[@key]: url`, which is a citation to Pandoc."""

    RE = expression(
        ReferenceProcessor.RE.pattern.replace(r"\[", r"\[(?![^\[\]]*\ue00a)", 1),
        re.MULTILINE,
    )
