"""Nothing goes out unread: what below docs is neither a page nor an asset is a problem."""

import json
import os
from collections.abc import Collection

import pytest
from click.testing import CliRunner
from project import SITE_CONFIG, Project

from build_tools.__main__ import main
from build_tools.files.linked_folders import require_tree
from build_tools.files.site_config import SiteConfig, load_site_config
from build_tools.files.unread_files import check_published, published_files
from build_tools.problems import InputProblems, Problem


def find(config: SiteConfig, made: Collection[str] = ()) -> list[Problem]:
    return list(check_published(config, published_files(config), made))


@pytest.mark.parametrize(
    "name",
    [
        "page.md~", "page.md.orig", "page.md.bak", "#page.md#", "page.MD", "page.html~", "page.htm",
        "page.xhtml", "page.HTML", "notes.txt", "talks/notes", "talks/a.pdf", "data.json", "a.xml",
        "site.css~",
    ],
)  # fmt: skip
def test_what_is_neither_a_page_nor_an_asset_is_found(small_project: Project, name: str) -> None:
    small_project.write(f"docs/{name}", "The bell was stolen.\n")
    (problem,) = find(load_site_config(small_project.root))
    assert (problem.place.path, problem.code) == (f"docs/{name}", "published")


@pytest.mark.parametrize(
    "name",
    [
        "page.md", "page.markdown", "bell.svg", "bell.jpg", "bell.PNG",
        "assets/site.css", "assets/site.min.js",
        ".page.md.swp", ".git/x.txt", "_data/notes.txt", "_drafts/page.md~", "templates/x.html",
        "old.html", "notes/x.txt",
    ],
)  # fmt: skip
def test_pages_assets_and_what_is_not_published_are_not_found(
    small_project: Project, name: str
) -> None:
    small_project.write(f"docs/{name}", "The bell was stolen.\n")
    small_project.change("mkdocs.yml", "nav:\n", "draft_docs: notes/\nnav:\n")
    assert find(load_site_config(small_project.root)) == []


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
    assert find(SITE_CONFIG) == []


SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<a href="javascript:alert(1)"/>', '<g onload="alert(1)"/>',
        '<image href="https://example.org/a.png"/>', "<style>@import 'x'</style>",
        '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>', "<foreignObject/>",
    ],
)  # fmt: skip
def test_a_picture_that_does_something_is_refused(small_project: Project, inside: str) -> None:
    small_project.write("docs/bell.SVG", SVG.format(inside))
    (problem,) = find(load_site_config(small_project.root))
    assert "a picture must not have scripts" in problem.message


@pytest.mark.parametrize("inside", ['<path d="M0 0"/>', '<use href="#a"/>', "<text>on=1</text>"])
def test_a_picture_that_only_draws_is_not(small_project: Project, inside: str) -> None:
    small_project.write("docs/bell.svg", SVG.format(inside))
    assert find(load_site_config(small_project.root)) == []


def test_only_regular_files_of_the_project_go_out(small_project: Project) -> None:
    docs = small_project.root / "docs"
    os.mkfifo(docs / "pipe.md")
    (docs / "device.png").symlink_to("/dev/zero")
    (docs / "nowhere.md").symlink_to("nothing.md")
    (docs / "loop.md").symlink_to("loop.md")
    (docs / "latin.md").write_bytes("Höhe".encode("latin-1"))
    small_project.write("docs/feed.xml.md", "A page.\n")
    small_project.write("docs/evidence.md", "A page.\n")
    (docs / "linked.md").symlink_to("index.md")
    found = find(load_site_config(small_project.root), {"evidence.md"})
    assert {problem.place.path for problem in found} == {
        f"docs/{name}"
        for name in ("pipe.md", "device.png", "nowhere.md", "loop.md", "latin.md", "evidence.md")
    }


def test_links_to_folders_may_not_lead_in_circles(small_project: Project) -> None:
    docs = small_project.root / "docs"
    (docs / "a").symlink_to(docs)
    (docs / "b").symlink_to("/")
    with pytest.raises(InputProblems) as raised:
        require_tree(docs, small_project.root)
    assert {problem.place.path for problem in raised.value.problems} == {"docs/a", "docs/b"}


@pytest.mark.parametrize("command", [("build_tools", "check"), ("mkdocs", "build", "--strict")])
def test_what_no_program_should_read_is_told_of_and_left_out(
    small_site: Project, command: tuple[str, ...]
) -> None:
    os.mkfifo(small_site.root / "docs/pipe.md")
    (small_site.root / "docs/latin.md").write_bytes("Höhe".encode("latin-1"))
    aliases = "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 30))
    small_site.write("docs/aliases.md", f"---\na0: &a0 x\n{aliases}---\n\n# A page\n")
    small_site.write("docs/deep.md", f"---\na: {'[' * 30_000}\n---\n\n# A page\n")
    small_site.write("docs/sources/index.md", "# A page\n")
    small_site.write("docs/glossary.md.orig", "The bell was stolen.\n")
    done = small_site.run(*command)
    assert done.returncode == 1, done.output
    assert "Traceback" not in done.output
    for place in (
        "glossary.md.orig:1:1: published",
        "pipe.md:1:1: published", "latin.md:1:1: published", "sources/index.md:1:1: published",
        "aliases.md:3:10: yaml", "deep.md:2:53: yaml",
    ):  # fmt: skip
        assert f"docs/{place}: " in done.output, (place, done.output)
