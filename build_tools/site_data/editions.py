"""Editions of the site that were frozen, and what is gone since: two files in `docs/_data`.

`make edition` writes `editions.yml`. People write `gone.yml`: why a statement or a page that an
edition has is there no longer. What the newest edition states is read from its archive.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from build_tools.expressions import expression
from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import StrictModel, Text
from build_tools.files.page_files import written_uris
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import Place, Problem
from build_tools.site_data.days import Day
from build_tools.site_data.stated import Stated, UnreadableEditionError, read_stated

CODE = "editions"
# Below the site, and below the project's folder: one folder, or one archive, for each edition.
EDITIONS_FOLDER = "editions"
ARCHIVE_SUFFIX = ".tar.xz"
_ADDRESS = expression(r"[^\s#\"<>`\\]+\.md#s-[0-9a-f]{8}(-\d+)?")
# No part is hidden, a draft's, or leads out of the folder of pages.
_PAGE = expression(r"([^\s#\"<>`\\/._][^\s#\"<>`\\/]*/)*[^\s#\"<>`\\/._][^\s#\"<>`\\/]*\.md")


def _check_address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError("must be a page and the id of a statement, such as bell.md#s-0123abcd")
    return value


def _check_page(value: str) -> str:
    if not _PAGE.fullmatch(value):
        raise ValueError("must be the path of a page below docs, such as talks/bell.md")
    return value


# The page of a statement, by its path below docs, and the statement's id.
Address = Annotated[str, AfterValidator(_check_address)]
PagePath = Annotated[str, AfterValidator(_check_page)]


def name_edition(date: str, commit: str) -> str:
    """Return what an edition of a commit is called."""
    return f"{date}-{commit[:7]}"


class Edition(StrictModel):
    """The site as it was at a commit, with the statements that came and went since the last one.

    `url` is its address, for good, with a slash at its end.
    """

    url: Annotated[str, StringConstraints(pattern='^https://[^\\s<>"]+/$')]
    date: Day
    commit: Annotated[str, StringConstraints(pattern="^[0-9a-f]{40}$")]
    pages: tuple[Text, ...]
    statements: int
    new: tuple[Address, ...] = ()
    gone: tuple[Address, ...] = ()

    @property
    def name(self) -> str:
        """What it is called, in its address too."""
        return name_edition(self.date, self.commit)

    @property
    def archive(self) -> str:
        """The path of its archive, below the project's folder."""
        return f"{EDITIONS_FOLDER}/{self.name}{ARCHIVE_SUFFIX}"


class Gone(StrictModel):
    """A statement that was taken out, or has other words `now`; text is plain, without markup.

    Where its page is gone as well, that has the `reason`.
    """

    statement: Address
    date: Day
    text: Text
    reason: Text | None = None
    now: Address | None = None

    @property
    def page(self) -> str:
        """The page that it was on."""
        return self.statement.partition("#")[0]

    @property
    def id(self) -> str:
        """The id that it had there."""
        return self.statement.partition("#")[2]


class GonePage(StrictModel):
    """A page that was taken out, or is another page `now`; `title` is what it was called, plain."""

    page: PagePath
    title: Text
    date: Day
    reason: Text
    now: PagePath | None = None


class EditionsFile(StrictModel):
    """The file of editions, the oldest first."""

    editions: tuple[Edition, ...] = ()


@dataclass(frozen=True)
class Editions:
    """All editions, the oldest first, and the statements of the newest whose archive is there.

    While an edition is being made it is listed, and has no archive yet.
    """

    editions: tuple[Edition, ...] = ()
    stated: tuple[Stated, ...] = ()

    @property
    def newest(self) -> Edition | None:
        """The last one that was frozen."""
        return self.editions[-1] if self.editions else None

    def newest_with(self, page: str) -> Edition | None:
        """The last one that has a page, given by its path below docs."""
        return next((one for one in reversed(self.editions) if page in one.pages), None)


class GoneFile(StrictModel):
    """The file of what is gone, statements and whole pages, in the order in which it went."""

    gone: tuple[Gone, ...] = ()
    pages: tuple[GonePage, ...] = ()


@dataclass(frozen=True)
class WhatIsGone:
    """All statements and pages that are gone, in the order of the file.

    `pages` are without those that people have written again; `path` is that of the file. Where that
    is wrong, what is gone is not `known`.
    """

    entries: tuple[Gone, ...] = ()
    pages: tuple[GonePage, ...] = ()
    path: str = "docs/_data/gone.yml"
    known: bool = True

    @cached_property
    def by_address(self) -> dict[str, Gone]:
        """Each by the address that it had."""
        return {entry.statement: entry for entry in self.entries}

    def page_at(self, uri: str) -> GonePage | None:
        """The page that is gone from a path below docs, if one is."""
        return next((page for page in self.pages if page.page == uri), None)


def load_editions(path: Path, shown: str, _docs: Path) -> tuple[Editions, tuple[Problem, ...]]:
    """Load the editions; none where the file is missing, or wrong, which is a problem."""
    file, _, problems = load_data(EditionsFile, path, shown, CODE, "what `make edition` wrote")
    if not file:
        return Editions(), problems
    root = path.parents[shown.count("/")]
    kept = [one for one in file.editions if (root / one.archive).exists()]
    try:
        stated = read_stated(root / kept[-1].archive, kept[-1].name) if kept else ()
    except UnreadableEditionError as error:
        message = f"{kept[-1].archive} must be as `make edition` wrote it: {error}"
        hint = f"restore it with `git checkout -- {kept[-1].archive}`"
        return Editions(file.editions), (*problems, Problem(Place(shown), CODE, message, hint))
    return Editions(file.editions, stated), problems


def load_gone(path: Path, shown: str, docs: Path) -> tuple[WhatIsGone, tuple[Problem, ...]]:
    """Load what is gone; nothing where the file is missing, or wrong, which is a problem."""
    file, lined, problems = load_data(GoneFile, path, shown, CODE, "an entry of the file")
    if not file or not lined:
        return WhatIsGone(path=shown, known=not problems), problems
    written = written_uris(docs).keys()
    gone = tuple(entry for entry in file.pages if entry.page not in written)
    return WhatIsGone(file.gone, gone, shown), tuple(_check(file, lined, written))


EDITIONS = DataFile("_data/editions.yml", Editions(), load_editions, EditionsFile)
GONE = DataFile("_data/gone.yml", WhatIsGone(), load_gone, GoneFile)


def _check(file: GoneFile, lined: LinedYaml, written: Set[str]) -> Iterator[Problem]:
    """Find entries of no page or without a reason, two of one thing, and what leads nowhere."""
    gone = {entry.page for entry in file.pages}
    for index, entry in enumerate(file.gone):
        place = lined.place_of(("gone", index, "statement"))
        if entry.page not in written | gone:
            message = f"'{entry.page}' must be the path of a page below docs"
            yield Problem(place, CODE, message, "list a page that is gone itself under 'pages'")
        elif not entry.reason and entry.page not in gone:
            hint = "its page is there, and says so in the statement's place"
            yield Problem(place, CODE, f"'{entry.statement}' must have a 'reason'", hint)
    for index, page in enumerate(file.pages):
        if page.now and page.now not in written:
            place = lined.place_of(("pages", index, "now"))
            message = f"'{page.now}' must be the path of a page below docs"
            yield Problem(place, CODE, message, "leave 'now' out where nothing took its place")
    for key, field, named in (
        ("gone", "statement", [entry.statement for entry in file.gone]),
        ("pages", "page", [entry.page for entry in file.pages]),
    ):
        for index, name in enumerate(named):
            if name in named[:index]:
                place = lined.place_of((key, index, field))
                yield Problem(place, CODE, f"'{name}' must have one entry", "join them")
