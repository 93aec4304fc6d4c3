"""Which Markdown files below the folder of pages are pages."""

import os
from operator import attrgetter
from pathlib import Path

from build_tools.files.one_look import seen_once

# What MkDocs treats as a page: https://www.mkdocs.org/user-guide/writing-your-docs/#file-layout
PAGE_SUFFIXES = frozenset([".md", ".markdown", ".mdown", ".mkdn", ".mkd"])
# Drafts and data, as `exclude_docs` in mkdocs.yml says; and what MkDocs itself treats as hidden.
_NOT_PUBLISHED = ("_", ".")


@seen_once
def written_pages(docs: Path) -> tuple[Path, ...]:
    """Return the pages that people write and the site publishes, in order."""
    pages, suffixes = [], tuple(PAGE_SUFFIXES)
    # As MkDocs does, links to folders are followed.
    for folder, inner, names in os.walk(docs, followlinks=True):
        inner[:] = [name for name in inner if not name.startswith(_NOT_PUBLISHED)]
        published = (name for name in names if not name.startswith(_NOT_PUBLISHED))
        pages += [Path(folder, name) for name in published if name.endswith(suffixes)]
    # As paths are compared, but by what Python compares by itself.
    return tuple(sorted(pages, key=attrgetter("parts")))


@seen_once
def written_uris(docs: Path) -> dict[str, Path]:
    """Return those pages by their paths below `docs`, in the same order."""
    start = len(docs.parts)
    return {"/".join(path.parts[start:]): path for path in written_pages(docs)}


def drafts_at(docs: Path, chosen: Path) -> list[Path]:
    """Return the pages at or below a path that the site does not publish, in order."""
    if not chosen.is_relative_to(docs) or _is_published(chosen.relative_to(docs)):
        return []
    files = sorted(chosen.rglob("*")) if chosen.is_dir() else [chosen]
    return [path for path in files if path.is_file() and path.suffix in PAGE_SUFFIXES]


def _is_published(path: Path) -> bool:
    return not any(part.startswith(_NOT_PUBLISHED) for part in path.parts)
