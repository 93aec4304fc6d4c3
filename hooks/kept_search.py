"""Take a page apart for the search index only if it has changed since an earlier build."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from build_tools.preview.search_entries import SEARCH_ENTRIES


def on_pre_build(config: MkDocsConfig) -> None:
    """Let the index of Material's search use the entries that equal pages gave."""
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    if index is None:
        return
    add_entries = index.add_entry_from_context

    def add_entry_from_context(page: Page) -> None:
        toc = str(page.toc)  # Two tables of contents are equal only if they are one object.
        inputs = (page.content, toc, page.url, page.title, page.meta, repr(index.config))
        entries = SEARCH_ENTRIES.get(page.file.src_uri, inputs)
        if entries is None:
            before = len(index.entries)
            add_entries(page)
            SEARCH_ENTRIES.put(page.file.src_uri, inputs, index.entries[before:])
        else:
            index.entries += entries

    index.add_entry_from_context = add_entry_from_context
