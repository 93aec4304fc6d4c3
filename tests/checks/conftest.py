"""The checks' own cases still stand on the real articles."""

import pytest

from build_tools.sources.library import Library


@pytest.fixture(scope="session")
def library(site_library: Library) -> Library:
    return site_library
