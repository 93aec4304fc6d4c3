"""The tree processor of Python-Markdown: statements are gathered, markers and notes put in."""

import re
from collections.abc import Iterator, Sequence
from posixpath import dirname, relpath
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from build_tools.ledger import Ledger
from build_tools.lexicon.glossary import GLOSSARY
from build_tools.markdown_extension.inline import PageState
from build_tools.markdown_extension.link_targets import keep_targets
from build_tools.markdown_extension.notes import Notes, NoteTargets, render_notes
from build_tools.markdown_extension.table_captions import move_captions
from build_tools.markdown_extension.table_headers import mark_table_headers
from build_tools.markdown_extension.term_links import TermLinks
from build_tools.pages.block_reader import (
    CITATION_TAG,
    ERROR_TAG,
    WAIVER_TAG,
    BlockReader,
    Made,
)
from build_tools.pages.citation_places import check_places
from build_tools.pages.markdown_traps import find_traps
from build_tools.pages.page_links import find_links
from build_tools.pages.refused_links import check_links
from build_tools.pages.refused_markup import (
    ENTITY,
    check_blocks,
    check_elements,
    check_raw_html,
    check_signs,
)
from build_tools.pages.statement_reader import StatementReader
from build_tools.pages.statements import PageEvidence, PageText, interned
from build_tools.problems import Place, Problem
from build_tools.syntax.position_tags import strip_tags, strip_tags_below
from build_tools.templating import render

# The page with the block `glossary`, below docs.
GLOSSARY_PAGE = "glossary.md"


class CitationTreeprocessor(Treeprocessor):
    """Gather the page's statements, number its notes, and put markers and notes in the tree."""

    def __init__(self, md: Markdown, page: PageState, ledger: Ledger, targets: NoteTargets) -> None:
        super().__init__(md)
        self._page, self._ledger, self._targets = page, ledger, targets

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        strip_tags_below(root)
        info = self._ledger.page
        exempt = info.meta.claims == "none"
        move_captions(root)
        mark_table_headers(root, CITATION_TAG, claims=info.written and not exempt)
        if not info.written:
            return  # A generated page is made from evidence but is not evidence itself.
        text = interned(PageText(info.path, self._page.source, info.line_origins))
        reader = StatementReader(text, info.uri, self._page.groups, exempt=exempt)
        assert self.md is not None
        page = self._page
        misread = tuple(self._misread(root, text))
        markup = (*misread, *self._markup(root, text))
        made = Made(page.made, page.labels, page.contexts)
        blocks = BlockReader(self.md, page.waivers, made, page.is_code)
        for block in blocks.read(root):
            reader.read(block)
        malformed = tuple(
            Problem(text.place(offset), "citation", str(error), error.hint)
            for error, offset in self._page.errors
        )
        traps = tuple(find_traps(text))
        stray = tuple(self._stray_waivers(text, reader.used_waivers))
        evidence = PageEvidence(
            text,
            info.uri,
            info.meta.title,
            tuple(reader.statements),
            tuple(reader.uncited),
            (
                *malformed,
                *page.block_problems,
                *page.oversize,
                *stray,
                *markup,
                *(trap.problem for trap in traps if not trap.repeats),
            ),
            info.meta.themes,
            frozenset(self._ledger.kit.blocks),
            info.head,
            len(reader.in_prose - reader.repeated),
            (
                *(problem.place for problem in (*malformed, *misread)),
                *(trap.problem.place for trap in traps if trap.misread),
            ),
        )
        found = self._ledger.enter(evidence)
        if not self._ledger.publishes:
            keep_targets(root)
            return
        shown_in_place = {*malformed, *self._page.block_problems}
        others = [problem for problem in found[""] if problem not in shown_in_place]
        notes = Notes(self._ledger.library)
        self._mark_up(root, notes, reader, found, malformed)
        if entries := notes.all():
            title = info.meta.title or info.uri
            html = render_notes(entries, self._targets, info.uri, title)
            root.append(fromstring(html))
        self._link_terms(root)
        if others:
            root.insert(0, fromstring(render("page_problems.html.j2", problems=others, late=False)))

    def _stray_waivers(self, text: PageText, used: set[Place]) -> Iterator[Problem]:
        """Find waivers that no statement got: Markdown drops a comment at the start of a line."""
        for match in re.finditer(r"<!--\s*waiv\w*\b[^>]*", text.text, re.IGNORECASE):
            place = text.place(match.start())
            if not re.match(r"<!--\s*waive\s+[\w-]+\s*:\s*[^\s-]", match[0]):
                hint = "<!-- waive name: the reason -->"
                yield Problem(place, "waiver", "a waiver must give one code and a reason", hint)
            elif place not in used:
                message = (
                    "a waiver must stand on the line of the citation whose statement it is for"
                )
                hint = "[@osten-2019, para. 6]. <!-- waive name: the reason -->"
                yield Problem(place, "waiver", message, hint)

    def _markup(self, root: Element, text: PageText) -> Iterator[Problem]:
        """Find markup that would show text other than what the checks read."""
        yield from check_signs(text)
        self._page.links += find_links(root, self._page.made, text)
        yield from check_links(self._page.links)
        yield from check_elements(root, self._page.made, text)

    def _misread(self, root: Element, text: PageText) -> Iterator[Problem]:
        """Find markup by which the text around is read otherwise than it was meant."""
        assert self.md is not None
        yield from check_places(root, self._page.made, self._page.groups, text)
        yield from check_blocks(root, self._page.made, text)
        # What the build has made, and code that the page shows, are put aside like raw HTML.
        raw = (
            strip_tags(raw)
            for index, raw in enumerate(self.md.htmlStash.rawHtmlBlocks)
            if isinstance(raw, str)
            and raw not in self._page.finished
            and not self._page.is_code(index, raw)
            and not ENTITY.fullmatch(raw)
        )
        yield from check_raw_html(raw, text)

    def _mark_up(
        self,
        root: Element,
        notes: Notes,
        reader: StatementReader,
        found: dict[str, tuple[Problem, ...]],
        malformed: tuple[Problem, ...],
    ) -> None:
        shown: set[str] = set()
        parents = {child: parent for parent in root.iter() for child in parent}
        statements = {statement.id: statement for statement in reader.statements}
        # In document order, which is that of the notes' numbers.
        for child in list(root.iter())[1:]:
            parent = parents[child]
            if child.tag == CITATION_TAG:
                index = int(child.get("index", ""))
                id_ = reader.statement_of_group.get(index, "")
                problems = found.get(id_, ()) if id_ not in shown else ()
                if id_ in statements:
                    notes.rest(statements[id_], self._page.groups[index].citations)
                element = self._marker(index, id_, None if index in reader.repeated else notes)
                if problems:
                    element.append(fromstring(_problem_html(problems)))
                if id_ in shown:
                    element.attrib.pop("id", None)
                shown.add(id_)
                _replace(parent, child, element)
            elif child.tag == WAIVER_TAG:
                _remove(parent, child)
            elif child.tag == ERROR_TAG:
                wrong = [malformed[int(child.get("index", ""))]]
                _replace(parent, child, fromstring(_problem_html(wrong, child.text or "")))

    def _marker(self, index: int, statement_id: str, notes: Notes | None) -> Element:
        """Make the end of a statement: with its mark, or its place alone without `notes`."""
        found = self._page.groups[index]
        library = self._ledger.library
        html = render(
            "marker.html.j2",
            statement_id=statement_id,
            outlet=found.outlet if found.group.narrative else "",
            mark=notes and notes.mark(found.citations),
            missing=[c.key for c in found.citations if notes and c.key not in library.sources],
        )
        return fromstring(html)

    def _link_terms(self, root: Element) -> None:
        uri = self._ledger.page.uri
        if uri != GLOSSARY_PAGE:
            names = relpath(GLOSSARY_PAGE, dirname(uri) or ".")
            TermLinks(self._ledger.kit.data.of(GLOSSARY), names).put_in(root)


def _problem_html(problems: Sequence[Problem], text: str = "") -> str:
    return render("problems.html.j2", problems=problems, text=text)


def _replace(parent: Element, old: Element, new: Element) -> None:
    """Put `new` in place of `old`, after the punctuation that follows, without a space before it.

    Citation processors do so for styles with notes, and readers expect it: "the bell.¹".
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
    """Remove a child and keep the text after it."""
    position = list(parent).index(child)
    if position:
        before = parent[position - 1]
        before.tail = (before.tail or "").rstrip() + (child.tail or "")
    else:
        parent.text = (parent.text or "").rstrip() + (child.tail or "")
    parent.remove(child)
