"""All written pages, parsed once each without MkDocs: what the command line checks."""

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

from markdown import Markdown

from build_tools.assembly import generated_pages_of, load_kit
from build_tools.files.limits import Limits
from build_tools.files.page_files import written_uris
from build_tools.files.site_config import CITATIONS, SiteConfig
from build_tools.files.text_files import read_text
from build_tools.files.unchanged import version_of
from build_tools.kept import KeptFile
from build_tools.kit import Kit
from build_tools.ledger import Gathered, Ledger, PageInfo
from build_tools.lexicon.counted_words import COUNTED_WORDS, load_counted_words
from build_tools.lexicon.names import NAMES, load_names
from build_tools.lexicon.stand_ins import STAND_INS, load_stand_ins
from build_tools.manuscript.kept_pages import KeptPages
from build_tools.manuscript.parallel import in_shares
from build_tools.pages.broken_links import linked_within
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import Filling, PageSource, parse_page
from build_tools.problems import InputProblems, Place, Problem
from build_tools.sources.library import Library, load_library


def page_info(source: PageSource, path: str, uri: str, *, written: bool = True) -> PageInfo:
    """Say where a page about to be parsed comes from."""
    return PageInfo(
        path, uri, source.line_origins, source.meta, source.problems, written, source.head
    )


def load_site_library(config: SiteConfig) -> Library:
    """Load the sources with the site's names and limits; unchanged files are loaded once."""
    files = sorted(
        [
            *config.seeds.glob("*"),
            config.docs / NAMES,
            config.docs / COUNTED_WORDS,
            config.docs / STAND_INS,
        ]
    )
    versions = tuple((path, version_of(path)) for path in files)
    return _load(config.root, config.docs, config.seeds, config.limits, versions)


@lru_cache(maxsize=2)
def _load(
    root: Path,
    docs: Path,
    seeds: Path,
    limits: Limits,
    versions: object,  # noqa: ARG001 - a change shows in them
) -> Library:
    def shown(name: str) -> tuple[Path, str]:
        return docs / name, (docs / name).relative_to(root).as_posix()

    return load_library(
        seeds,
        root,
        limits=limits,
        names=load_names(*shown(NAMES)),
        counted_words=load_counted_words(*shown(COUNTED_WORDS)),
        stand_ins=load_stand_ins(*shown(STAND_INS)),
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
    config: SiteConfig,
    library: Library | None = None,
    processes: int = 1,
    drafts: Sequence[Path] = (),
) -> Ledger:
    """Parse every page below `docs` into a new ledger, with the extensions of the site.

    The pages are shared among `processes`; what is found does not depend on their number. `drafts`
    are further pages there, which the site does not publish, read as if it did. Within `keeping`,
    what was read and found is kept for the next time, and a page that is known is not read.
    """
    library, kit = library or load_site_library(config), load_kit(config)
    written = written_uris(config.docs).items()
    paths = {uri: path for uri, path in written if uri not in kit.refused}
    paths |= {path.relative_to(config.docs).as_posix(): path for path in drafts}
    kept = KeptPages(config, paths, KeptFile.current) if KeptFile.current else None
    known = kept.found if kept else {}
    unknown = [path for uri, path in paths.items() if uri not in known]
    largest_first = sorted(unknown, key=lambda path: path.lstat().st_size, reverse=True)
    fillings = load_fillings(config.docs, config.root)
    if unknown:
        # Made once before the work is shared: then each process finds the extensions imported.
        site_markdown(config, Ledger(library, kit))
    parts = in_shares(
        partial(_read_pages, config, library, kit, fillings), largest_first, processes
    )
    ledger = Ledger(library, kit, publishes=False)
    ledger.adopt([*known.values(), *parts], paths)
    if kept:
        kept.keep(parts)
    _read_linked_places(config, ledger)
    return ledger


def _read_linked_places(config: SiteConfig, ledger: Ledger) -> None:
    """Read the generated pages of which a written page links a place: for their ids."""
    linked = {
        target
        for uri, page in ledger.links.items()
        for target, anchor in linked_within(uri, page.links)
        if anchor
    }
    for made in generated_pages_of(ledger).values():
        if made.uri in linked:
            reader = ledger.of_next_page()
            reader.page = PageInfo(made.uri, made.uri, written=False)
            site_markdown(config, reader).convert(made.render(ledger))
            ledger.adopt([reader.gathered()], ())


def _read_pages(
    config: SiteConfig,
    library: Library,
    kit: Kit,
    fillings: dict[str, Filling],
    paths: Sequence[Path],
) -> Gathered:
    ledger = Ledger(library, kit, publishes=False, fillings=fillings)
    md = site_markdown(config, ledger)
    for path in paths:
        _read_page(path, config, ledger, md)
    return ledger.gathered()


def _read_page(path: Path, config: SiteConfig, ledger: Ledger, md: Markdown) -> None:
    shown = path.relative_to(config.root).as_posix()
    uri = path.relative_to(config.docs).as_posix()
    try:
        text = read_text(path, shown, "front-matter")
    except InputProblems as error:
        ledger.page_problems[uri] = list(error.problems)
        return
    enter_page(text, shown, uri, ledger, md)


def enter_page(text: str, shown: str, uri: str, ledger: Ledger, md: Markdown) -> None:
    """Parse the text of a page with the converter of a ledger; what is found is in the ledger."""
    source = parse_page(text, shown, ledger.fillings)
    ledger.page = page_info(source, shown, uri)
    md.reset()
    md.convert(source.body)
    if uri not in ledger.pages:
        # Markdown does nothing with an empty page, which may have wrong front matter all the same.
        ledger.page_problems[uri] = list(source.problems)
