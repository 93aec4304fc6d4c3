"""Check: quotations and pin quotes are verbatim in the cited paragraphs."""

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category, normalize

from build_tools.checks.check import statement_check
from build_tools.english.governors import (
    AHEAD,
    CONDITION,
    CONDITION_FOLLOWS,
    CONDITION_TOLD,
    CONDITIONAL,
    DENYING,
    HINDERING,
    PENDING,
    governing,
)
from build_tools.english.negation import DENIAL, NEGATION
from build_tools.english.tenses import DONE
from build_tools.expressions import expression
from build_tools.pages.statements import Quotation, Statement
from build_tools.problems import Comparison, Finding, Place
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library
from build_tools.text.folding import fold, straighten
from build_tools.text.quotations import find_quotation, nearest_passage
from build_tools.text.sentences import split_sentences

# Words that readers take for a quotation, and that no check would: 'the words', ‹the words›.
_SINGLE_QUOTED = expression(
    r"(?<![\w'’])(?:['‘‚‛‹›❛`´′＇]|``)"
    r"(?P<words>\w(?=[^'‘’›‹❜`´′＇\"\s]*+\s)[^'‘’›‹❜`´′＇\"]*+)(?:''|['’‘›‹❜`´′＇])(?!\w)"
)
# Marks that are typed twice, as ``the word'' or ,,the word'', and those of other scripts.
_DOUBLED = expression(
    r"(?:''|‘‘|’’|‚‚|,,|``|´´|′′|‹‹|<<)[ \xa0]*(?P<words>[^\W_][^\"]*?)"
    r"[ \xa0]*(?:''|‘‘|’’|``|´´|′′|››|>>|\")"
    r"|〈(?P<foreign>[^〉]*\w[^〉]*)〉"
)
# How a sign that opens or closes a bracket is read, by its class in Unicode.
_BRACKETS = {"Ps": "〈", "Pe": "〉"}


@statement_check(
    code="quotation",
    fix="Copy the words from the cited paragraph, or take the quotation marks away.",
    fails='It was "taken by Kestrian sailors", Osten reported [@osten-2019, para. 6].',
    passes='It was "seized by Kestrian sailors", Osten reported [@osten-2019, para. 6].',
)
def check_quotation(statement: Statement, library: Library) -> Iterator[Finding]:
    """Quoted words must stand verbatim, typography apart, in one of the cited paragraphs.

    So must pin quotes. What an ellipsis leaves out must not turn the meaning.
    """
    yield from find_wrong_marks(statement)
    cited = [
        (citation.key, paragraph)
        for citation in statement.citations
        for paragraph in library.paragraphs(citation)
    ]
    unloaded = any(citation.key not in library.sources for citation in statement.citations)
    for quotation in statement.quotations:
        place = statement.place_of(quotation.text)
        if cited:
            yield from _verbatim("a quotation", quotation.text.rstrip(",."), cited, place)
            yield from _ungoverned(quotation, statement, cited)
        elif statement.states_absence and not unloaded:
            message = (
                f"a quotation must have a paragraph that holds it: “{quotation.text}” has none"
            )
            yield Finding(place, message, "cite the paragraph, in a statement of its own")
    for citation in statement.citations:
        paragraphs = [(citation.key, paragraph) for paragraph in library.paragraphs(citation)]
        for pin in citation.pins if paragraphs else ():
            place = statement.place_in_citation(citation, pin)
            yield from _verbatim("a pin quote", pin, paragraphs, place)


def find_wrong_marks(statement: Statement) -> Iterator[Finding]:
    """Find quotation marks that open and never close, or that would hide a quotation."""
    straight = straighten(statement.text)
    if straight.count('"') % 2:
        message = "quotation marks must open and close within one statement"
        hint = "close the quotation before its citation, or take the mark out"
        words = " ".join(straight[straight.rindex('"') :].split()[:3])
        yield Finding(statement.place_of(words), message, hint)
    plain = _with_one_bracket(straighten(statement.plain))
    doubled = list(_DOUBLED.finditer(plain))
    for match in [*doubled, *_SINGLE_QUOTED.finditer(_DOUBLED.sub(_blank, plain))]:
        words = next(filter(None, match.groups()))
        message = f"quoted words must stand in double quotation marks: “{words}”"
        yield Finding(statement.place_of(words), message, f'"{words}"')


def _without_outer_marks(text: str) -> str:
    """Return the words of a passage without marks that open before them or close after them."""
    straight = straighten(text)
    first, last = len(straight) - len(straight.lstrip('" ')), len(straight.rstrip('" '))
    return text[first:last] if '"' not in straight[first:last] else text


def _with_one_bracket(text: str) -> str:
    """Return a text with each bracket that English has not, as 【, in one form; offsets stay."""
    if text.isascii():
        return text
    return "".join(
        sign
        if sign == "‚" or normalize("NFKC", sign).isascii()
        else _BRACKETS.get(category(sign), sign)
        for sign in text
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _ungoverned(
    quotation: Quotation, statement: Statement, cited: list[tuple[str, Paragraph]]
) -> Iterator[Finding]:
    """Find quoted words that the source denies, or puts ahead, and the statement does not."""
    text = fold(statement.text).text
    words = fold(quotation.text.rstrip(",.")).text
    start = max(text.find(words), 0)
    opening = max((first for first, _ in split_sentences(text) if first <= start), default=0)
    before = text[opening:start].rstrip('"')
    for _, paragraph in cited:
        spans = find_quotation(words, paragraph.folded)
        if not spans:
            continue
        there, at = paragraph.folded.text, spans[0][0]
        denied = governing(there, at, DENYING, 5)
        if denied and not (DENYING.search(before) or HINDERING.search(before)):
            message = f"“{words}” must keep the “{denied[-1]}” that stands before it"
            yield Finding(statement.place_of(words), message, "quote it with what turns it")
        end = spans[-1][1]
        on = None if denied else CONDITION.search(there, 0, at)
        after = CONDITIONAL.search(words) and CONDITION_FOLLOWS.match(there, end)
        turned = on or after
        around = f"{text[opening:start]} {text[start + len(words) :]}"
        if turned and not CONDITION_TOLD.search(around):
            message = f"“{words}” must keep the “{turned['on']}” that it depends on"
            yield Finding(statement.place_of(words), message, "say on what it depends")
        ahead = governing(there, at, PENDING, 6)
        done = DONE.search(before)
        if ahead and done and not AHEAD.search(before[: done.end()]):
            message = f"“{words}” must not have been done: in the article it is ahead"
            yield Finding(statement.place_of(words), message, f"there: “{ahead[-1]}”")
        return


def _verbatim(
    what: str, words: str, cited: list[tuple[str, Paragraph]], place: Place
) -> Iterator[Finding]:
    for _, paragraph in cited:
        if spans := find_quotation(words, paragraph.folded):
            text = paragraph.folded.text
            gaps = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
            for gap in gaps:
                if turned := NEGATION.search(gap) or DENIAL.search(gap):
                    message = (
                        f"an ellipsis must not leave out “{turned[0]}”, which turns the meaning"
                    )
                    yield Finding(place, message, "quote the parts one by one")
            return
    passages = [
        (nearest_passage(words, paragraph.folded), key, paragraph) for key, paragraph in cited
    ]
    best, key, paragraph = max(passages, key=lambda found: found[0].score)
    message = f"{what} must be verbatim in {key}, para. {paragraph.number}: “{words}” is not"
    nearest = _without_outer_marks(best.text)
    hint = f"the nearest there is “{nearest}”"
    comparison = Comparison(words, nearest)
    yield Finding(place, message, hint, comparison=comparison)
