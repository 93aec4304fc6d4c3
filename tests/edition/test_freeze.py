"""An edition of the small project, in a repository of its own."""

import hashlib
import re
import tarfile
from pathlib import Path

import pytest
import yaml
from generated.published import published_site
from project import Project, git

from build_tools.edition.freeze import EditionError, freeze
from build_tools.files.site_config import load_site_config
from build_tools.generated.evidence_files import render_evidence_json
from build_tools.manuscript.read import read_manuscript
from build_tools.problems import Problem
from build_tools.release.packing import PackingError, unpack_sites
from build_tools.review.revision import RevisionError, find_head
from build_tools.site_data.editions import EDITIONS, Edition
from build_tools.site_data.stated import EVIDENCE_FILE

SITE = "https://bell.example/"
PAGE = "docs/talks/verelin-ulvholt-2019.md"
SAID = "Verelin congratulated Ulvholt on taking office, Osten reported [@osten-2019, para. 4]."
OTHERWISE = SAID.replace("Verelin congratulated Ulvholt", "Verelin congratulated Maren Ulvholt")


def commit(project: Project) -> None:
    git(project.root, "add", "--all")
    git(project.root, "commit", "--quiet", "--message=Say it")


@pytest.fixture
def repository(small_project: Project) -> Project:
    """The small project as committed, with one more sentence."""
    git(small_project.root, "init", "--quiet")
    small_project.write(PAGE, f"{small_project.text(PAGE)}\n{SAID}\n")
    commit(small_project)
    return small_project


def make(project: Project) -> tuple[Edition, Path]:
    """Make an edition with a stand-in for MkDocs: a page that has its own address, and the data."""
    config = load_site_config(project.root)

    def build(folder: Path, address: str) -> bool:
        folder.mkdir()
        (folder / "index.html").write_text(address)
        (folder / "main.css.map").touch()
        ledger = read_manuscript(config)
        assert ledger.problems == []
        published = published_site(ledger)
        (folder / EVIDENCE_FILE).write_text(render_evidence_json(published), "utf-8")
        return True

    return freeze(config, find_head(project.root), SITE, build)


def problems(project: Project) -> list[Problem]:
    return read_manuscript(load_site_config(project.root)).problems


def entry_of(problem: Problem, reason: str) -> str:
    """Return the entry that a hint gives to paste, with a reason."""
    entry = problem.hint[problem.hint.index("- {") :]
    return entry.replace('reason: ""', f'reason: "{reason}"').replace('title: ""', 'title: "It"')


def test_an_edition_is_packed_under_its_date_and_commit(
    repository: Project, tmp_path: Path
) -> None:
    edition, archive = make(repository)
    head = find_head_of_last_commit(repository)
    assert edition.name == f"{head[1]}-{head[0][:7]}"
    assert edition.url == f"{SITE}editions/{edition.name}/"
    # The first has nothing to compare with.
    assert (edition.new, edition.gone) == ((), ())
    # Generated pages are in it as well.
    assert {"talks/verelin-ulvholt-2019.md", "sources/osten-2019.md"} < set(edition.pages)
    unpack_sites(archive.parent, tmp_path / "site/editions")
    page = tmp_path / f"site/editions/{edition.name}/index.html"
    assert page.read_text() == edition.url
    # It is known from now on.
    data = read_manuscript(load_site_config(repository.root)).kit.data.of(EDITIONS)
    assert data.newest == edition


def find_head_of_last_commit(project: Project) -> list[str]:
    return git(project.root, "log", "-1", "--format=%H %cs").split()


def test_the_same_commit_makes_the_same_bytes(repository: Project) -> None:
    found = set()
    for _ in range(2):
        _, archive = make(repository)
        record = repository.text("docs/_data/editions.yml")
        found.add((hashlib.sha256(archive.read_bytes()).hexdigest(), record))
        git(repository.root, "clean", "--quiet", "--force", "-d")
    assert len(found) == 1


def test_what_is_not_committed_has_no_edition(repository: Project) -> None:
    repository.write("docs/index.md", f"{repository.text('docs/index.md')}\n")
    with pytest.raises(RevisionError, match=r"this is not: docs/index\.md"):
        make(repository)


def test_a_statement_goes_with_a_reason_or_not_at_all(repository: Project) -> None:
    first, _ = make(repository)
    commit(repository)
    assert problems(repository) == []
    line = repository.change(PAGE, SAID, OTHERWISE)
    commit(repository)
    [asked] = problems(repository)
    # It is told where the words are that took its place.
    assert (asked.code, asked.place.path, asked.place.line) == ("editions", PAGE, line)
    assert "Verelin congratulated Ulvholt on taking office" in asked.message
    with pytest.raises(EditionError, match="must have no problems"):
        make(repository)
    # Nothing is left of the attempt.
    find_head(repository.root)
    # Pasted without a reason, it is asked for that alone.
    repository.write("docs/_data/gone.yml", f"gone:\n  {entry_of(asked, '')}\n")
    [blank] = problems(repository)
    assert (blank.place.path, "blank" in blank.message) == ("docs/_data/gone.yml", True)
    entry = entry_of(asked, "Her first name was missing.")
    repository.write("docs/_data/gone.yml", f"gone:\n  {entry}\n")
    commit(repository)
    assert problems(repository) == []
    second, archive = make(repository)
    [new], [gone] = second.new, second.gone
    assert f'statement: "{gone}"' in entry
    assert f'now: "{new}"' in entry
    # What no page asks for is left out.
    with tarfile.open(archive) as packed:
        names = [f"{second.name}/{name}" for name in (EVIDENCE_FILE, "index.html")]
        assert packed.getnames() == names
    names = {path.name.removesuffix(".tar.xz") for path in archive.parent.glob("*.tar.xz")}
    assert names == {first.name, second.name}


def test_a_statement_that_moved_leads_to_where_it_is(repository: Project) -> None:
    make(repository)
    other = "docs/talks/holmvik-revnik-2015.md"
    repository.change(PAGE, SAID, "")
    repository.write(other, f"{repository.text(other)}\n{SAID}\n")
    [asked] = problems(repository)
    assert asked.place.path == PAGE
    entry = entry_of(asked, "It is told with the other talks.")
    assert 'now: "talks/holmvik-revnik-2015.md#s-' in entry
    repository.write("docs/_data/gone.yml", f"gone:\n  {entry}\n")
    assert problems(repository) == []


def test_a_page_goes_with_a_reason_or_not_at_all(repository: Project) -> None:
    make(repository)
    taken = ("timeline.md", "talks/verelin-ulvholt-2019.md")
    for page in taken:
        (repository.root / "docs" / page).unlink()
        for change in (repository.root / "docs/_data/changes").glob("*.yml"):
            if f"page: {page}" in change.read_text("utf-8"):
                change.unlink()
        unlisted = re.sub(rf"(?m)^.*{page}.*\n", "", repository.text("mkdocs.yml"))
        repository.write("mkdocs.yml", unlisted)
    asked = [it for it in problems(repository) if it.code == "editions"]
    pages = [entry_of(it, "It said nothing.") for it in asked if "'pages'" in it.hint]
    statements = [entry_of(it, "Its page went.") for it in asked if "'gone'" in it.hint]
    assert [entry[:20] for entry in pages] == ['- {page: "talks/vere', '- {page: "timeline.m']
    # A page has the reason of all that was on it; the list of talks has lost a row as well.
    parsed = [yaml.safe_load(entry)[0] for entry in statements]
    reasons = {(it["statement"].partition("#")[0], it.get("reason")) for it in parsed}
    assert reasons == {(page, None) for page in taken} | {("talks/index.md", "Its page went.")}
    listed = "".join(
        f"{key}:\n" + "".join(f"  {entry}\n" for entry in entries)
        for key, entries in (("gone", statements), ("pages", pages))
    )
    repository.write("docs/_data/gone.yml", listed)
    assert not [it for it in problems(repository) if it.code == "editions"]


def test_an_archive_that_tells_nothing_is_a_problem(repository: Project) -> None:
    edition, archive = make(repository)
    for content in (b"no archive", archive.read_bytes()[:-200]):
        archive.write_bytes(content)
        [problem] = problems(repository)
        assert problem.code == "editions"
        assert f"{edition.archive} must be as `make edition` wrote it" in problem.message
        with pytest.raises(PackingError, match="must be as it was packed"):
            unpack_sites(archive.parent, repository.root / "out")


def test_an_edition_wants_the_last_to_compare_with(repository: Project) -> None:
    _, archive = make(repository)
    archive.unlink()
    commit(repository)
    with pytest.raises(EditionError, match="the last edition must be there"):
        make(repository)


def test_a_build_that_fails_leaves_no_record(repository: Project) -> None:
    config = load_site_config(repository.root)
    with pytest.raises(EditionError, match="must build"):
        freeze(config, find_head(repository.root), SITE, lambda folder, address: False)
    assert not (repository.root / "docs/_data/editions.yml").exists()


def test_the_id_of_a_statement_stays_when_the_page_around_it_changes(repository: Project) -> None:
    def ids() -> set[str]:
        ledger = read_manuscript(load_site_config(repository.root))
        return {entry.statement.id for entry in ledger.entries}

    before = ids()
    text = repository.text(PAGE)
    head, title, body = text.partition("\n# ")
    start, _, rest = body.partition("\n")
    more = "Osten reported a call of 35 minutes [@osten-2019, para. 2]."
    repository.write(PAGE, f"{head}{title}{start} again\n\n{more}\n{rest}")
    assert before < ids()
