"""A page gives both names of the islands where it first speaks of them."""

import pytest
from fixture_types import ReadPage

from build_tools.explainer.both_names import check_both_names
from build_tools.sources.library import Library

BOTH = "the Northern Territories, or the Southern Kurils"


@pytest.fixture(scope="session")
def library(site_library: Library) -> Library:
    """The real articles."""
    return site_library


@pytest.mark.parametrize(
    ("text", "fails"),
    [
        (check_both_names.fails, True),
        (check_both_names.passes, False),
        (f"The islands, {BOTH} [@kyodo-2021, para. 5]. The islands [@kyodo-2021, para. 4].", False),
        (f"The islands [@kyodo-2021, para. 4]. The islands, {BOTH} [@kyodo-2021, para. 5].", True),
        ("Of the Northern Territories Kyodo wrote [@kyodo-2021, para. 5].", True),
        ("The call lasted 25 minutes [@kyodo-2021, para. 7].", False),
        # What somebody else calls them is quoted as they do.
        ('They speak of the "Northern Territories" [@kyodo-2021, para. 5].', False),
        (f"The islands, {BOTH}. The call lasted [@kyodo-2021, para. 7].", False),
    ],
)
def test_both_names(read_page: ReadPage, library: Library, text: str, fails: bool) -> None:
    assert bool(list(check_both_names.run(read_page(text), library))) == fails
