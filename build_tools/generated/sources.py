"""The generated page of each source, and the list of them: what it is, and what rests on it."""

from dataclasses import dataclass
from functools import partial

from build_tools.kept import Kept
from build_tools.ledger import Entry, Ledger
from build_tools.sources.articles import Article
from build_tools.sources.library import Passage, Source
from build_tools.sources.references import make_reference
from build_tools.syntax.ranges import find_ranges, format_ranges
from build_tools.templating import render, texts_behind
from build_tools.text.dates import format_edtf, format_time
from build_tools.text.quotations import text_fragment
from build_tools.text.words import split_words

SOURCES_FOLDER = "sources"
_TEMPLATE = "source.md.j2"
# In a preview most are what they were: an edit of a page changes those of what it cites.
_PAGES: Kept[str] = Kept()


@dataclass(frozen=True)
class LineSummary:
    """One class of lines of an original: which lines, and how much text."""

    kind: str
    lines: str
    count: int
    words: int


def summarise_lines(article: Article) -> list[LineSummary]:
    """Summarise the lines of an original by class, in the order of first appearance."""
    kinds = dict.fromkeys(line.kind for line in article.lines)
    summaries = []
    for kind in kinds:
        lines = [line for line in article.lines if line.kind == kind]
        words = sum(len(split_words(line.text)) for line in lines)
        ranges = format_ranges(find_ranges(line.number for line in lines))
        summaries.append(LineSummary(kind, ranges, len(lines), words))
    return summaries


def render_source(source: Source, ledger: Ledger) -> str:
    """Return the Markdown of the page of one source."""
    runs, resting = ledger.extracts.runs_of(source), ledger.resting_on(source.id)
    inputs = texts_behind([_TEMPLATE], ledger.templates), ledger.library, runs, resting
    return _PAGES.get_or_make(source.id, inputs, partial(_render, source, ledger))


def _render(source: Source, ledger: Ledger) -> str:
    record, resting, extracts = source.record, ledger.resting_on(source.id), ledger.extracts
    sources, parent = ledger.library.sources, record.derived_from
    paragraphs = [
        {
            "number": paragraph.number,
            "original": record.url
            and f"{record.url}#{text_fragment(paragraph.text, page=source.article.text)}",
            "statements": [_link(entry) for entry in resting[paragraph.number]],
            "extracts": extracts.of(
                Passage(source, paragraph),
                [entry.statement for entry in resting[paragraph.number]],
            ),
        }
        for paragraph in source.article.paragraphs
    ]
    values = {
        "source": source,
        "record": record,
        "reference": make_reference(record),
        "origin": ledger.library.origin_name(record.origin.id),
        "follows": sources[parent.id].record.outlet if parent and parent.id in sources else "",
        "published": format_edtf(record.issued, one_of_two=True),
        "published_time": format_time(record.issued),
        "updated": format_edtf(record.updated, one_of_two=True) if record.updated else "",
        "updated_time": format_time(record.updated or ""),
        "event_date": format_edtf(record.event.date, one_of_two=True),
        "lines": summarise_lines(source.article),
        "paragraphs": paragraphs,
        "unused": [p["number"] for p in paragraphs if not p["statements"]],
        "same_origin": [
            other.record
            for other in sources.values()
            if other.id != source.id and other.record.origin.id == record.origin.id
        ],
    }
    return render(_TEMPLATE, **values)


def _link(entry: Entry) -> dict[str, str]:
    href = f"../{entry.page.uri}#{entry.statement.id}"
    return {"text": entry.statement.text, "page": entry.page.title or entry.page.uri, "href": href}


def render_sources(ledger: Ledger) -> str:
    """Return the Markdown of the list of sources."""
    rows = []
    for source in sorted(ledger.library.sources.values(), key=lambda source: source.record.issued):
        resting = ledger.resting_on(source.id)
        rows.append(
            {
                "id": source.id,
                "record": source.record,
                "outlet": source.record.outlet,
                "origin": ledger.library.origin_name(source.record.origin.id),
                "reference": make_reference(source.record),
                "paragraphs": len(source.article.paragraphs),
                "used": sum(bool(resting[p.number]) for p in source.article.paragraphs),
                "statements": len(
                    {entry.statement.id for entries in resting.values() for entry in entries}
                ),
            }
        )
    origins = {source.record.origin.id for source in ledger.library.sources.values()}
    return render("sources.md.j2", rows=rows, origins=len(origins))
