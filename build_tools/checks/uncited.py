"""Check: text that states something has a citation, and a citation has text."""

import re
from collections.abc import Iterator
from textwrap import shorten

from build_tools.checks.check import page_check
from build_tools.pages.statements import PageEvidence
from build_tools.problems import Finding
from build_tools.sources.library import Library

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
    for statement in page.statements:
        if not statement.says_something:
            message = "a citation must follow what it bears out: here there is nothing before it"
            yield Finding(statement.place, message, "write the statement before it")
    for text in page.uncited:
        if not text.exempt:
            start = shorten(text.text, _SHOWN, placeholder="...")
            message = f"text must be followed by a citation: “{start}”"
            yield Finding(text.place, message, _hint(text.text, library))


def _hint(text: str, library: Library) -> str:
    ids = "|".join(map(re.escape, library.sources))
    if ids and (meant := re.search(rf"\[(?!@\S)[@^\s]*(?P<id>{ids})\b(?P<rest>[^\]]*)\]", text)):
        return f"did you mean [@{meant['id']}{meant['rest']}]?"
    if text.startswith("{:"):
        return "put it on the line right below its block, or on the heading's own line"
    return "cite its paragraph, or mark the block with {: .no-claim } if it states nothing"
