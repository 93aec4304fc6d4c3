"""What the tests share: two libraries and their pages, one built site, and golden files."""

import fcntl
import shutil
from pathlib import Path

import pytest
from fixture_types import Golden, ReadPage
from hypothesis import settings
from project import (
    CONFIG,
    KIT,
    SITE_CONFIG,
    SMALL,
    Project,
    copy_project,
    copy_small_project,
    copy_small_site,
)

from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, read_manuscript, site_markdown
from build_tools.pages.front_matter import parse_page
from build_tools.pages.statements import PageEvidence
from build_tools.sources.library import Library, load_library

# The machine that runs the tests may be slow; a deadline for one example says nothing of the code.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")

# Each file of tests runs on one core, and these take longest: begun last, they would be all that is
# still running when the others have ended. The longest comes first.
LONGEST = (
    "browser/test_every_page.py",
    "site/test_serve.py",
    "browser/test_cards.py",
    "site/test_build.py",
    "measure/",
    "book/",
    "plain_site/",
    "browser/",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew from what is made"
    )
    parser.addoption(
        "--official", metavar="DIR", help="hold what is published to standards' files in a folder"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes longest; with --update-golden, run the tests that write alone."""
    items.sort(key=_rank)
    if config.getoption("--update-golden"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


def _rank(item: pytest.Item) -> int:
    path = item.path.relative_to(Path(__file__).parent).as_posix()
    return next((at for at, long in enumerate(LONGEST) if path.startswith(long)), len(LONGEST))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text to `tests/golden/<name>`, or write it there with --update-golden."""

    def compare(text: str, name: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"there is no {path}; make it with `pytest --update-golden`"
        assert text == path.read_text(encoding="utf-8"), (
            f"{name} differs; if the new text is right, run `pytest --update-golden`"
        )

    return compare


@pytest.fixture(scope="session")
def manuscript() -> Ledger:
    """Every page of the small project, parsed once."""
    return read_manuscript(CONFIG)


@pytest.fixture(scope="session")
def library(manuscript: Ledger) -> Library:
    """The three invented articles: what tests of the engine stand on."""
    return manuscript.library


@pytest.fixture(scope="session")
def site_manuscript() -> Ledger:
    """Every page in docs/, parsed once; for tests of what this site says."""
    return read_manuscript(SITE_CONFIG)


@pytest.fixture(scope="session")
def site_library(site_manuscript: Ledger) -> Library:
    """The real sources, with all that the site's configuration says of them."""
    return site_manuscript.library


@pytest.fixture
def broken(tmp_path: Path) -> Library:
    """The invented articles, of which Osten's has a record that does not load."""
    seeds = Path(shutil.copytree(SMALL / "seeds", tmp_path / "seeds"))
    record = seeds / "osten-2019.yml"
    record.write_text(record.read_text("utf-8").replace("language:", "langauge:"), "utf-8")
    return load_library(seeds, tmp_path)


@pytest.fixture
def read_page(library: Library) -> ReadPage:
    """Parse the text of one page, front matter included, with the extensions of the site.

    It cites the invented articles, or those of a library of the test's own.
    """

    def read(text: str, own: Library | None = None) -> PageEvidence:
        source = parse_page(text, "docs/page.md")
        ledger = Ledger(own or library, KIT, page_info(source, "docs/page.md", "page.md"))
        site_markdown(CONFIG, ledger).convert(source.body)
        return ledger.pages["page.md"]

    return read


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the whole project, to be changed at will."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def small_project(tmp_path: Path) -> Project:
    """A copy of the small project, to be changed at will."""
    return copy_small_project(tmp_path / "small")


@pytest.fixture
def small_site(tmp_path: Path) -> Project:
    """A copy of the small project that MkDocs can build, to be changed at will."""
    return copy_small_site(tmp_path / "small")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built strictly once for all workers of a run; tests only read it."""
    own = tmp_path_factory.getbasetemp()
    # With workers, the folder of each is in one that they share.
    shared = (own if worker_id == "master" else own.parent) / "built"
    shared.mkdir(exist_ok=True)
    site = shared / "site"
    # Held until the file is closed, by whatever end the process comes to.
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            copy = copy_project(tmp_path_factory.mktemp("building") / "project")
            done = copy.run("mkdocs", "build", "--strict")
            assert done.returncode == 0, done.output
            (copy.root / "site").rename(site)
    return site
