"""Check: a page gives both names of the islands where it first speaks of them."""

import re
from collections.abc import Iterator

from build_tools.checks.check import page_check
from build_tools.expressions import expression
from build_tools.pages.statements import PageEvidence
from build_tools.problems import Finding
from build_tools.sources.library import Library

_ISLANDS = expression(
    r"\b(?:the|four|disputed) islands\b|Kuril|Northern Territories", re.IGNORECASE
)


@page_check(
    code="both-names",
    fix="Write 'known in Japan as the Northern Territories and in Russia as the Southern Kurils'.",
    fails="The islands are off Hokkaido [@kyodo-2021, para. 4; @nikkei-2020, para. 2].",
    passes="The islands, known in Japan as the Northern Territories and in Russia as the Southern "
    "Kurils, are disputed [@xinhua-2020, para. 5; @kyodo-2021, para. 5].",
)
def check_both_names(page: PageEvidence, library: Library) -> Iterator[Finding]:
    """The first statement of a page that speaks of the islands must give both their names."""
    names = library.names.file.both_names
    for statement in page.statements:
        if _ISLANDS.search(statement.plain):
            missing = [name for name in names if name not in statement.text]
            if missing:
                message = f"the first mention of the islands must give “{'” and “'.join(missing)}”"
                hint = f"both names: {' and '.join(names)}"
                yield Finding(statement.place, message, hint)
            return
