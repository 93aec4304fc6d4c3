"""Nothing goes out unread: what below docs is neither a page nor an asset is a problem."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import SITE_CONFIG, Project, copy_project

from build_tools.__main__ import main
from build_tools.files.site_config import load_site_config
from build_tools.files.unread_files import check_published
from build_tools.problems import InputProblems


@pytest.mark.parametrize(
    "name",
    [
        "page.md~", "page.md.orig", "page.md.bak", "#page.md#", "page.MD", "page.html~", "page.htm",
        "page.xhtml", "page.HTML", "notes.txt", "talks/notes", "talks/a.pdf", "data.json", "a.xml",
        "site.css~", "bell.PNG",
    ],
)  # fmt: skip
def test_what_is_neither_a_page_nor_an_asset_is_found(small_project: Project, name: str) -> None:
    small_project.write(f"docs/{name}", "The bell was stolen.\n")
    (problem,) = check_published(load_site_config(small_project.root))
    assert (problem.place.path, problem.code) == (f"docs/{name}", "published")


@pytest.mark.parametrize(
    "name",
    [
        "page.md", "page.markdown", "bell.svg", "bell.jpg", "assets/site.css", "assets/site.min.js",
        ".page.md.swp", ".git/x.txt", "_data/notes.txt", "_drafts/page.md~", "templates/x.html",
        "old.html", "notes/x.txt",
    ],
)  # fmt: skip
def test_pages_assets_and_what_is_not_published_are_not_found(
    small_project: Project, name: str
) -> None:
    small_project.write(f"docs/{name}", "The bell was stolen.\n")
    small_project.change("mkdocs.yml", "nav:\n", "draft_docs: notes/\nnav:\n")
    assert list(check_published(load_site_config(small_project.root))) == []


def test_check_reports_it_and_fails(small_project: Project) -> None:
    small_project.write("docs/page.md~", "The bell was stolen.\n")
    arguments = ["--root", str(small_project.root), "check", "--format", "json", "docs/page.md~"]
    result = CliRunner().invoke(main, arguments)
    assert [found["code"] for found in json.loads(result.stdout)["findings"]] == ["published"]
    assert result.exit_code == 1


def test_a_wrong_pattern_is_a_problem(small_project: Project) -> None:
    small_project.change("mkdocs.yml", "  *.html\n", "  !\n")
    with pytest.raises(InputProblems, match="must be patterns"):
        load_site_config(small_project.root)


def test_this_site_publishes_nothing_unread() -> None:
    assert list(check_published(SITE_CONFIG)) == []


def test_it_stops_a_strict_build(tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "project")
    copy.write("docs/people.md.orig", "The islands were stolen.\n")
    done = copy.run("mkdocs", "build", "--strict")
    assert done.returncode != 0
    assert "docs/people.md.orig:1:1: published:" in done.output
