"""What the theme made of each page, and what its search reads there, kept with the inputs of both.

The theme takes longer to put a page together than Markdown does for most, and after an edit nearly
every page comes out as before.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from build_tools.generated.page_context import context_inputs
from build_tools.kept import Kept
from build_tools.ledger import Ledger
from build_tools.preview.run import RUN
from build_tools.theme.search_index import INDEX, page_of

Entry = Mapping[str, Any]


@dataclass(frozen=True)
class RenderedPage:
    """A page as it is published, and its entries in the index of the search.

    The HTML is in UTF-8: a string with a quotation mark in it takes twice as much.
    """

    html: bytes
    entries: tuple[Entry, ...]


RENDERED: Kept[RenderedPage] = Kept()
_SITE: Kept[object] = Kept()


class Rendering:
    """One build's pages, by their addresses in the site, in the order in which they are made.

    `site` is what all of them are made from besides what is theirs. Where nothing is kept, all is
    made again.
    """

    @classmethod
    def of(cls, settings: str, templates: str | None, others: object) -> Self:
        """Start a build with the settings in a file and the templates below a folder, if any.

        Outside a preview no build follows that could use it, and nothing is kept.
        """
        files = sorted(Path(templates).rglob("*.html")) if templates else []
        read = {str(file): file.read_text("utf-8") for file in [Path(settings), *files]}
        return cls(_SITE.same((read, others)), keeps=RUN.previews)

    def __init__(self, site: object, *, keeps: bool = True) -> None:
        self._site, self._keeps = site, keeps
        self._made: dict[str, tuple[str, object]] = {}
        self._html: dict[str, bytes] = {}
        self._kept: dict[str, RenderedPage] = {}

    def find_all(self, files: Iterable[Any], ledger: Ledger) -> Iterator[tuple[Any, bytes]]:
        """Yield those of MkDocs' files whose pages are known, each with its HTML.

        Each has its `page` as MkDocs would put it into the theme.
        """
        for file in files:
            page = file.page
            around = context_inputs(ledger, file.src_uri, file.url, page.title, page.meta)
            about = {**page.meta}, page.update_date, page.canonical_url, page.edit_url
            inputs = page.content, str(page.toc), about, around
            if html := self.find(page.url, file.src_uri, inputs):
                yield file, html

    def find(self, url: str, uri: str, inputs: object) -> bytes:
        """Return the HTML that equal inputs gave; empty if they have not, and it must be made.

        `uri` is the page's path below docs. What is found needs no entry in the index.
        """
        if not self._keeps:
            return b""
        self._made[url] = uri, (self._site, inputs)
        if not (kept := RENDERED.get(*self._made[url])):
            return b""
        self._kept[url] = kept
        return kept.html

    def add(self, url: str, html: str) -> None:
        """Record what was made of a page; of one that was found it is known."""
        if self._keeps and url not in self._kept:
            self._html[url] = html.encode()

    def complete_index(self, site: str) -> None:
        """Keep all pages, and put the entries of those that were found into the index in `site`."""
        if not (file := Path(site) / INDEX).exists() or not self._made:
            return
        index = json.loads(file.read_text("utf-8"))
        docs = {url: tuple(found) for url, found in groupby(index["docs"], page_of)}
        for url, (uri, inputs) in self._made.items():
            if kept := self._kept.get(url):
                docs[url] = kept.entries
            elif url in self._html:
                RENDERED.put(uri, inputs, RenderedPage(self._html[url], docs.get(url, ())))
        index["docs"] = list(self._in_order(docs))
        file.write_text(json.dumps(index, ensure_ascii=False), "utf-8")

    def _in_order(self, docs: Mapping[str, Iterable[Entry]]) -> Iterator[Entry]:
        for url in (*self._made, *(docs.keys() - self._made.keys())):
            yield from docs.get(url, ())
