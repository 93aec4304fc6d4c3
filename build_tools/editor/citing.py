"""Citations where an editor's cursor is: how one goes on, and the passage that one means."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from build_tools.expressions import expression
from build_tools.sources.library import Library, Source
from build_tools.sources.references import make_reference
from build_tools.syntax.citations import (
    Citation,
    CitationError,
    CitationGroup,
    parse_citation_at,
)
from build_tools.templating import render

_KEY_BEGUN = expression(r"(?<!\w)@(?P<key>[\w-]*)$")
_NUMBER_BEGUN = expression(
    r"@(?P<key>[\w-]+)(?:,\s*|\s+\[)(?:(?P<said>paras?\.\s*)(?:\d+\s*[-–,]\s*)*)?(?P<number>\d*)$"
)
_START = expression(r"\[|@")
_BLANK = expression(r"\n[ \t]*\n")
# How much of a paragraph stands beside its number, in characters.
_SHOWN = 80


@dataclass(frozen=True)
class Completion:
    """What may stand from `start` to the cursor, with what is shown beside it."""

    text: str
    start: int
    beside: str
    explained: str


@dataclass(frozen=True)
class Explanation:
    """What is said of `text[start:end]`, as Markdown."""

    start: int
    end: int
    markdown: str


def complete(before: str, library: Library) -> list[Completion]:
    """Return how the citation goes on that ends a text; none where there is no citation.

    After `@` these are the sources, after a source and a comma its paragraphs.
    """
    if begun := _KEY_BEGUN.search(before):
        return [
            Completion(id_, begun.start("key"), _reference(source), source.opening)
            for id_, source in library.sources.items()
        ]
    begun = _NUMBER_BEGUN.search(before)
    if not begun or begun["key"] not in library.sources:
        return []
    said = "" if begun["said"] else "para. "
    return [
        Completion(f"{said}{it.number}", begun.start("number"), shorten(it.text, _SHOWN), it.text)
        for it in library.sources[begun["key"]].article.paragraphs
    ]


def explain(text: str, offset: int, library: Library) -> Explanation | None:
    """Return the passage that the citation at an offset means; None where there is none."""
    for group in _groups_around(text, offset):
        starts = [item.offset for item in group.items]
        ends = [*starts[1:], group.end]
        # What is before the first key, as the bracket, belongs to the first citation.
        starts[0] = group.start
        for item, start, end in zip(group.items, starts, ends, strict=True):
            source = library.sources.get(item.key)
            if source and start <= offset < end:
                return Explanation(start, end, _describe(item, source, library))
    return None


def groups_in(text: str, start: int, end: int) -> Iterator[CitationGroup]:
    """Yield the well-formed citations that begin between two offsets of a page's text."""
    position = start
    while match := _START.search(text, position, end):
        position = match.end()
        try:
            group = parse_citation_at(text, match.start())
        except CitationError:
            continue
        if group:
            yield group
            position = group.end


def _groups_around(text: str, offset: int) -> Iterator[CitationGroup]:
    """Yield the citations of the block of text around an offset."""
    blanks = [match.end() for match in _BLANK.finditer(text)]
    start = max((at for at in blanks if at <= offset), default=0)
    end = min((at for at in blanks if at > offset), default=len(text))
    yield from groups_in(text, start, end)


def _reference(source: Source) -> str:
    reference = make_reference(source.record)
    return f"{reference.outlet}, {reference.title}, {reference.date}"


def _describe(citation: Citation, source: Source, library: Library) -> str:
    return render(
        "hover.md.j2",
        source=source,
        reference=_reference(source),
        paragraphs=library.paragraphs(citation),
        absent=citation.absent_terms,
    )
