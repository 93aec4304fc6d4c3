"""What a preview shows above a page: problems of the sources, and those that show late.

They are no part of the page, and of no page that is published: with them a strict build fails.
"""

from build_tools.ledger import Ledger
from build_tools.templating import render


def render_problems_above(ledger: Ledger, uri: str) -> str:
    """Return HTML for the page at `uri`, a path below docs, once all pages have been read."""
    late = ledger.late_problems_of(uri)
    if not late and not ledger.input_problems:
        return ""
    return render("source_problems.html.j2", problems=ledger.input_problems) + render(
        "page_problems.html.j2", problems=late, late=True
    )
