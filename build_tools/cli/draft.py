"""A draft of a page on one source: each paragraph's citation, below its words as a comment."""

import os
import textwrap
import unicodedata
from pathlib import Path

from build_tools.cli.admission import RefusedError
from build_tools.expressions import expression
from build_tools.files.page_files import written_pages
from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_text
from build_tools.pages.front_matter import parse_head
from build_tools.problems import InputProblems
from build_tools.sources.library import Source
from build_tools.templating import render
from build_tools.text.dates import format_edtf

# Below the folder of pages; what starts with `_` there is not published.
DRAFTS = "_drafts"
_WIDTH = 100
# What would end the comment, begin another, or be a fence.
_MARKS = expression(r"(?<=-)(?=!?>)|(?<=<)(?=!)|(?<=`)(?=`)|(?<=~)(?=~)")


def write_draft(config: SiteConfig, source: Source, *, event: bool) -> Path:
    """Write a draft on a source, with the keys of an event if it is to have one.

    Returns its file. Raises RefusedError where there is one already, or none can be written.
    """
    path = config.docs / DRAFTS / f"{source.id}.md"
    text = render_draft(source, points_of_events(config) if event else None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        if os.path.lexists(path):
            shown = path.relative_to(config.root).as_posix()
            message = f"'{shown}' is there already, and nothing is written over it"
            raise RefusedError(message) from None
        raise RefusedError(f"the draft must be one that can be written: {error.strerror}") from None
    return path


def render_draft(source: Source, points: tuple[str, ...] | None) -> str:
    """Return the text of a draft; with the labels of points, it has the keys of an event."""
    paragraphs = [(it.number, as_comment(it.text)) for it in source.article.paragraphs]
    return render("draft.md.j2", paragraphs=paragraphs, **event_values(source, points))


def event_values(source: Source, points: tuple[str, ...] | None) -> dict[str, object]:
    """Return what the keys of a new event are made of."""
    date = source.record.event.date
    return {"source": source, "day": format_edtf(date, one_of_two="/" in date), "points": points}


def as_comment(text: str) -> str:
    """Return a text that may stand within a comment of a page, in lines of readable length."""
    seen = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    return textwrap.fill(
        _MARKS.sub(" ", seen), _WIDTH, break_long_words=False, break_on_hyphens=False
    )


def points_of_events(config: SiteConfig) -> tuple[str, ...]:
    """Return the labels that the points of each event must have, as the others here have them."""
    for path in written_pages(config.docs):
        shown = path.relative_to(config.root).as_posix()
        try:
            head = parse_head(read_text(path, shown, "front-matter"), shown)
        except InputProblems:
            continue  # A finding of `check`.
        if head.meta.event:
            return tuple(head.meta.event.points)
    return ()
