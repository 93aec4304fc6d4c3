"""The site's addresses."""

import pytest

from build_tools.generated.publication import Publication

SITE = Publication("The site", "", "", "https://example.org/x/")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("./", ""),
        ("index.html", ""),
        ("dispute/", "dispute/"),
        ("dispute.html", "dispute/"),
        ("contacts/index.html", "contacts/"),
        ("contacts/my-index.html", "contacts/my-index/"),
        ("feed.xml", "feed.xml"),
    ],
)
def test_a_page_has_one_address_wherever_it_is_read(url: str, address: str) -> None:
    assert SITE.address_of(url) == f"https://example.org/x/{address}"
