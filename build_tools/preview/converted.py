"""What became of each page, kept with everything that it was made from: see `build_tools.kept`."""

import logging
import threading
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from logging.handlers import BufferingHandler
from typing import Any, Self

from build_tools.files.site_config import CITATIONS
from build_tools.kept import Kept
from build_tools.kit import Kit
from build_tools.ledger import Gathered, Ledger, PageInfo
from build_tools.preview.run import RUN
from build_tools.sources.library import Library
from build_tools.templating import RENDERED, template_texts, texts_behind

# These make HTML from a page and their options only. With any other extension, which might read
# files or keep state, nothing is kept; add one here if it does neither.
KNOWN_EXTENSIONS = frozenset(
    f"""
    abbr admonition attr_list def_list fenced_code footnotes md_in_html sane_lists smarty tables toc
    pymdownx.betterem pymdownx.caret pymdownx.details pymdownx.highlight pymdownx.inlinehilite
    pymdownx.keys pymdownx.mark pymdownx.superfences pymdownx.tabbed pymdownx.tasklist
    pymdownx.tilde {CITATIONS}
    """.split()
)


@dataclass(frozen=True)
class BuildInputs:
    """What a page becomes depends on these besides itself; they are the same for a whole build.

    `options` are those of the extensions; `others` is for the caller. `templates` are the texts of
    the library's own: of these a page depends on those alone that it was made with.
    """

    extensions: tuple[str, ...]
    options: Mapping[str, Mapping[str, Any]]
    others: object
    templates: dict[str, str] = field(compare=False)

    @classmethod
    def of(
        cls, extensions: Sequence[str], options: Mapping[str, Mapping[str, Any]], others: object
    ) -> "BuildInputs":
        """Record them as they are now; equal to no others if an extension may need more."""
        if not KNOWN_EXTENSIONS.issuperset(extensions):
            others = object()
        # The ledger is of one build, and has its own place in the inputs: the library and the page.
        given = {
            name: {key: value for key, value in values.items() if key != "ledger"}
            for name, values in options.items()
        }
        return cls(tuple(extensions), given, _OTHERS.same(others), template_texts())


@dataclass(frozen=True)
class PageInputs:
    """Everything that the HTML of a page and its evidence are made from.

    `library` is None for a generated page: its Markdown holds all that it takes from there.
    """

    markdown: str
    title: str | None
    info: PageInfo
    library: Library | None
    kit: Kit
    site: BuildInputs

    @classmethod
    def of(cls, markdown: str, title: str | None, ledger: Ledger, site: BuildInputs) -> Self:
        """Record what the page is made from, as far as a ledger knows it."""
        library = ledger.library if ledger.page.written else None
        return cls(markdown, title, ledger.page, library, ledger.kit, site)


@dataclass(frozen=True)
class ConvertedPage:
    """What became of a page; `evidence` is of this page alone.

    `links` holds the anchors linked to, by the path of the page that they are on. `toc` is for the
    caller. `logged` is what was logged on the way. Builds share these values: nobody may change
    them.
    """

    html: str
    toc: Any
    title: str | None
    anchors: Set[str]
    links: Mapping[str, Mapping[str, str]]
    evidence: Gathered
    logged: tuple[logging.LogRecord, ...] = ()


_OTHERS: Kept[object] = Kept()
# With each page, the texts of the templates that it was made with.
PAGES: Kept[tuple[ConvertedPage, dict[str, str]]] = Kept()


class Conversion:
    """The pages of one build, which are converted one after the other.

    What was logged about a page that is known is logged again.
    """

    @classmethod
    def of(cls, log: logging.Logger) -> Self:
        """Start a build, in which MkDocs and Markdown use this log.

        Outside a preview no build follows that could use it, and nothing is kept.
        """
        return cls(log, keeps=RUN.previews)

    def __init__(self, log: logging.Logger, *, keeps: bool = True) -> None:
        self._log, self._heard = log, BufferingHandler(capacity=10_000)
        # A preview's server logs what it is asked for, in threads of its own.
        here = threading.get_ident()
        self._heard.addFilter(lambda record: record.thread == here)
        self._keeps = keeps
        self._page: tuple[str, PageInputs]
        self._known: ConvertedPage | None

    def begin(self, uri: str, inputs: PageInputs) -> bool:
        """Tell whether it is known what becomes of a page; `uri` is its path below docs."""
        self._page = uri, inputs
        made, texts = PAGES.get(uri, inputs) or (None, {})
        self._known = made if texts.items() <= inputs.site.templates.items() else None
        RENDERED.clear()
        self._heard.flush()
        self._log.addHandler(self._heard)
        return self._known is not None

    def end(self, made: ConvertedPage) -> ConvertedPage:
        """Return what is known of the page; otherwise what has been made of it, and keep that."""
        self._log.removeHandler(self._heard)
        if self._known:
            for record in self._known.logged:
                logging.getLogger(record.name).handle(record)
            return self._known
        if self._keeps:
            uri, inputs = self._page
            made = replace(made, logged=tuple(self._heard.buffer))
            PAGES.put(uri, inputs, (made, texts_behind(RENDERED, inputs.site.templates)))
        return made
