"""`check` reads a page again only if something that it is made or judged from has changed."""

import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from project import Project

from build_tools.files.site_config import load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript import kept_pages, read
from build_tools.manuscript.kept_pages import FILE
from build_tools.sources import library as sources
from build_tools.sources.records import PlacedRecord, parse_record

CALL = "docs/talks/verelin-ulvholt-2019.md"
READING = read._read_page


@pytest.fixture
def read_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that have been read, by their names, in order."""
    names: list[str] = []

    def reading(path: Path, *others: object) -> None:
        names.append(path.name)
        READING(path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(read, "_read_page", reading)
    return names


def check(project: Project) -> Ledger:
    config = load_site_config(project.root)
    with kept_pages.keeping(config):
        ledger = read.read_manuscript(config)
        assert ledger.findings is not None
    return ledger


def judged(ledger: Ledger) -> object:
    return ledger.pages, ledger.entries, ledger.page_problems, ledger.findings


def test_what_is_known_is_not_read_and_the_same_is_found(
    small_project: Project, read_pages: list[str]
) -> None:
    # Findings of each kind, and a waiver, are kept as well.
    small_project.change(CALL, "lasted 35 minutes", "lasted 36 minutes")
    small_project.change("docs/index.md", "cast in 1644", "founded in 1645")
    small_project.write(
        "docs/_data/stand-ins.yml", "stand-ins:\n  - {ours: founded, theirs: cast}\n"
    )
    small_project.write("docs/empty.md", "---\nclaims: wrong\n---\n")
    first = check(small_project)
    assert len(read_pages) == len(first.pages) + 1 == 8
    assert len(first.problems) >= 4
    # What the site as a whole is judged by, page by page.
    assert any(page.shown for page in first.pages.values())
    assert any(page.stand_ins for page in first.pages.values())
    read_pages.clear()
    assert judged(check(small_project)) == judged(first)
    assert read_pages == []


def test_after_an_edit_of_a_page_only_that_page_is_read(
    small_project: Project, read_pages: list[str]
) -> None:
    check(small_project)
    read_pages.clear()
    small_project.change("docs/index.md", "cast in 1644", "cast in 1645")
    assert any("1645" in problem.message for problem in check(small_project).problems)
    assert read_pages == ["index.md"]
    read_pages.clear()
    small_project.change("docs/index.md", "cast in 1645", "cast in 1644")
    assert check(small_project).problems == []
    assert read_pages == ["index.md"]


def test_a_page_saved_in_the_middle_of_a_check_is_read_by_the_next(
    small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, wrong = "cast in 1644", "cast in 1645"

    def hashed(*arguments: object) -> kept_pages.KeptPages:
        """Edit a page once all pages have been read for their hashes."""
        pages = kept_pages.KeptPages(*arguments)  # type: ignore[arg-type]
        small_project.change("docs/index.md", right, wrong)
        return pages

    with monkeypatch.context() as patch:
        patch.setattr(read, "KeptPages", hashed)
        assert check(small_project).problems == []
    assert any("1645" in problem.message for problem in check(small_project).problems)
    small_project.change("docs/index.md", wrong, right)
    assert check(small_project).problems == []


CHANGES: dict[str, Callable[[Project, pytest.MonkeyPatch], object]] = {
    "an article": lambda project, patch: project.change(
        "seeds/osten-2019.txt", "lasted 35", "lasted 36"
    ),
    "a record": lambda project, patch: project.change(
        "seeds/osten-2019.yml", "title-short: Osten", "title-short: Ostn"
    ),
    "a data file": lambda project, patch: project.change(
        "docs/_data/names.yml", "Tovan Verelin", "Tovan Verlin"
    ),
    "the settings": lambda project, patch: project.change("mkdocs.yml", "- tables", "# - tables"),
    "the head of another page": lambda project, patch: project.change(CALL, "is: 35", "is: 36"),
    "a page more": lambda project, patch: project.write("docs/more.md", "# More\n"),
    "Python": lambda project, patch: patch.setattr(sys, "version", "4.0"),
    "what is installed": lambda project, patch: (
        (project.root / "other-1.0.dist-info").mkdir(),
        patch.syspath_prepend(str(project.root)),
    ),
    "the code": lambda project, patch: patch.setattr(
        kept_pages, "_PACKAGE", project.root / "seeds"
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_of_anything_else_has_all_pages_read(
    what: str, small_project: Project, read_pages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = set(check(small_project).pages)
    read_pages.clear()
    CHANGES[what](small_project, monkeypatch)
    check(small_project)
    assert len(read_pages) >= len(pages)


def test_where_an_extension_may_read_more_nothing_is_kept(
    small_project: Project, read_pages: list[str]
) -> None:
    small_project.change("mkdocs.yml", "  - tables\n", "  - tables\n  - meta\n")
    check(small_project)
    assert not (small_project.root / FILE).exists()


class Hostile:
    """What would make a folder where it is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (self.folder,)


def test_a_file_that_is_broken_or_not_ours_is_not_taken(
    small_project: Project, read_pages: list[str]
) -> None:
    first = judged(check(small_project))
    file = small_project.root / FILE
    hostile = pickle.dumps({"a": Hostile(small_project.root / "made")})
    whole = file.read_bytes()
    each = pickle.dumps(dict.fromkeys(pickle.loads(whole[32:]), hostile))
    signed = [hashlib.sha256(data).digest() + data for data in (hostile, each)]
    for data in (b"", whole[:-1], whole + b"x", *signed):
        file.write_bytes(data)
        read_pages.clear()
        assert judged(check(small_project)) == first
        assert len(read_pages) == 7
    assert not (small_project.root / "made").exists()


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records that have been parsed, by their paths."""
    paths: list[str] = []

    def parsing(text: str, path: str) -> PlacedRecord:
        paths.append(path)
        return parse_record(text, path)

    monkeypatch.setattr(sources, "parse_record", parsing)
    return paths


def touch(project: Project) -> None:
    """Let what is in memory be read from the disk again, as a new process does."""
    for path in (project.root / "seeds").iterdir():
        os.utime(path, (1, 1))


def test_of_the_sources_only_those_that_changed_are_parsed(
    small_project: Project, parsed: list[str]
) -> None:
    record = "seeds/osten-2019.yml"
    first = check(small_project).library
    assert len(parsed) == 3
    parsed.clear()
    touch(small_project)
    again = check(small_project).library
    assert parsed == []
    assert again is not first
    osten, before = again.sources["osten-2019"], first.sources["osten-2019"]
    assert (osten.record, osten.article, osten.yaml.places) == (
        before.record,
        before.article,
        before.yaml.places,
    )
    # Of the same length, and with the same time: its bytes alone tell.
    small_project.change(record, "title-short: Osten", "title-short: Ostem")
    touch(small_project)
    (small_project.root / "docs/_data/names.yml").touch()
    assert (
        check(small_project).library.sources["osten-2019"].record.container_title_short == "Ostem"
    )
    assert parsed == [record]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("seeds/osten-2019.yml", "sha256: ", "sha256: 0"),
        ("seeds/osten-2019.yml", "issued: ", "isued: "),
        ("docs/_data/names.yml", "people:", "peple:"),
        ("docs/_data/changes/2026-11-01-page-index.yml", "kind: page", "kind: pge"),
    ],
)
def test_what_is_wrong_is_told_each_time(
    small_project: Project, path: str, old: str, new: str
) -> None:
    small_project.change(path, old, new)
    first = check(small_project).findings
    assert [found for found in first if found.place.path == path]
    touch(small_project)
    assert check(small_project).findings == first
    small_project.change(path, new, old)
    assert check(small_project).findings == []


def test_where_nothing_can_be_kept_the_check_goes_on(small_project: Project) -> None:
    (small_project.root / ".cache").write_text("not a folder")
    assert check(small_project).problems == []
