"""What every check is made of: a stable code, a rule, a way to fix it, and two examples."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from build_tools.pages.statements import PageEvidence, Statement
from build_tools.problems import Finding, Problem
from build_tools.sources.library import Library

Subject = TypeVar("Subject")
StatementFunction = Callable[[Statement, Library], Iterator[Finding]]
PageFunction = Callable[[PageEvidence, Library], Iterator[Finding]]
SiteFunction = Callable[[Sequence[PageEvidence], Library], Iterator[Finding]]
# What a part of a check finds: a word of the statement, what must hold, and a hint.
Found = tuple[str, str, str]


@dataclass(frozen=True)
class Check(Generic[Subject]):
    """A check of a statement, a page or the site.

    `fails` and `passes` are Markdown over the invented articles in `tests/library`. A problem
    whose meaning only a person can weigh is `waivable`; a wrong key or a changed quotation is not.
    """

    code: str
    rule: str
    fix: str
    fails: str
    passes: str
    waivable: bool
    find: Callable[[Subject, Library], Iterator[Finding]]

    def run(self, subject: Subject, library: Library) -> Iterator[Problem]:
        """Yield what the check finds, under its code."""
        for finding in self.find(subject, library):
            yield finding.under(self.code)


def _make_check(
    code: str, fix: str, fails: str, passes: str, waivable: bool
) -> Callable[[Callable[[Subject, Library], Iterator[Finding]]], Check[Subject]]:
    """Make a Check of a generator of findings; the first line of its docstring is the rule."""

    def make(function: Callable[[Subject, Library], Iterator[Finding]]) -> Check[Subject]:
        rule = (function.__doc__ or "").strip().splitlines()[0]
        return Check(code, rule, fix, fails, passes, waivable, function)

    return make


def statement_check(
    *, code: str, fix: str, fails: str, passes: str, waivable: bool = False
) -> Callable[[StatementFunction], Check[Statement]]:
    """Make a check that looks at one statement at a time."""
    return _make_check(code, fix, fails, passes, waivable)


def page_check(
    *, code: str, fix: str, fails: str, passes: str
) -> Callable[[PageFunction], Check[PageEvidence]]:
    """Make a check that looks at one page at a time."""
    return _make_check(code, fix, fails, passes, False)


def site_check(
    *, code: str, fix: str, fails: str, passes: str
) -> Callable[[SiteFunction], Check[Sequence[PageEvidence]]]:
    """Make a check that looks at all pages together."""
    return _make_check(code, fix, fails, passes, False)


def listed(names: Iterable[str]) -> str:
    """Return names as a message lists them."""
    return " and ".join(sorted(names))
