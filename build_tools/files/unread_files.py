"""Which files below the folder of pages go out to readers although no check reads them."""

import os
from collections.abc import Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

from build_tools.files.page_files import PAGE_SUFFIXES
from build_tools.files.site_config import SiteConfig
from build_tools.problems import Place, Problem

CODE = "published"
# What pages are made to look like, and pictures: files that hold no text to be read by itself.
_ASSETS = frozenset(
    [".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".woff2"]
)  # fmt: skip
# What MkDocs leaves out by itself: https://www.mkdocs.org/user-guide/configuration/#exclude_docs
_LEFT_OUT = (".*", "/templates/")


def published_files(config: SiteConfig) -> list[str]:
    """Return the paths, below the folder of pages, of all that MkDocs publishes from there."""
    excluded = GitIgnoreSpec.from_lines([*_LEFT_OUT, *config.excluded])
    # As MkDocs does, links to folders are followed.
    found = (
        Path(folder, name).relative_to(config.docs).as_posix()
        for folder, _, names in os.walk(config.docs, followlinks=True)
        for name in names
    )
    return sorted(path for path in found if not excluded.match_file(path))


def check_published(config: SiteConfig) -> Iterator[Problem]:
    """Find what would go out as it is, and is neither a page nor an asset of a known kind."""
    for uri in published_files(config):
        # MkDocs takes ".MD" for no page: it would go out as text.
        suffix = Path(uri).suffix
        if suffix in PAGE_SUFFIXES or suffix in _ASSETS:
            continue
        shown = (config.docs / uri).relative_to(config.root).as_posix()
        message = f"what is published must be a page or an asset: '{Path(uri).name}' is neither"
        hint = "delete it, or name it in exclude_docs of mkdocs.yml; a page ends in .md"
        yield Problem(Place(shown), CODE, message, hint)
