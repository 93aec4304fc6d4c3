"""What the tests share: the real sources and pages, one built site, and golden files."""

import shutil
from pathlib import Path

import pytest
from fixture_types import Golden, ReadPage
from hypothesis import settings
from markdown import Markdown
from project import KIT, ROOT, Project, copy_project

from build_tools.files.site_config import CITATIONS, load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, read_manuscript
from build_tools.pages.front_matter import parse_page
from build_tools.pages.statements import PageEvidence
from build_tools.sources.library import Library, load_library

# The machine that runs the tests may be slow; a deadline for one example says nothing of the code.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew from what is made"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --update-golden, run the tests that write, and no others."""
    if config.getoption("--update-golden"):
        items[:] = [
            item for item in items if {"golden", "table"} & set(getattr(item, "fixturenames", ()))
        ]


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
    """Every page in docs/, parsed once."""
    return read_manuscript(load_site_config(ROOT))


@pytest.fixture(scope="session")
def library(manuscript: Ledger) -> Library:
    """The five real sources, with all that the site's configuration says of them."""
    return manuscript.library


@pytest.fixture
def broken(tmp_path: Path) -> Library:
    """The sources, of which Kyodo's has a record that does not load."""
    seeds = Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))
    record = seeds / "kyodo-2021.yml"
    record.write_text(record.read_text("utf-8").replace("language:", "langauge:"), "utf-8")
    return load_library(seeds, tmp_path)


@pytest.fixture
def read_page(library: Library) -> ReadPage:
    """Parse the text of one page, front matter included, with the extensions of the site."""
    config = load_site_config(ROOT)

    def read(text: str) -> PageEvidence:
        source = parse_page(text, "docs/page.md")
        ledger = Ledger(library, KIT, page_info(source, "docs/page.md", "page.md"))
        configs = {**config.extension_configs, CITATIONS: {"ledger": ledger}}
        Markdown(extensions=list(config.extensions), extension_configs=configs).convert(source.body)
        return ledger.pages["page.md"]

    return read


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the whole project, to be changed at will."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once; tests only read it."""
    copy = copy_project(tmp_path_factory.mktemp("built") / "project")
    done = copy.run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.output
    return copy.root / "site"
