"""What each page gave the search index, kept with the page's text: see `kept`.

A module of its own that imports no other, so that no edit of those takes away what is kept.
"""

from typing import Any

from build_tools.preview.kept import Kept

SEARCH_ENTRIES: Kept[list[dict[str, Any]]] = Kept()
