"""Check: names and titles are in the cited paragraphs, the lead, the headline or the record."""

import re
from collections.abc import Iterator

from rapidfuzz import process

from build_tools.checks.check import statement_check
from build_tools.glossary import Glossary, Mention
from build_tools.library import Library
from build_tools.problems import Problem
from build_tools.statements import Statement
from build_tools.typography import fold

# Words by which a paragraph speaks of whom the lead or the headline has named.
_POINTS_BACK = re.compile(
    r"\b(?:he|his|him|she|her|they|their|the two|both|the leaders?|the (?:Russian|Japanese) \w+"
    r"|the (?:press secretary|prime minister|president|ministry|official|head of government))\b",
    re.IGNORECASE,
)


@statement_check(
    code="name",
    mend="Use a name that the cited paragraph has, or add its form to docs/_data/glossary.yml.",
    fails="Motegi said he spoke with Putin, by Kyodo's account [@kyodo-2021, para. 1].",
    passes="The head of government spoke with Putin, by Kyodo's account [@kyodo-2021, para. 1].",
    waivable=True,
)
def check_name(statement: Statement, library: Library) -> Iterator[Problem]:
    """Every name and title must be in a cited paragraph, or in the lead that it points back to.

    The outlet and its owners are in the record.
    """
    sources = library.cited_sources(statement.citations)
    passages = library.passages(statement.citations)
    if not (passages or statement.absent_terms):
        return
    glossary = library.glossary
    texts = [source.outlet for source in sources]
    for passage in passages:
        texts.append(passage.paragraph.folded.text)
        if _POINTS_BACK.search(passage.paragraph.folded.text):
            texts.append(passage.source.opening)
    borne_out = {mention.name for text in texts for mention in glossary.mentions(text)}
    for mention in glossary.mentions(fold(statement.plain).text):
        if mention.name in borne_out or _searched_for(mention, statement, glossary):
            continue
        if not mention.kind and any(_stands_in(mention.text, text) for text in texts):
            continue
        message = f"“{mention.text}” must be in a cited paragraph, or in the lead or record"
        best = process.extractOne(mention.name, borne_out, score_cutoff=60)
        same_kind = sorted(
            {m.name for text in texts for m in glossary.mentions(text) if m.kind == mention.kind}
        )
        there = f"there: {', '.join(same_kind[:6])}" if same_kind else ""
        hint = f"did you mean “{best[0]}”?" if best else there
        yield Problem(statement.place_of(mention.text), "name", message, hint)


def _stands_in(words: str, text: str) -> bool:
    position = text.find(words)
    return position >= 0 and not text[position + len(words) : position + len(words) + 1].isalpha()


def _searched_for(mention: Mention, statement: Statement, glossary: Glossary) -> bool:
    """Tell whether the name is one of the words that the statement says are missing."""
    for term in statement.absent_terms:
        if term.lower() in mention.text.lower() or mention.text.lower() in term.lower():
            return True
        if any(found.name == mention.name for found in glossary.mentions(term)):
            return True
    return False
