"""Check: a statement on one origin, or on state media alone, says whose account it is."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from build_tools.checks.check import statement_check
from build_tools.lexicon.names import COUNTRIES
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library, Source

_ACCOUNT = re.compile(
    r"\b(?:account of (?:the )?(?P<of>\w+) side|(?P<whose>\w+) side's account)\b", re.IGNORECASE
)

# From this likeness on, in per cent, words are meant to be the label of ownership.
_ALMOST = 70


@statement_check(
    code="attribution",
    mend="Name the outlet ('Osten reported'), or cite a second, independent origin.",
    fails="The call lasted 35 minutes [@osten-2019, para. 2].",
    passes="The call lasted 35 minutes, Osten reported [@osten-2019, para. 2].",
    waivable=True,
)
def check_attribution(statement: Statement, library: Library) -> Iterator[Finding]:
    """A statement on one origin, or on state media alone, must name an outlet that it cites."""
    sources = library.cited_sources(statement.citations)
    yield from _altered_labels(statement, sources)
    origins = library.origins(statement.citations)
    if not sources or any(citation.key not in library.sources for citation in statement.citations):
        return
    state_media = all(source.record.ownership.state for source in sources)
    if len(origins) > 1 and not state_media:
        return
    if _gives_account(statement, library) or any(_named(s, statement.text) for s in sources):
        return
    names = " or ".join(f"“{source.record.outlet}”" for source in sources)
    why = f"one origin ({origins[0]})" if len(origins) == 1 else "state media alone"
    message = f"a statement that rests on {why} must say whose account it is"
    yield Finding(statement.place, message, f"name {names} in the sentence")


def _gives_account(statement: Statement, library: Library) -> bool:
    """Tell whether the statement says which country's side the account is from."""
    match = _ACCOUNT.search(statement.text)
    side = (match["of"] or match["whose"]) if match else ""
    return any(mention.kind == COUNTRIES for mention in library.names.mentions(side))


def _altered_labels(statement: Statement, sources: tuple[Source, ...]) -> Iterator[Finding]:
    """Find a label of ownership that is almost, but not quite, the record's."""
    for source in sources:
        label = source.record.ownership.label
        # A shorter text would be found within the label.
        if len(statement.text) < len(label):
            continue
        found = fuzz.partial_ratio_alignment(label, statement.text, score_cutoff=_ALMOST)
        if found and label not in statement.text:
            start = statement.text.rfind(" ", 0, found.dest_start + 1) + 1
            end = statement.text.find(" ", max(found.dest_end - 1, 0))
            words = statement.text[start : end if end >= 0 else None].strip(" ,.")
            message = f"the label of {source.id} must be as its record has it, not “{words}”"
            yield Finding(statement.place_of(words), message, f"it is “{label}”")


def _named(source: Source, text: str) -> bool:
    record = source.record
    names = [record.outlet, record.container_title, record.container_title_short or ""]
    names += [author.literal for author in record.author if author.literal]
    return any(name and name in text for name in names)
