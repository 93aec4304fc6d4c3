"""What an editor may put in the place of what a finding is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.editor.citing import groups_in
from build_tools.expressions import expression
from build_tools.problems import Problem
from build_tools.sources.library import Library
from build_tools.syntax.citations import Citation, Locator
from build_tools.syntax.ranges import find_ranges
from build_tools.text.quotations import find_quotation

_MEANT = expression(r"did you mean ['“](?P<meant>[^'“”]++)['”]\?")
_NAMED = expression(r"['“](?P<named>[^'“”]++)['”]")
_ELSEWHERE = expression(
    r"(?<!\S)(?P<id>[^\s,]++), para\. (?P<there>\d+), has (?:it|“[^”]*+”); "
    r"[^\s,]++, para\. (?P<here>\d+)"
)
_MISPLACED = expression(r"(?P<id>[^\s,]++), paras?\. (?P<here>\d+)[^,]*+, must be the paragraph")
_FAR_MORE = expression(r"[^\s,]++, para\. (?P<there>\d+), has far more")
_WORD = expression(r"\w++(?:['’.-]++\w++)*+|\S")


@dataclass(frozen=True)
class Fix:
    """A text for `text[start:end]` of a page, and what putting it there does."""

    title: str
    start: int
    end: int
    text: str


def offset_of(problem: Problem, text: str) -> int:
    """Return where a finding is in the text of its page."""
    lines = text.split("\n")
    line = min(problem.place.line, len(lines)) - 1
    before = sum(len(it) + 1 for it in lines[:line])
    return before + min(problem.place.column - 1, len(lines[line]))


def extent_of(problem: Problem, text: str) -> tuple[int, int]:
    """Return the words that a finding is about: those that it names, or else one word."""
    start = offset_of(problem, text)
    named = [match["named"] for match in _NAMED.finditer(problem.message)]
    if problem.comparison:
        named.insert(0, problem.comparison.given)
    for words in named:
        # A citation is named without its `@`.
        for at in (start, start + 1):
            if text.startswith(words, at):
                return start, at + len(words)
    word = _WORD.match(text, start)
    return start, word.end() if word else start


def find_fixes(problem: Problem, text: str, library: Library) -> Iterator[Fix]:
    """Yield what may be done about a finding with one step; a person chooses."""
    start = offset_of(problem, text)
    if meant := _MEANT.search(problem.hint):
        yield from _correct_word(problem, text, start, meant["meant"])
    if problem.comparison:
        yield from _quote_rightly(problem, text, start)
        yield from _cite_where_it_stands(problem, text, start, library)
    if there := _ELSEWHERE.search(problem.hint):
        here = int(there["here"])
        yield from _cite(text, start, there["id"], here, int(there["there"]))
    misplaced, far_more = _MISPLACED.match(problem.message), _FAR_MORE.match(problem.hint)
    if misplaced and far_more:
        here = int(misplaced["here"])
        yield from _cite(text, start, misplaced["id"], here, int(far_more["there"]))


def _correct_word(problem: Problem, text: str, start: int, meant: str) -> Iterator[Fix]:
    end_of_line = text.find("\n", start) % (len(text) + 1)
    # What must hold comes first in a message, and what was found last.
    for named in reversed([match["named"] for match in _NAMED.finditer(problem.message)]):
        at = text.find(named, start, end_of_line)
        if at < 0:
            # Of a locator, the finding points to the number in it.
            at = text.rfind(named, text.rfind("\n", 0, start) + 1, start + len(named))
        if at >= 0 and named != meant:
            yield Fix(f"Write “{meant}”", at, at + len(named), meant)
            return


def _quote_rightly(problem: Problem, text: str, start: int) -> Iterator[Fix]:
    assert problem.comparison
    given, nearest = problem.comparison.given, problem.comparison.nearest.rstrip(" ,;:")
    # Quotation marks within would end the quotation.
    if nearest and text.startswith(given, start) and not re.search('["“”]', nearest):
        yield Fix(f"Quote “{nearest}”, as it is there", start, start + len(given), nearest)


def _cite_where_it_stands(
    problem: Problem, text: str, start: int, library: Library
) -> Iterator[Fix]:
    """Offer the paragraphs of the cited sources that have the words of a quotation."""
    assert problem.comparison
    for citation in _citations_after(text, start):
        source = library.sources.get(citation.key)
        for paragraph in source.article.paragraphs if source and citation.locator else ():
            if find_quotation(problem.comparison.given, paragraph.folded):
                for number in citation.locator.numbers[:1] if citation.locator else ():
                    yield from _cite(text, start, citation.key, number, paragraph.number)


def _cite(text: str, start: int, id_: str, here: int, there: int) -> Iterator[Fix]:
    """Offer another paragraph in place of one, or beside it where the citation has others."""
    for citation in _citations_after(text, start):
        locator = citation.locator
        if citation.key != id_ or not locator or here not in locator.numbers:
            continue
        at = text.find(locator.text, citation.offset)
        numbers = {*locator.numbers, there} - ({here} if len(locator.numbers) == 1 else set())
        new = str(Locator("", tuple(find_ranges(sorted(numbers)))))
        yield Fix(f"Cite {id_}, {new}", at, at + len(locator.text), new)
        return


def _citations_after(text: str, start: int) -> tuple[Citation, ...]:
    """Return the citations of the statement that goes on at an offset, or ends there."""
    opened = max(text.rfind("[", 0, start), text.rfind("\n\n", 0, start))
    # Within the brackets of a citation, as a pin quote is, these are the ones.
    if text[opened : opened + 1] == "[" and "]" not in text[opened:start]:
        start = opened
    group = next(groups_in(text, start, len(text)), None)
    return group.items if group else ()
