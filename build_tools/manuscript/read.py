"""All written pages, parsed once each without MkDocs: what the command line checks."""

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

from markdown import Markdown

from build_tools.explainer.coastline import load_coast
from build_tools.explainer.island_names import load_islands
from build_tools.files.limits import Limits
from build_tools.files.page_files import written_pages
from build_tools.files.site_config import CITATIONS, SiteConfig
from build_tools.files.text_files import read_text
from build_tools.ledger import Ledger, PageInfo
from build_tools.lexicon.counted_words import load_wording
from build_tools.lexicon.glossary import load_glossary
from build_tools.lexicon.names import load_names
from build_tools.manuscript.parallel import in_shares
from build_tools.pages.fillings import GLOSSARY, load_fillings
from build_tools.pages.front_matter import Filling, PageSource, parse_page
from build_tools.problems import InputProblems, Place, Problem
from build_tools.site_data.changes import CHANGES, load_changes
from build_tools.site_data.tamper_report import TAMPER, load_tamper_report
from build_tools.sources.library import Library, load_library

# Below the folder of pages; what starts with `_` there is not published.
NAMES = "_data/names.yml"
COUNTED_WORDS = "_data/counted-words.yml"
ISLANDS = "_data/islands.yml"
COAST = "_data/coastline.geojson"
_DATA = (NAMES, COUNTED_WORDS, CHANGES, GLOSSARY, ISLANDS, COAST, TAMPER)


def page_info(source: PageSource, path: str, uri: str, *, written: bool = True) -> PageInfo:
    """Say where a page about to be parsed comes from."""
    return PageInfo(path, uri, source.line_origins, source.meta, source.problems, written)


def load_site_library(config: SiteConfig) -> Library:
    """Load the sources with the site's names and limits; unchanged files are loaded once."""
    data = (config.docs / name for name in _DATA)
    files = sorted([*config.seeds.glob("*"), *data])
    stats = ((path, path.stat()) for path in files if path.exists())
    versions = tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)
    # The changes name pages: a page that comes or goes is a new version as well.
    pages = tuple(written_pages(config.docs))
    return _load(config.root, config.docs, config.seeds, config.limits, (versions, pages))


@lru_cache(maxsize=2)
def _load(
    root: Path,
    docs: Path,
    seeds: Path,
    limits: Limits,
    versions: object,  # noqa: ARG001 - by these a change is known
) -> Library:
    def shown(name: str) -> tuple[Path, str]:
        return docs / name, (docs / name).relative_to(root).as_posix()

    coast, of_coast = load_coast(*shown(COAST))
    tamper, of_tamper = load_tamper_report(*shown(TAMPER))
    return load_library(
        seeds,
        root,
        limits=limits,
        names=load_names(*shown(NAMES)),
        wording=load_wording(*shown(COUNTED_WORDS)),
        changes=load_changes(*shown(CHANGES), docs),
        glossary=load_glossary(docs / GLOSSARY),
        islands=load_islands(*shown(ISLANDS)),
        coast=coast,
        tamper=tamper,
        problems=(*of_coast, *of_tamper),
    )


def site_markdown(config: SiteConfig, ledger: Ledger) -> Markdown:
    """Make the Markdown converter of the site; what it converts is entered into the ledger."""
    configs = {**config.extension_configs}
    configs[CITATIONS] = {**configs.get(CITATIONS, {}), "ledger": ledger}
    try:
        return Markdown(extensions=list(config.extensions), extension_configs=configs)
    except (ImportError, AttributeError, KeyError, TypeError, ValueError) as error:
        # No such module, none that makes an extension, no such option, a wrong value of one.
        message = f"markdown_extensions must be ones that load: {error}"
        raise InputProblems([Problem(Place("mkdocs.yml"), "config", message)]) from error


def read_manuscript(
    config: SiteConfig, library: Library | None = None, processes: int = 1
) -> Ledger:
    """Parse every page below `docs` into a new ledger, with the extensions of the site.

    The pages are shared among `processes`; what is found does not depend on their number.
    """
    library = library or load_site_library(config)
    paths = written_pages(config.docs)
    largest_first = sorted(paths, key=lambda path: path.lstat().st_size, reverse=True)
    fillings = load_fillings(config.docs, config.root)
    parts = in_shares(partial(_read_pages, config, library, fillings), largest_first, processes)
    ledger = Ledger(library, publishes=False)
    ledger.adopt(parts, (path.relative_to(config.docs).as_posix() for path in paths))
    return ledger


def _read_pages(
    config: SiteConfig, library: Library, fillings: dict[str, Filling], paths: Sequence[Path]
) -> Ledger:
    ledger = Ledger(library, publishes=False, fillings=fillings)
    md = site_markdown(config, ledger)
    for path in paths:
        _read_page(path, config, ledger, md)
    return ledger


def _read_page(path: Path, config: SiteConfig, ledger: Ledger, md: Markdown) -> None:
    shown = path.relative_to(config.root).as_posix()
    uri = path.relative_to(config.docs).as_posix()
    try:
        text = read_text(path, shown, "front-matter")
    except InputProblems as error:
        ledger.page_problems[uri] = list(error.problems)
        return
    source = parse_page(text, shown, ledger.fillings)
    ledger.page = page_info(source, shown, uri)
    md.reset()
    md.convert(source.body)
    if uri not in ledger.pages:
        # Markdown does nothing with an empty page, which may have wrong front matter all the same.
        ledger.page_problems[uri] = list(source.problems)
