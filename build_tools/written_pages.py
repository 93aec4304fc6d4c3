"""Which Markdown files below the folder of pages are pages."""

from pathlib import Path

# Drafts and data, as `exclude_docs` in mkdocs.yml says; and what MkDocs itself takes for hidden.
_NOT_PUBLISHED = ("_", ".")


def written_pages(docs: Path) -> list[Path]:
    """Return the pages that people have written and the site publishes, in order."""
    return sorted(path for path in docs.rglob("*.md") if is_published(path, docs))


def is_published(path: Path, docs: Path) -> bool:
    """Tell whether a path in `docs` is of a page: no part of it says that it is not for readers."""
    parts = path.relative_to(docs).parts
    return path.suffix == ".md" and not any(part.startswith(_NOT_PUBLISHED) for part in parts)
