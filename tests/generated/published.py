"""The invented site as published: what exports are given once all pages have been read."""

from build_tools.assembly import generated_pages
from build_tools.generated.publication import Publication, PublishedPage
from build_tools.generated.published_site import PublishedSite
from build_tools.ledger import Ledger

SITE = Publication("One bell, two names", "", "The authors", "https://example.org/x/")


def published_pages(ledger: Ledger) -> dict[str, PublishedPage]:
    """Describe every page, written or generated, by its path below docs."""
    uris = [*ledger.pages, *(page.uri for page in generated_pages(ledger.library))]
    return {
        uri: PublishedPage(uri, f"{uri.removesuffix('.md')}/", f"Title of {uri}", "")
        for uri in uris
    }


def published_site(ledger: Ledger) -> PublishedSite:
    """Describe the whole site."""
    return PublishedSite(ledger, SITE, published_pages(ledger))
