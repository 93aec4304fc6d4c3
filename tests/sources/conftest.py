"""What tests of who is in a text share."""

import pytest

from build_tools.sources.cast import Cast, find_casts
from build_tools.sources.library import Library


@pytest.fixture
def cast(library: Library) -> Cast:
    return find_casts(tuple(library.sources.values()))
