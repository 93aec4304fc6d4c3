"""Check: numbers, dates and durations are in the cited paragraphs or in the record."""

import re
from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library, Passage, Source
from build_tools.text.dates import parse_edtf
from build_tools.text.number_facts import (
    NumberFact,
    day_facts,
    evidence_facts,
    find_numbers,
    unread_numbers,
)

# What may stand around a word.
_AROUND = ".,;:!?\"'“”‘’()[]"
_PUBLISHED = re.compile(r"\b(?:publish\w*|publication|dated|updated)\b", re.IGNORECASE)


@statement_check(
    code="number",
    mend="Give the number, date or duration as a cited paragraph has it, or cite the one that has.",
    fails="The call lasted about 25 minutes, Xinhua reported [@xinhua-2020, para. 2].",
    passes="The call on 29 September 2020 lasted some twenty minutes, by Xinhua's account "
    "[@xinhua-2020, paras. 1-2].",
    waivable=True,
)
def check_number(statement: Statement, library: Library) -> Iterator[Finding]:
    """Every number, date and duration must occur in a cited paragraph or in the record."""
    required = find_numbers(statement.text)
    sources = library.cited_sources(statement.citations)
    passages = library.passages(statement.citations)
    if not (passages or statement.absent_terms):
        return
    yield from _unread(statement, passages)
    borne_out = set(evidence_facts(" ; ".join(statement.absent_terms)))
    for passage in passages:
        borne_out |= passage.source.facts(passage.paragraph)
    for source in sources:
        borne_out |= source.context_facts | _publication_facts(statement, source, required)
    for found in required:
        if found.fact not in borne_out:
            message = f"“{found.text}” must be in a cited paragraph or in the record"
            yield Finding(statement.place_of(found.text), message, _hint(found, borne_out))


def _unread(statement: Statement, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """Find signs for numbers in no form that can be compared, unless a paragraph has them so."""
    words = [w for p in passages for w in p.paragraph.folded.text.split()] + [
        word for term in statement.absent_terms for word in term.split()
    ]
    known = {word.strip(_AROUND) for word in words}
    for word in unread_numbers(statement.text):
        if word.strip(_AROUND) not in known:
            message = f"“{word}” must be a number in a form that can be compared"
            hint = "write 20 minutes, 19-20 November 2016, the 1970s, third"
            yield Finding(statement.place_of(word), message, hint)


def _publication_facts(
    statement: Statement, source: Source, required: tuple[NumberFact, ...]
) -> frozenset[str]:
    """Return what the day of publication bears out.

    Its month and year serve any statement, the day itself only one that speaks of publication;
    of two possible days, both must be named.
    """
    days = parse_edtf(source.record.issued)
    facts = {f"year:{day.year}" for day in days} | {f"month:{day:%Y-%m}" for day in days}
    wanted = {fact.fact for fact in required}
    exact = {f"date:{day.isoformat()}" for day in days}
    if _PUBLISHED.search(statement.text) and exact <= wanted:
        facts = facts.union(*(day_facts(day) for day in days))
        if source.record.updated:
            facts |= day_facts(parse_edtf(source.record.updated)[0])
    return frozenset(facts)


def _hint(found: NumberFact, borne_out: set[str]) -> str:
    kind = found.fact.split(":")[0]
    same_kind = sorted(fact.split(":", 1)[1] for fact in borne_out if fact.split(":")[0] == kind)
    return f"there: {', '.join(same_kind[:8]).replace(':', ' ')}" if same_kind else ""
