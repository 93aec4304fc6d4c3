"""Where the engine and the explainer's own parts are put together: nothing else imports both.

To add a kind of block, a check of pages, a data file or a generated page for one subject alone,
list it here.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from build_tools.blocks.block import BlockKind
from build_tools.blocks.registry import BLOCKS
from build_tools.blocks.timeline import TimelineFile
from build_tools.checks.catalogue import RULES, Rule, rule_of
from build_tools.checks.registry import PAGE_CHECKS
from build_tools.explainer import blocks as explainer_blocks
from build_tools.explainer.both_names import check_both_names
from build_tools.explainer.coastline import COAST_FILE
from build_tools.explainer.island_names import ISLANDS_FILE
from build_tools.explainer.outlet_names import OUTLET_NAMES_PAGE
from build_tools.explainer.rules import DATA_RULES
from build_tools.files.data_files import DataFile, load_site_data
from build_tools.files.models import StrictModel
from build_tools.files.navigation import check_navigation
from build_tools.files.page_files import written_pages, written_uris
from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_text
from build_tools.files.unchanged import load_once, version_of
from build_tools.files.unread_files import check_published, published_files
from build_tools.generated.registry import (
    GeneratedPage,
    engine_pages,
    generated_files,
    gone_page,
)
from build_tools.generated.sources import SOURCES_FOLDER
from build_tools.kit import Kit
from build_tools.ledger import Ledger
from build_tools.lexicon.counted_words import COUNTED_WORDS, CountedWordsFile
from build_tools.lexicon.glossary import GLOSSARY
from build_tools.lexicon.names import NAMES, NamesFile
from build_tools.lexicon.stand_ins import STAND_INS, StandInsFile
from build_tools.pages.fillings import TIMELINE
from build_tools.pages.front_matter import check_head_shape
from build_tools.problems import Problem
from build_tools.site_data.background import BACKGROUND
from build_tools.site_data.changes import CHANGES
from build_tools.site_data.editions import (
    ARCHIVE_SUFFIX,
    EDITIONS,
    EDITIONS_FOLDER,
    GONE,
    GonePage,
)
from build_tools.site_data.measurements import ALTERED_FACTS, MEASURED_STATEMENTS
from build_tools.site_data.search_words import SEARCH_WORDS
from build_tools.sources.library import Library

ALL_BLOCKS: dict[str, BlockKind[Any]] = BLOCKS | {
    kind.name: kind for kind in explainer_blocks.KINDS
}
_PAGE_CHECKS = (*PAGE_CHECKS, check_both_names)
DATA_FILES: tuple[DataFile[Any], ...] = (
    CHANGES,
    BACKGROUND,
    SEARCH_WORDS,
    EDITIONS,
    GONE,
    GLOSSARY,
    ALTERED_FACTS,
    MEASURED_STATEMENTS,
    ISLANDS_FILE,
    COAST_FILE,
)
# What each file of YAML below the folder of pages must be, for editors, by a pattern of its path:
# also those that are read in another way.
DATA_MODELS: dict[str, type[StrictModel]] = {
    file.pattern: file.model for file in DATA_FILES if file.model
} | {
    NAMES: NamesFile,
    COUNTED_WORDS: CountedWordsFile,
    STAND_INS: StandInsFile,
    TIMELINE: TimelineFile,
}
ALL_RULES: dict[str, Rule] = RULES | {
    rule.code: rule for rule in (rule_of(check_both_names), *DATA_RULES)
}


def load_kit(config: SiteConfig) -> Kit:
    """Load the data files of a site; unchanged files are loaded once."""
    archives = sorted((config.root / EDITIONS_FOLDER).glob(f"*{ARCHIVE_SUFFIX}"))
    data = (path for file in DATA_FILES for path in file.files(config.docs))
    files = tuple((path, version_of(path)) for path in (*data, *archives))
    # The changes name pages: adding or removing a page makes a new version as well.
    made, published = _made_files(config), published_files(config)
    unsafe = tuple(_check_files(config, published, made))
    found = (*unsafe, *check_navigation(config))
    versions = (files, written_pages(config.docs), found)
    below = f"{config.docs.relative_to(config.root).as_posix()}/"
    refused = frozenset(problem.place.path.removeprefix(below) for problem in unsafe)
    there = frozenset([*made, *published])
    return _load(config.root, config.docs, versions, refused, there)


def _made_files(config: SiteConfig) -> frozenset[str]:
    """Return the paths, below the folder of pages, of all pages and files that the build makes."""
    ids = [path.stem for path in config.seeds.glob("*.yml")]
    sources = (f"{SOURCES_FOLDER}/{name}.md" for name in ("index", *ids))
    made = {*sources, *(page.uri for page in generated_pages(Library({})))}
    # By their names among the files: a written page is not published as the Markdown that it is.
    return frozenset(
        made | {file.uri for file in generated_files([*made, *written_uris(config.docs)])}
    )


def _check_files(
    config: SiteConfig, published: list[str], made: frozenset[str]
) -> Iterator[Problem]:
    """Find the files below the folder of pages that must not go out, nor be read by MkDocs."""
    unread = list(check_published(config, published, made))
    yield from unread
    paths = {problem.place.path for problem in unread}
    for path in written_pages(config.docs):
        shown = path.relative_to(config.root).as_posix()
        if shown not in paths:
            yield from _check_head(path, shown)


@load_once
def _check_head(path: Path, shown: str) -> tuple[Problem, ...]:
    return tuple(check_head_shape(read_text(path, shown, "front-matter"), shown))


@lru_cache(maxsize=2)
def _load(
    root: Path,
    docs: Path,
    versions: tuple[object, object, tuple[Problem, ...]],
    refused: frozenset[str],
    there: frozenset[str],
) -> Kit:
    """Load what is known by its versions; the last of them are the problems of other files."""
    data = load_site_data(DATA_FILES, docs, root)
    data = replace(data, problems=(*data.problems, *versions[-1]))
    there |= {entry.page for entry in data.of(GONE).pages}
    return Kit(ALL_BLOCKS, ALL_RULES, _PAGE_CHECKS, data, refused, there)


def generated_pages(library: Library) -> tuple[GeneratedPage, ...]:
    """List the pages that are made of a library, in reading order."""
    return (*engine_pages(library), OUTLET_NAMES_PAGE)


def generated_pages_of(ledger: Ledger) -> dict[str, GeneratedPage]:
    """List all generated pages of a site by their paths below docs.

    Last are those that say that another is gone.
    """
    return _pages_of(ledger.library, ledger.kit.data.of(GONE).pages)


def render_generated(ledger: Ledger, uri: str) -> str | None:
    """Return the Markdown of the generated page at a path below docs; None where none is."""
    page = generated_pages_of(ledger).get(uri)
    return page.render(ledger) if page else None


@lru_cache(maxsize=2)
def _pages_of(library: Library, gone: tuple[GonePage, ...]) -> dict[str, GeneratedPage]:
    pages = {page.uri: page for page in generated_pages(library)}
    return pages | {it.page: gone_page(it) for it in gone if it.page not in pages}
