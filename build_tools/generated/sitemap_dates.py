"""The day on which each page last changed: for the sitemap, and the foot of the page."""

from build_tools.ledger import Ledger
from build_tools.site_data.changes import CHANGES
from build_tools.site_data.editions import GONE


def last_modified(ledger: Ledger, uri: str) -> str:
    """Return the day on which a page, by its path below docs, last changed; empty if not known."""
    gone = ledger.kit.data.of(GONE).page_at(uri)
    return gone.date if gone else ledger.kit.data.of(CHANGES).modified(uri)
