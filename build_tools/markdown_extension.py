"""The Python-Markdown extension: citations become markers and notes, statements are gathered.

Listed by this module's name in `markdown_extensions`. A build hands it a `Ledger` through the
option `ledger`; without one it reads the sources in `seeds` and keeps its findings to itself.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from build_tools.citations import EXAMPLE, CitationError, CitationGroup, parse_citation_at
from build_tools.ledger import Ledger
from build_tools.library import load_library
from build_tools.notes import Notes
from build_tools.positions import TaggedText, TagPositions, read_tags, strip_tags, strip_tags_below
from build_tools.problems import Place, Problem
from build_tools.statement_reader import (
    CITATION_TAG,
    ERROR_TAG,
    WAIVER_TAG,
    BlockReader,
    FoundGroup,
    StatementReader,
)
from build_tools.statements import PageEvidence, PageText, Waiver
from build_tools.table_headers import mark_table_headers
from build_tools.templating import render


class _Page:
    """What the processors of one page share; made anew by each `reset`."""

    def __init__(self) -> None:
        self.tags: TagPositions | None = None
        self.groups: list[FoundGroup] = []
        self.errors: list[tuple[CitationError, int]] = []
        self.waivers: list[Waiver] = []

    @property
    def source(self) -> str:
        return self.tags.source if self.tags else ""


class CitationProcessor(InlineProcessor):
    """Turn the citation at a `[`, `@` or `-@` into an element for the tree processor."""

    def __init__(self, pattern: str, md: Markdown, page: _Page, ledger: Ledger) -> None:
        super().__init__(pattern, md)
        self._page, self._ledger = page, ledger

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Any, data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the element with its span in `data`, or Nones where no citation starts."""
        tagged = read_tags(data)
        # The match may start at a tag; the character behind it has the same index.
        start = next(i for i, at in enumerate(tagged.starts) if at >= m.start())
        try:
            group = parse_citation_at(tagged.text, start)
        except CitationError as error:
            return self._error(error, tagged, data, m.start())
        if group is None:
            return None, None, None
        element = Element(CITATION_TAG, index=str(len(self._page.groups)))
        self._page.groups.append(self._found(group, tagged))
        return element, m.start(), tagged.starts[group.end]

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
        ats = [at for at in tagged.page_offsets if error.start <= at < error.end]
        at = min(ats, key=lambda at: abs(at - error.offset), default=None)
        offset = 0 if at is None else tagged.page_offsets[at] + error.offset - at
        end = tagged.starts[error.end]
        element = Element(ERROR_TAG, index=str(len(self._page.errors)))
        element.text = strip_tags(data[start:end])
        self._page.errors.append((error, offset))
        return element, start, end


class WaiverProcessor(InlineProcessor):
    """Turn `<!-- waive CODE: reason -->` into an element for the tree processor."""

    PATTERN = r"<!--\s*waive\s+([\w-]+)\s*:\s*(.*?)\s*-->"

    def __init__(self, md: Markdown, page: _Page, ledger: Ledger) -> None:
        super().__init__(self.PATTERN, md)
        self._page, self._ledger = page, ledger

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: Any,
        data: str,  # noqa: ARG002 - the interface of Python-Markdown
    ) -> tuple[Element, int, int]:
        """Return the element with its span in `data`."""
        info, index = self._ledger.page, len(self._page.waivers)
        text = PageText(info.path, self._page.source, info.origins)
        # The n-th waiver of the page is the n-th in its text: comments are read in order here.
        found = re.finditer(self.PATTERN, text.text, re.DOTALL)
        start = next((match.start() for i, match in enumerate(found) if i == index), 0)
        self._page.waivers.append(Waiver(m[1], " ".join(m[2].split()), text.place(start)))
        return Element(WAIVER_TAG, index=str(index)), m.start(0), m.end(0)


class ReferencesWithoutCitations(ReferenceProcessor):
    """Link definitions, except `[@key]: url`, which is a citation to Pandoc."""

    RE = re.compile(
        ReferenceProcessor.RE.pattern.replace(r"\[", r"\[(?![^\[\]]*\ue00a)", 1),
        re.MULTILINE,
    )


class CitationTreeprocessor(Treeprocessor):
    """Gather the page's statements, number its notes, and put markers and notes in the tree."""

    def __init__(self, md: Markdown, page: _Page, ledger: Ledger, sources_folder: str) -> None:
        super().__init__(md)
        self._page, self._ledger, self._sources_folder = page, ledger, sources_folder

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        strip_tags_below(root)
        info = self._ledger.page
        if not info.written:
            return  # A generated page is made from evidence and is none itself.
        mark_table_headers(root, CITATION_TAG)
        text = PageText(info.path, self._page.source, info.origins)
        exempt = info.meta.claims == "none"
        reader = StatementReader(text, info.uri, self._page.groups, exempt=exempt)
        assert self.md is not None
        for block in BlockReader(self.md, self._page.waivers).read(root):
            reader.read(block)
        malformed = tuple(
            Problem(text.place(offset), "citation", str(error), f"a correct one: {EXAMPLE}")
            for error, offset in self._page.errors
        )
        stray = tuple(self._stray_waivers(text, reader.used_waivers))
        unread = tuple(self._raw_text(text)) if not exempt else ()
        evidence = PageEvidence(
            text, info.uri, info.meta.title, tuple(reader.statements), tuple(reader.uncited),
            (*malformed, *stray, *unread),
        )  # fmt: skip
        found = self._ledger.enter(evidence)
        if not self._ledger.publishes:
            root.clear()
            return
        shown_in_place = {*malformed}
        others = [problem for problem in found[""] if problem not in shown_in_place]
        notes = Notes(self._ledger.library)
        self._mark_up(root, notes, reader.statement_of_group, found, malformed)
        self._append_notes(root, notes)
        if others:
            root.insert(0, fromstring(render("page_problems.html.j2", problems=others)))

    def _stray_waivers(self, text: PageText, used: set[Place]) -> Iterator[Problem]:
        """Find waivers that no statement got: Markdown takes a comment at a line's start away."""
        for match in re.finditer(r"<!--\s*waive\b", text.text):
            place = text.place(match.start())
            if place not in used:
                message = (
                    "a waiver must stand on the line of the citation whose statement it is for"
                )
                hint = "[@nikkei-2020, para. 6]. <!-- waive name: the reason -->"
                yield Problem(place, "waiver", message, hint)

    def _raw_text(self, text: PageText) -> Iterator[Problem]:
        """Find words in blocks of raw HTML, which Markdown does not read and no check sees."""
        assert self.md is not None
        for block in self.md.htmlStash.rawHtmlBlocks:
            # Code that the page shows is stashed like HTML.
            if not isinstance(block, str) or block.startswith(('<div class="highlight', "<pre")):
                continue
            words = re.sub(
                r"<!--.*?-->|<[^>]*>|&\w+;", " ", strip_tags(block), flags=re.DOTALL
            ).split()
            if any(word.isalpha() for word in words):
                offset = text.find(" ".join(words[:3]), 0, len(text.text), first=True)
                message = "text must not stand in raw HTML, where no check can read it"
                hint = "write it in Markdown, and cite it there"
                yield Problem(text.place(offset or 0), "uncited", message, hint)

    def _mark_up(
        self,
        root: Element,
        notes: Notes,
        statement_of_group: dict[int, str],
        found: dict[str, tuple[Problem, ...]],
        malformed: tuple[Problem, ...],
    ) -> None:
        shown: set[str] = set()
        places = [(parent, child) for parent in root.iter() for child in parent]
        for parent, child in places:
            if child.tag == CITATION_TAG:
                index = int(child.get("index", ""))
                id_ = statement_of_group.get(index, "")
                problems = found.get(id_, ()) if id_ not in shown else ()
                element = self._marker(index, "" if id_ in shown else id_, notes, problems)
                shown.add(id_)
                _replace(parent, child, element)
            elif child.tag == WAIVER_TAG:
                _remove(parent, child)
            elif child.tag == ERROR_TAG:
                wrong = [malformed[int(child.get("index", ""))]]
                _replace(parent, child, fromstring(_problem_html(wrong, child.text or "")))

    def _marker(
        self, index: int, statement_id: str, notes: Notes, problems: Sequence[Problem]
    ) -> Element:
        found = self._page.groups[index]
        marks = [(notes.mark(citation), citation) for citation in found.citations]
        html = render(
            "marker.html.j2",
            statement_id=statement_id,
            outlet=found.outlet if found.group.narrative else "",
            marks=[mark for mark, _ in marks if mark],
            missing=[citation.key for mark, citation in marks if not mark],
        )
        element = fromstring(html)
        if problems:
            element.append(fromstring(_problem_html(problems)))
        return element

    def _append_notes(self, root: Element, notes: Notes) -> None:
        if entries := notes.all():
            here = dirname(self._ledger.page.uri)
            html = render(
                "notes.html.j2",
                notes=entries,
                sources=relpath(self._sources_folder, here or "."),
            )
            root.append(fromstring(html))


def _problem_html(problems: Sequence[Problem], text: str = "") -> str:
    return render("problems.html.j2", problems=problems, text=text)


def _replace(parent: Element, old: Element, new: Element) -> None:
    """Put `new` where `old` stands, behind the punctuation that follows, without a space before.

    So do citation processors for styles with notes, and readers expect it: "islands.¹".
    """
    position = list(parent).index(old)
    tail = old.tail or ""
    # A narrative citation is a word of its sentence: it stays where it is.
    closing = new.get("class") == "citation" and new.find("span[@class='citation__outlet']") is None
    rest = tail.lstrip(".,;:!?") if closing else tail
    punctuation = tail[: len(tail) - len(rest)]
    previous = parent[position - 1] if position else None
    before = (previous.tail if previous is not None else parent.text) or ""
    if closing:
        before = before.rstrip() + punctuation
    if previous is not None:
        previous.tail = before
    else:
        parent.text = before
    new.tail = rest
    parent[position] = new


def _remove(parent: Element, child: Element) -> None:
    """Take a child out and keep the text behind it."""
    position = list(parent).index(child)
    if position:
        before = parent[position - 1]
        before.tail = (before.tail or "").rstrip() + (child.tail or "")
    else:
        parent.text = (parent.text or "").rstrip() + (child.tail or "")
    parent.remove(child)


class StripTags(Postprocessor):
    """Take out the tags that are left in code, comments and raw HTML."""

    def run(self, text: str) -> str:
        """Return the page's HTML without tags."""
        return strip_tags(text)


class CitationExtension(Extension):
    """Pandoc's citations with notes; options `ledger`, `seeds` and `sources_folder`."""

    def __init__(self, **kwargs: Any) -> None:
        # A default of None or a bool would make Python-Markdown turn values into bools.
        self.config = {
            "ledger": ["", "The Ledger of the build; made from `seeds` where there is none"],
            "seeds": ["seeds", "The folder of the sources"],
            "sources_folder": ["sources", "The folder of the sources' pages below docs"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors; each priority says what it must come before or after."""
        page = _Page()
        ledger = self.getConfig("ledger") or Ledger(load_library(Path(self.getConfig("seeds"))))
        page.tags = TagPositions(md)
        md.ESCAPED_CHARS.append("@")
        # Before all others (the first of Python-Markdown has 30), which would move the lines.
        md.preprocessors.register(page.tags, "citation-positions", 1000)
        # After links (160 to 120) and raw HTML (90), whose `@` are theirs; before emphasis (60),
        # whose `_` may be in a key.
        # One pattern for all forms: the leftmost wins, and `@a [para. 1; @b]` is read whole.
        processor = CitationProcessor(r"\[|(?<![\w-])-\ue00a|\ue00a", md, page, ledger)
        md.inlinePatterns.register(processor, "citation", 85)
        # In place of Python-Markdown's own.
        references = ReferencesWithoutCitations(md.parser)
        md.parser.blockprocessors.register(references, "reference", 15)
        # Before raw HTML (90), which would take the comment.
        md.inlinePatterns.register(WaiverProcessor(md, page, ledger), "citation-waiver", 95)
        # After attribute lists (8), which say what makes no claim; before contents and the
        # collection of anchors by MkDocs (5), which must see the notes.
        tree = CitationTreeprocessor(md, page, ledger, self.getConfig("sources_folder"))
        md.treeprocessors.register(tree, "citations", 7.5)
        # After raw HTML has come back (30).
        md.postprocessors.register(StripTags(md), "citation-positions", -1000)
        self._page = page
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the page before."""
        self._page.groups.clear()
        self._page.errors.clear()
        self._page.waivers.clear()


def makeExtension(**kwargs: Any) -> CitationExtension:  # noqa: N802
    """Make the extension, for Python-Markdown."""
    return CitationExtension(**kwargs)
