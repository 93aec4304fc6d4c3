"""Which Markdown files below the folder of pages are pages."""

from pathlib import Path

# Drafts and data, as `exclude_docs` in mkdocs.yml says; and what MkDocs itself takes for hidden.
_NOT_PUBLISHED = ("_", ".")


def written_pages(docs: Path) -> list[Path]:
    """Return the pages that people have written and the site publishes, in order."""
    return sorted(path for path in docs.rglob("*.md") if _is_published(path.relative_to(docs)))


def _is_published(path: Path) -> bool:
    return not any(part.startswith(_NOT_PUBLISHED) for part in path.parts)
