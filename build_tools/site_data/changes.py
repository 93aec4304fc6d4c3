"""The dated changes of the site, `docs/_data/changes.yml`: new pages, additions, corrections.

One list serves the feed, the dates of pages and the list of corrections. The dates are written by
hand: they record changes of meaning. The days on which files were touched say nothing of that,
and a shallow clone does not know them.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from rapidfuzz import process

from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import StrictModel, Text
from build_tools.files.page_files import written_pages
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import Problem
from build_tools.site_data.days import Day
from build_tools.site_data.editions import GONE, load_gone


class Change(StrictModel):
    """One change of one page, by its path below docs, if only that it had. Text is plain."""

    date: Day
    kind: Literal["page", "addition", "correction"]
    page: Text
    title: Text
    summary: Text


class ChangesFile(StrictModel):
    """The file of changes, in any order."""

    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Changes:
    """All changes, the newest first; within a day, in the order of the file."""

    entries: tuple[Change, ...] = ()

    @cached_property
    def corrections(self) -> tuple[Change, ...]:
        """The corrections alone."""
        return tuple(change for change in self.entries if change.kind == "correction")

    @cached_property
    def latest(self) -> str:
        """The day of the newest change of any page; empty where there is none."""
        return self.entries[0].date if self.entries else ""

    @cached_property
    def _published(self) -> dict[str, str]:
        return {it.page: it.date for it in reversed(self.entries) if it.kind == "page"}

    @cached_property
    def _modified(self) -> dict[str, str]:
        return {it.page: it.date for it in reversed(self.entries)}

    def published(self, page: str) -> str:
        """The day on which a page was first published; empty where it is not known."""
        return self._published.get(page, "")

    def modified(self, page: str) -> str:
        """The day of the newest change of a page.

        A page without entries is made from the others, and changes with any of them.
        """
        return self._modified.get(page, self.latest)


def load_changes(path: Path, shown: str, docs: Path) -> tuple[Changes, tuple[Problem, ...]]:
    """Load the file of changes; a missing file has none, a wrong one has problems."""
    file, lined, problems = load_data(ChangesFile, path, shown, "changes", "an entry of the file")
    if not file or not lined:
        return Changes(), problems
    newest_first = sorted(file.changes, key=lambda change: change.date, reverse=True)
    # What was wrong with that file is told where it is read for itself.
    gone = {entry.page for entry in load_gone(docs / GONE.path, GONE.path, docs)[0].pages}
    return Changes(tuple(newest_first)), tuple(_check(file.changes, lined, _uris(docs), gone))


CHANGES = DataFile("_data/changes.yml", Changes(), load_changes, ChangesFile)


def _uris(docs: Path) -> list[str]:
    return [path.relative_to(docs).as_posix() for path in written_pages(docs)]


def _check(
    entries: tuple[Change, ...], lined: LinedYaml, pages: Sequence[str], gone: Set[str]
) -> Iterator[Problem]:
    """Find pages without entries, entries without pages, and ones that are not in order.

    A page that is gone keeps its entries: what was corrected on it was corrected in the open.
    """
    first: dict[str, Change] = {}
    seen: set[tuple[str, str, str]] = set()
    for index, change in enumerate(entries):
        place = lined.place_of(("changes", index, "page"))
        if change.page not in pages and change.page not in gone:
            message = f"'page' must be the path of a page below docs; there is no '{change.page}'"
            best = process.extractOne(change.page, pages)
            yield Problem(place, "changes", message, f"did you mean '{best[0]}'?" if best else "")
        if change.kind == "page" and change.page in first:
            message = f"'{change.page}' must have one entry of the kind 'page'"
            yield Problem(place, "changes", message, "a later change is an addition or correction")
        elif (key := (change.page, change.date, change.kind)) in seen:
            message = f"'{change.page}' must have one entry of the kind '{change.kind}' for a day"
            yield Problem(place, "changes", message, "say in one entry all that changed that day")
        else:
            seen.add(key)
        if change.kind == "page":
            first.setdefault(change.page, change)
    for index, change in enumerate(entries):
        begun = first.get(change.page)
        if begun is None or change.date < begun.date:
            place = lined.place_of(("changes", index, "date"))
            message = f"'{change.page}' must first have an entry of the kind 'page'"
            hint = f"its page is dated {begun.date}" if begun else "add the day of its publication"
            yield Problem(place, "changes", message, hint)
    named = {change.page for change in entries}
    # An entry without a page may be a mistyped one for a page without an entry: reported above.
    unknown = bool(named - {*pages, *gone})
    for page in pages:
        if page not in named and not unknown:
            message = f"'{page}' must have an entry of the kind 'page'"
            hint = "add the day of its publication; drafts go below docs/_drafts"
            yield Problem(lined.place_of(("changes",)), "changes", message, hint)
