"""Every check, in the order in which their findings help a writer most."""

from collections.abc import Iterator, Sequence

from build_tools.checks.absence import check_absence
from build_tools.checks.affix import check_affix
from build_tools.checks.article_count import check_article_count
from build_tools.checks.attribution import check_attribution
from build_tools.checks.budget import check_budget
from build_tools.checks.check import Check
from build_tools.checks.copied import check_copied
from build_tools.checks.count import check_count, check_nothing
from build_tools.checks.degree import check_degree
from build_tools.checks.elsewhere import cite_where_it_stands
from build_tools.checks.name import check_name
from build_tools.checks.number import check_number
from build_tools.checks.paragraph import check_paragraph
from build_tools.checks.party import check_party
from build_tools.checks.quotation import check_quotation
from build_tools.checks.source import check_source
from build_tools.checks.stand_in import check_stand_in, find_unused
from build_tools.checks.together import check_together
from build_tools.checks.uncited import check_uncited
from build_tools.checks.wording import check_wording
from build_tools.pages.statements import PageEvidence, Statement
from build_tools.problems import Problem
from build_tools.sources.library import Library

# These compare letters and numbers of paragraphs only, and need no names.
MECHANICAL_CHECKS: tuple[Check[Statement], ...] = (
    check_source,
    check_paragraph,
    check_quotation,
    check_affix,
    check_absence,
)
# These ask for which words of an article those of a statement stand.
_BY_STAND_INS: tuple[Check[Statement], ...] = (
    check_name,
    check_party,
    check_together,
    check_degree,
    check_stand_in,
    check_attribution,
)
STATEMENT_CHECKS: tuple[Check[Statement], ...] = (
    *MECHANICAL_CHECKS,
    check_number,
    *_BY_STAND_INS,
    check_copied,
    check_wording,
)
PAGE_CHECKS: tuple[Check[PageEvidence], ...] = (
    check_uncited,
    check_article_count,
    check_count,
)
SITE_CHECKS: tuple[Check[Sequence[PageEvidence]], ...] = (check_budget, check_nothing)


def checks_for(statement: Statement, library: Library) -> tuple[Check[Statement], ...]:
    """Return the checks that can be made of a statement, with what could be loaded."""
    # Without its names or one of its sources, a statement would set off every check that reads
    # them: what did not load must be fixed first.
    unloaded = any(citation.key in library.broken for citation in statement.citations)
    # Of a citation that follows nothing, as in a draft, it is said once that it follows nothing.
    if unloaded or library.names.problems or not statement.says_something:
        return MECHANICAL_CHECKS
    if library.stand_ins.unread:
        return tuple(check for check in STATEMENT_CHECKS if check not in _BY_STAND_INS)
    return STATEMENT_CHECKS


def check_statement(statement: Statement, library: Library) -> Iterator[Problem]:
    """Run every check of a single statement."""
    checks = checks_for(statement, library)
    found = [problem for check in checks for problem in check.run(statement, library)]
    if checks is STATEMENT_CHECKS:
        yield from _without_consequences(found, statement, library)
    else:
        yield from found


def _without_consequences(
    found: list[Problem], statement: Statement, library: Library
) -> Iterator[Problem]:
    """Leave out what would be gone if the paragraph were cited that has far more of a statement.

    That is one slip, and told of once: unless a waiver says that the paragraph is the right one.
    What another waiver is for stays.
    """
    code, waived = check_together.code, {waiver.code for waiver in statement.waivers}
    told = any(it.code == code for it in found) and code not in waived
    better = cite_where_it_stands(statement, library) if told else None
    if better is None:
        yield from found
        return
    left = {(it.code, it.place) for check in STATEMENT_CHECKS for it in check.run(better, library)}
    yield from (it for it in found if it.code in {code, *waived} or (it.code, it.place) in left)


def check_site(
    pages: Sequence[PageEvidence], library: Library, *, complete: bool = True
) -> Iterator[Problem]:
    """Run every check of all pages together.

    They are not `complete` where a file that has statements could not be read.
    """
    for check in SITE_CHECKS:
        yield from check.run(pages, library)
    # No check of a page can tell: an entry may be needed by any.
    for found in find_unused(pages, library) if complete else ():
        yield found.under(check_stand_in.code)
