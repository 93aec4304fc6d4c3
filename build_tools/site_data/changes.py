"""The dated changes of the site, a file for each in `docs/_data/changes/`.

They serve the feed, the dates of pages and the list of corrections. The dates are written by
hand: they record changes of meaning. The days on which files were touched say nothing of that,
and a shallow clone does not know them. Files of their own do not collide where branches merge.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Literal

from pydantic import Field
from rapidfuzz import process

from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import StrictModel, Text
from build_tools.files.page_files import written_uris
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import Place, Problem
from build_tools.site_data.days import Day
from build_tools.site_data.editions import GONE, load_gone

CODE = "changes"


class Change(StrictModel):
    """One change of one page. A change of meaning has one; one of spelling or layout has none."""

    date: Day
    kind: Literal["page", "addition", "correction"] = Field(
        description="page: it was first published; addition: it says more; correction: it was "
        "wrong. A page has one of a kind for a day."
    )
    page: Text = Field(description="The path of the page below docs.")
    title: Text = Field(description="The title of the page or of the change, as plain text.")
    summary: Text = Field(
        description="What is new, as plain text; of a correction, the old and the new wording."
    )


@dataclass(frozen=True)
class Changes:
    """All changes, the newest first; within a day, by the names of their files."""

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


@dataclass(frozen=True)
class _Read:
    """A change with the places of its keys."""

    change: Change
    lined: LinedYaml


def load_changes(path: Path, shown: str, docs: Path) -> tuple[Changes, tuple[Problem, ...]]:
    """Load the changes of a folder; wrong files have problems, and a missing folder has none."""
    found: list[_Read] = []
    problems: tuple[Problem, ...] = ()
    for file in sorted(path.iterdir(), key=attrgetter("name")) if path.is_dir() else ():
        place = f"{shown}/{file.name}"
        if file.suffix != ".yml":
            message = "each file of the changes must be a change, its name ending in .yml"
            problems += (Problem(Place(place), CODE, message),)
            continue
        change, lined, wrong = load_data(Change, file, place, CODE, "another file of the folder")
        problems += wrong
        if change and lined:
            found.append(_Read(change, lined))
    newest_first = sorted((it.change for it in found), key=lambda it: it.date, reverse=True)
    changes = Changes(tuple(newest_first))
    if problems or not path.is_dir():
        # What a file that does not load says is not missing.
        return changes, problems
    # What was wrong with that file is told where it is read for itself.
    gone = {entry.page for entry in load_gone(docs / GONE.path, GONE.path, docs)[0].pages}
    pages = written_uris(docs).keys()
    without = _check_dated(found, pages, gone, shown)
    return changes, (*_check(found, pages, gone, shown), *without)


CHANGES = DataFile("_data/changes", Changes(), load_changes, Change)


def _check(
    found: Sequence[_Read], pages: Set[str], gone: Set[str], shown: str
) -> Iterator[Problem]:
    """Find changes without pages, ones that are told twice, and ones of before their page.

    A page that is gone keeps its changes: what was corrected on it was corrected in the open. Each
    problem is of the page as well, and told to whoever checks that alone.
    """
    first: dict[str, Change] = {}
    seen: dict[tuple[str, str, str], Place] = {}
    for change, place in ((it.change, it.lined.place_of(("page",))) for it in found):
        about = _path_of(change.page, shown)
        if change.page not in pages and change.page not in gone:
            message = f"'page' must be the path of a page below docs; there is no '{change.page}'"
            best = process.extractOne(change.page, list(pages))
            yield Problem(place, CODE, message, f"did you mean '{best[0]}'?" if best else "")
        if change.kind == "page" and change.page in first:
            message = f"'{change.page}' must have one change of the kind 'page'"
            hint = "a later change is an addition or correction"
            yield Problem(place, CODE, message, hint, about=about)
        elif other := seen.get(key := (change.page, change.date, change.kind)):
            message = f"'{change.page}' must have one change of the kind '{change.kind}' for a day"
            hint = f"say in {other.path} all that changed that day"
            yield Problem(place, CODE, message, hint, about=about)
        else:
            seen[key] = place
        if change.kind == "page":
            first.setdefault(change.page, change)
    for change, lined in ((it.change, it.lined) for it in found):
        begun = first.get(change.page)
        if begun is None or change.date < begun.date:
            message = f"'{change.page}' must first have a change of the kind 'page'"
            hint = f"its page is dated {begun.date}" if begun else "add the day of its publication"
            about = _path_of(change.page, shown)
            yield Problem(lined.place_of(("date",)), CODE, message, hint, about=about)


def _path_of(page: str, shown: str) -> str:
    """Return the path of a page from the root, given that of the folder of changes."""
    return f"{shown.removesuffix(CHANGES.path)}{page}"


def _check_dated(
    found: Sequence[_Read], pages: Set[str], gone: Set[str], shown: str
) -> Iterator[Problem]:
    """Find pages without a day of publication."""
    named = {it.change.page for it in found}
    if named - {*pages, *gone}:
        # A change without a page may be a mistyped one for a page without a change: reported.
        return
    for page in pages:
        if page not in named:
            message = f"'{page}' must have a change of the kind 'page'"
            hint = "add a file for the day of its publication; drafts go below docs/_drafts"
            yield Problem(Place(shown), CODE, message, hint, about=_path_of(page, shown))
