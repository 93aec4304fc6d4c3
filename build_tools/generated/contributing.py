"""The generated page for contributors: every rule and every kind of block, with examples."""

from build_tools.ledger import Ledger
from build_tools.templating import render


def render_contributor_page(ledger: Ledger) -> str:
    """Return the Markdown of the page; rules and blocks describe themselves."""
    return render(
        "contributing.md.j2",
        rules=ledger.kit.rules.values(),
        blocks=ledger.kit.blocks.values(),
        limits=ledger.library.limits,
    )
