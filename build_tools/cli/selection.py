"""Which findings to report: those under some paths, and of some codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click
from rapidfuzz import fuzz, process

from build_tools.files.page_files import drafts_at, written_pages
from build_tools.files.site_config import SiteConfig
from build_tools.problems import Problem

# That nothing was checked is reported whatever is selected: nothing read is nothing passed.
ALWAYS = "nothing"
TEMPLATE = "TEMPLATE"


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a question with the known word nearest to one; else all the known words."""
    words = sorted(known)
    best = process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=50)
    return f"did you mean '{best[0]}'?" if best else f"known are: {', '.join(words)}"


def checked_paths(config: SiteConfig) -> set[str]:
    """Return every file that a check reads and every folder over one, as seen from the root."""
    files = [
        config.root / "mkdocs.yml",
        *written_pages(config.docs),
        *config.docs.glob("_data/**/*"),
        *(path for path in config.seeds.glob("*.yml") if path.stem != TEMPLATE),
        *config.seeds.glob("*.txt"),
    ]
    shown = [PurePosixPath(file.relative_to(config.root).as_posix()) for file in files]
    return {str(path) for file in shown for path in (file, *file.parents)}


def chosen_drafts(config: SiteConfig, paths: Iterable[str]) -> tuple[Path, ...]:
    """Return the pages at or below some paths that are not published: read only where chosen."""
    found = (drafts_at(config.docs, config.root / path) for path in sorted(paths))
    return tuple(dict.fromkeys(draft for drafts in found for draft in drafts))


def shown_path(given: str, root: Path) -> str:
    """Return a path as findings show it: from the root, whether given from there or from here."""
    path = Path(given)
    here = path.resolve()
    if not here.is_relative_to(root.resolve()) or not here.exists():
        here = (root / path).resolve()
    return (
        here.relative_to(root.resolve()).as_posix()
        if here.is_relative_to(root.resolve())
        else given
    )


@dataclass(frozen=True)
class Selection:
    """Paths of files or folders (none for all), and codes."""

    paths: frozenset[str]
    codes: frozenset[str]

    def keeps(self, found: Problem) -> bool:
        """Whether a finding is to be reported."""
        if found.code == ALWAYS:
            return True
        told_of = {found.place.path, found.about or found.place.path}
        return found.code in self.codes and any(self.covers(path) for path in told_of)

    def covers(self, path: str) -> bool:
        """Whether a file is one of the paths, or below one."""
        if not self.paths:
            return True
        return not self.paths.isdisjoint([path, *map(str, PurePosixPath(path).parents)])


def refuse_unknown(config: SiteConfig, paths: Iterable[str], known: set[str]) -> None:
    """Raise a usage error where a path is neither among the known ones nor that of a draft."""
    for path in sorted(paths):
        if path not in known and not chosen_drafts(config, [path]):
            raise click.UsageError(f"nothing is checked at '{path}': {suggest(path, known)}")
