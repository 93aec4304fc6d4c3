"""Each check bears out its own two examples, which the contributor's guide shows."""

from collections.abc import Iterator, Sequence

import pytest
from fixture_types import ReadPage

from build_tools.checks.check import Check, page_check
from build_tools.checks.registry import PAGE_CHECKS, SITE_CHECKS, STATEMENT_CHECKS
from build_tools.pages.statements import PageEvidence, Statement
from build_tools.problems import Finding, Outcome, Place, Problem
from build_tools.sources.library import Library

CHECKS = (*STATEMENT_CHECKS, *PAGE_CHECKS, *SITE_CHECKS)


@pytest.mark.parametrize("check", STATEMENT_CHECKS, ids=lambda check: check.code)
@pytest.mark.parametrize("fails", [True, False], ids=["fails", "passes"])
def test_the_examples_of_a_check(
    read_page: ReadPage, library: Library, check: Check[Statement], fails: bool
) -> None:
    page = read_page(check.fails if fails else check.passes)
    assert page.statements
    problems = [p for statement in page.statements for p in check.run(statement, library)]
    assert bool(problems) == fails, problems


@pytest.mark.parametrize("check", PAGE_CHECKS, ids=lambda check: check.code)
@pytest.mark.parametrize("fails", [True, False], ids=["fails", "passes"])
def test_the_examples_of_a_page_check(
    read_page: ReadPage, library: Library, check: Check[PageEvidence], fails: bool
) -> None:
    page = read_page(check.fails if fails else check.passes)
    assert bool(list(check.run(page, library))) == fails


@pytest.mark.parametrize("check", SITE_CHECKS, ids=lambda check: check.code)
@pytest.mark.parametrize("fails", [True, False], ids=["fails", "passes"])
def test_the_examples_of_a_site_check(
    read_page: ReadPage, library: Library, check: Check[Sequence[PageEvidence]], fails: bool
) -> None:
    page = read_page(check.fails if fails else check.passes)
    assert bool(list(check.run([page], library))) == fails


def test_what_a_check_finds_has_the_code_of_the_check(
    read_page: ReadPage, library: Library
) -> None:
    @page_check(code="a-code", mend="Mend it.", fails="", passes="")
    def check(page: PageEvidence, library: Library) -> Iterator[Finding]:
        """Everything is wrong."""
        yield Finding(Place("a.md"), "a message", "a hint", Outcome.CANNOT_BE_CHECKED)

    problem = Problem(Place("a.md"), "a-code", "a message", "a hint", Outcome.CANNOT_BE_CHECKED)
    assert list(check.run(read_page("Text."), library)) == [problem]


def test_codes_are_given_once_and_rules_are_said() -> None:
    codes = [check.code for check in CHECKS]
    assert sorted(codes) == sorted(set(codes))
    assert [c.code for c in CHECKS if not (c.rule.endswith(".") and c.mend.endswith("."))] == []
