"""Waivers: a person may say, with a reason, that a problem of one statement is none."""

from rapidfuzz import process

from build_tools.checks.registry import STATEMENT_CHECKS, check_statement, checks_for
from build_tools.pages.remembered import remembered
from build_tools.pages.statements import Statement, Waiver
from build_tools.problems import Problem
from build_tools.sources.library import Library

CODE = "waiver"
WAIVABLE = tuple(check.code for check in STATEMENT_CHECKS if check.waivable)


Judgement = tuple[tuple[Problem, ...], tuple[tuple[Waiver, Problem], ...]]


@remembered
def judge(statement: Statement, library: Library) -> Judgement:
    """Run the checks of a statement; return what stands, and what its waivers took away.

    Only the sources that it cites are looked at. One waiver takes away the problems of one code. A
    waiver that takes nothing away is a problem, unless its check could not be made.
    """
    found = list(check_statement(statement, library))
    by_code = {w.code: w for w in statement.waivers if w.code in WAIVABLE and w.reason}
    waived = tuple((by_code[p.code], p) for p in found if p.code in by_code)
    standing = [problem for problem in found if problem.code not in by_code]
    made = {check.code for check in checks_for(statement, library)}
    used = {waiver.code for waiver, _ in waived} | set(WAIVABLE) - made
    standing += [
        _useless(waiver)
        for waiver in statement.waivers
        if waiver.code not in used or not waiver.reason
    ]
    return tuple(standing), waived


def _useless(waiver: Waiver) -> Problem:
    if waiver.code not in WAIVABLE:
        best = process.extractOne(waiver.code, WAIVABLE, score_cutoff=60)
        hint = f"did you mean '{best[0]}'?" if best else f"these can be: {', '.join(WAIVABLE)}"
        return Problem(waiver.place, CODE, f"'{waiver.code}' must be a code to waive", hint)
    if not waiver.reason:
        hint = f"<!-- waive {waiver.code}: why there is no problem -->"
        return Problem(waiver.place, CODE, "a waiver must give its reason", hint)
    message = f"a waiver must waive something: there is no '{waiver.code}' problem here"
    return Problem(waiver.place, CODE, message, "take the waiver out")
