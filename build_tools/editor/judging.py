"""Judge a statement by its own lines: an edit elsewhere on its page leaves what was found.

What is found in a statement depends on it, on its lines and on its sources, and on the rest of the
page not at all, save for the lines that stand above it.
"""

from dataclasses import replace

from build_tools.checks.waivers import Judgement, judge
from build_tools.pages.statements import PageText, Statement
from build_tools.problems import Place, Problem
from build_tools.sources.library import Library


def judge_alone(statement: Statement, library: Library) -> Judgement:
    """Return the same as `judge`, which remembers the statements that it has met."""
    alone, lines = _on_its_own(statement)
    standing, waived = judge(alone, library)
    original = dict(zip(alone.waivers, statement.waivers, strict=True))
    return (
        tuple(_moved(problem, lines) for problem in standing),
        tuple((original[waiver], _moved(problem, lines)) for waiver, problem in waived),
    )


def _on_its_own(statement: Statement) -> tuple[Statement, int]:
    """Return a statement on a page of its lines alone, and how many lines of the file are above."""
    page = statement.page
    first = page.text.rfind("\n", 0, statement.start) + 1
    end = page.text.find("\n", statement.end) % (len(page.text) + 1)
    above, rows = page.text.count("\n", 0, first), page.text.count("\n", first, end) + 1
    lines = [page.origin_of(above + row + 1) for row in range(rows)]
    before = lines[0].line - 1
    origins = tuple(replace(origin, line=origin.line - before) for origin in lines)
    alone = replace(
        statement,
        page=PageText(page.path, page.text[first:end], origins),
        start=statement.start - first,
        end=statement.end - first,
        citations=tuple(replace(it, offset=it.offset - first) for it in statement.citations),
        waivers=tuple(replace(it, place=_shift(it.place, -before)) for it in statement.waivers),
    )
    return alone, before


def _moved(problem: Problem, lines: int) -> Problem:
    return replace(problem, place=_shift(problem.place, lines))


def _shift(place: Place, lines: int) -> Place:
    return replace(place, line=place.line + lines)
