"""Check: text that states something has a citation, and a citation has text."""

import re
from collections.abc import Iterator
from textwrap import shorten

from build_tools.checks.check import page_check
from build_tools.pages.refused_markup import NO_CLAIM_MEANT
from build_tools.pages.statements import PageEvidence, Statement, UncitedText
from build_tools.problems import Finding
from build_tools.sources.library import Library
from build_tools.text.folding import straighten

# How much of the text a message shows, in characters.
_SHOWN = 60


@page_check(
    code="uncited",
    fix="Cite the paragraph, or mark text that makes no claim with `{: .no-claim }` below it.",
    fails="The call lasted 35 minutes, Osten reported.",
    passes="Follow a citation to see where it leads.\n{: .no-claim }",
)
def check_uncited(page: PageEvidence, library: Library) -> Iterator[Finding]:
    """Text must end in a citation, or say that it makes no claim; a citation must end a text."""
    alone = [it for it in page.statements if not it.says_something]
    for statement in alone:
        if not page.is_misread(statement.start, statement.end):
            message = "a citation must follow what it bears out: here there is nothing before it"
            hint = "put it at the end of what it bears out, in the same paragraph"
            yield Finding(statement.place, message, hint)
    for text in _worth_telling(page):
        start = shorten(text.text, _SHOWN, placeholder="...")
        message = f"text must be followed by a citation: “{start}”"
        if not any(_adjoins(text, statement, page.page.text) for statement in alone):
            yield Finding(text.place, message, _hint(text.text, library))


def _worth_telling(page: PageEvidence) -> Iterator[UncitedText]:
    """Yield the uncited texts of which no other problem tells, one of each row of a table."""
    # Marked as without a claim, but for a slip of the pen, which is told of.
    marked = {problem.place for problem in page.problems if problem.hint == NO_CLAIM_MEANT}
    open_ends = [it.end for it in page.statements if _is_open(it.text)]
    rows: dict[int, UncitedText] = {}
    for text in page.uncited:
        if text.exempt or text.place in marked or page.is_misread(text.start, text.end):
            continue
        if _is_open(text.text) and any(
            page.page.text[end : text.start].isspace() for end in open_ends
        ):
            continue  # A citation stands between the words of a quotation.
        if text.prose:
            yield text
        elif len(text.text) > len(rows[text.place.line].text if text.place.line in rows else ""):
            rows[text.place.line] = text
    yield from rows.values()


def _is_open(text: str) -> bool:
    """Tell whether a text has a quotation mark that does not close, or does not open."""
    return straighten(text).count('"') % 2 == 1


def _adjoins(text: UncitedText, citation: Statement, page: str) -> bool:
    """Tell whether a citation that follows nothing is meant for a text right before or after it."""
    between = (
        page[text.end : citation.start]
        if text.start < citation.start
        else page[citation.end : text.start]
    )
    return not between.strip(" \n[]-@")


def _hint(text: str, library: Library) -> str:
    ids = "|".join(map(re.escape, library.sources))
    if ids and (meant := re.search(rf"\[(?!@\S)[@^\s]*(?P<id>{ids})\b(?P<rest>[^\]]*)\]", text)):
        return f"did you mean [@{meant['id']}{meant['rest']}]?"
    if text.startswith("{:"):
        return "put it on the line right below its block, or on the heading's own line"
    return "cite its paragraph, or mark the block with {: .no-claim } if it states nothing"
