"""The generated page for contributors: every check, its rule, and an example either way."""

from build_tools.checks.registry import PAGE_CHECKS, SITE_CHECKS, STATEMENT_CHECKS
from build_tools.ledger import Ledger
from build_tools.templating import render


def render_contributor_page(ledger: Ledger) -> str:
    """Return the Markdown of the page; the checks speak for themselves."""
    return render(
        "contributing.md.j2",
        checks=[*STATEMENT_CHECKS, *PAGE_CHECKS, *SITE_CHECKS],
        policy=ledger.library.policy,
    )
