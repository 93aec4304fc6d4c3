"""Checks: no citation of a page went unread, and there was something to check at all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from build_tools.checks.check import page_check, site_check
from build_tools.expressions import expression
from build_tools.pages.statements import PageEvidence
from build_tools.problems import Finding, Place
from build_tools.sources.library import Library

_MALFORMED = frozenset({"citation", "block", "event", "yaml"})
# The fences of our blocks, which hold prose; fenced code, code within a paragraph, comments. On
# purpose this shares nothing with the parser. No mark is longer than 20 signs: with as many lengths
# as there are lines, each that does not close would be looked for in all that follows.
_BLOCK = expression(
    r"^(?P<fence>`{3,20}+|~{3,20}+)[ \t]*(?P<word>[\w-]+)[ \t]*\n"
    r"(?P<yaml>.*?)^[ \t>]*(?P=fence)[`~]*[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_COMMENT = expression(r"^[ \t]*#.*$", re.MULTILINE)
_NOT_PROSE = expression(
    r"""^[ \t>]*+(?P<fence>`{3,20}+(?!`)|~{3,20}+(?!~)).*?^[ \t>]*+(?P=fence)[`~]*+[ \t]*+$
    |   (?<!`)(?P<ticks>`{1,20}+(?!`))(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)
    |   <!--.*?-->""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


@page_check(
    code="count",
    fix="Write the citation as plain text of a paragraph, list item or table cell: not in raw "
    "HTML, a link or the title of a picture. Put what is no citation in backticks.",
    fails='[The talks](talks/index.md "They lasted 35 minutes [@osten-2019, para. 2].") are told '
    "of elsewhere.\n{: .no-claim }",
    passes="The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].",
)
def check_count(page: PageEvidence, library: Library) -> Iterator[Finding]:
    """Every citation that the text of a page shows must have been read as one of a statement."""
    # What is malformed or misread is in no statement, and is a problem already.
    if page.misread or any(problem.code in _MALFORMED for problem in page.problems):
        return
    ids = frozenset([*library.sources, *library.broken])
    written = [match.start() for match in _citing(ids).finditer(_prose(page))]
    read = [
        citation.offset
        for statement in page.statements
        for citation in statement.citations
        if citation.key in ids
    ]
    if differing := (Counter(written) - Counter(read)) or (Counter(read) - Counter(written)):
        place = page.page.place(min(differing))
        message = (
            f"all citations of a page must be checked: its text has {len(written)}, "
            f"and its statements have {len(read)}"
        )
        hint = "a citation in raw HTML or in a link is not read; what is none goes in backticks"
        yield Finding(place, message, hint)


@lru_cache(maxsize=4)
def _citing(ids: frozenset[str]) -> re.Pattern[str]:
    """Return what finds a citation of one of some sources, without the parser."""
    either = "|".join(re.escape(id_) for id_ in ids)
    return re.compile(rf"(?<![\w\\/])@\{{?(?:{either})(?![\w-])")


def _prose(page: PageEvidence) -> str:
    """Return the text of a page with code, comments and fences blanked; offsets stay."""

    def without_fences(block: re.Match[str]) -> str:
        """Blank out the two fences of a block, and whole lines of comment; keep the length."""
        if block["word"] not in page.block_words:
            return block[0]
        before, after = block.start("yaml") - block.start(), block.end() - block.end("yaml")
        yaml = _COMMENT.sub(lambda comment: " " * len(comment[0]), block["yaml"])
        return " " * before + yaml + " " * after

    unfenced = _BLOCK.sub(without_fences, page.page.text)
    return _NOT_PROSE.sub(lambda match: " " * len(match[0]), unfenced)


@site_check(
    code="nothing",
    fix="Look whether the pages are in the folder that mkdocs.yml names, and cite their sources.",
    fails="A site of pages that cite no source.",
    passes="The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].",
)
def check_nothing(pages: Sequence[PageEvidence], library: Library) -> Iterator[Finding]:
    """There must be at least one citation of a source to check: nothing read is nothing passed."""
    citations = (c for page in pages for statement in page.statements for c in statement.citations)
    if not any(citation.key in library.sources for citation in citations):
        message = f"there must be citations to check; {len(pages)} pages have none of a source"
        yield Finding(Place("mkdocs.yml"), message, "see docs_dir, and the folder seeds")
