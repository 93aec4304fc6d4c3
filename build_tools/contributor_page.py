"""The generated page for contributors: every check and every kind of block, with examples."""

from build_tools.blocks.registry import BLOCKS
from build_tools.checks.registry import PAGE_CHECKS, SITE_CHECKS, STATEMENT_CHECKS
from build_tools.ledger import Ledger
from build_tools.templating import render


def render_contributor_page(ledger: Ledger) -> str:
    """Return the Markdown of the page; checks and blocks speak for themselves."""
    return render(
        "contributing.md.j2",
        checks=[*STATEMENT_CHECKS, *PAGE_CHECKS, *SITE_CHECKS],
        blocks=BLOCKS.values(),
        policy=ledger.library.policy,
    )
