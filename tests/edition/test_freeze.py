"""An edition of the small project, in a repository of its own."""

import hashlib
import re
import tarfile
from pathlib import Path

import pytest
from project import Project, git

from build_tools.edition.freeze import EditionError, freeze
from build_tools.files.site_config import load_site_config
from build_tools.manuscript.read import read_manuscript
from build_tools.release.packing import unpack_sites
from build_tools.review.revision import RevisionError, find_head
from build_tools.site_data.editions import EDITIONS, Edition

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


def build(folder: Path, address: str) -> bool:
    """Stand in for MkDocs: a page that has its own address."""
    folder.mkdir()
    (folder / "index.html").write_text(address)
    (folder / "main.css.map").touch()
    return True


def make(project: Project) -> tuple[Edition, Path]:
    config = load_site_config(project.root)
    return freeze(config, find_head(project.root), SITE, build)


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
    repository.change(PAGE, SAID, OTHERWISE)
    commit(repository)
    with pytest.raises(EditionError) as refused:
        make(repository)
    asked = str(refused.value)
    entry = asked[asked.index("  - statement") :].strip("\n")
    assert "Verelin congratulated Ulvholt on taking office" in entry
    assert "now: " in entry
    # Nothing is left of the attempt.
    find_head(repository.root)
    reason = entry.replace('reason: ""', "reason: Her first name was missing.")
    repository.write("docs/_data/gone.yml", f"gone:\n{reason}\n")
    commit(repository)
    second, archive = make(repository)
    [new], [gone] = second.new, second.gone
    assert f'statement: "{gone}"' in entry
    assert f'now: "{new}"' in entry
    # What no page asks for is left out.
    with tarfile.open(archive) as packed:
        assert packed.getnames() == [f"{second.name}/index.html"]
    names = {path.name.removesuffix(".tar.xz") for path in archive.parent.glob("*.tar.xz")}
    assert names == {first.name, second.name}


def test_a_page_goes_with_a_reason_or_not_at_all(repository: Project) -> None:
    gone = "docs/timeline.md"
    make(repository)
    (repository.root / gone).unlink()
    [change] = repository.root.glob("docs/_data/changes/*-timeline.yml")
    change.unlink()
    unlisted = re.sub(r"(?m)^.*timeline\.md.*\n", "", repository.text("mkdocs.yml"))
    repository.write("mkdocs.yml", unlisted)
    commit(repository)
    with pytest.raises(EditionError) as refused:
        make(repository)
    asked = str(refused.value)
    [page] = re.findall(r"- page: (.*)", asked)
    assert page == '"timeline.md"'
    text = asked[asked.index("\n\n") :].replace('""', '"Said."')
    repository.write("docs/_data/gone.yml", text)
    commit(repository)
    second, _ = make(repository)
    assert "timeline.md" not in second.pages


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
