"""The site as plain files: Zensical, which runs no hooks, makes the same text and notes of them."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import Markdown
from project import SITE_CONFIG, Project

from build_tools.__main__ import main
from build_tools.plain_site.files import write_plain_site
from build_tools.plain_site.markdown import as_markdown
from build_tools.plain_site.pages import url_of

# What stands around a page's text: it is made of the templates of each program.
_AROUND = re.compile(
    r'<p class="evidence-ends".*?</p>|<section class="page-end".*?</section>'
    r'|<a id="__skip"[^>]*></a>',
    re.DOTALL,
)


class Text(HTMLParser):
    """The words, ids and links of a page's article, in order, without the signs at headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = False
        article = html[html.index("<article") : html.index("</article>")]
        self.feed(_AROUND.sub("", article))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._silent = values.get("class") == "headerlink"
        if not self._silent:
            self.found += [f"{key}={values[key]}" for key in ("id", "href") if key in values]

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        self.found += [] if self._silent else data.split()


def zensical(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_zensical_makes_the_same_text_and_notes(built_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    count = write_plain_site(SITE_CONFIG, folder)
    done = zensical(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((folder / "docs").rglob("*.md"))
    assert len(pages) == count > 25
    for page in pages:
        path = f"{url_of(page.relative_to(folder / 'docs').as_posix())}index.html"
        ours, theirs = (
            Text((site / path).read_text("utf-8")).found for site in (built_site, folder / "site")
        )
        assert theirs == ours, path
    # It would list the text of pages as Markdown, which is left out.
    assert not (folder / "site/llms.txt").exists()
    for name in ("evidence.json", "annotations.jsonld", "feed.xml", "sources.csl.json"):
        assert (folder / "site" / name).read_bytes() == (built_site / name).read_bytes()


def test_a_fault_is_said_and_nothing_is_written(small_project: Project) -> None:
    page = "docs/talks/verelin-ulvholt-2019.md"
    right = small_project.text(page)
    small_project.write(page, f"{right}\nIt cost 99 crowns [@osten-2019, para. 2].\n")
    root = ["--root", str(small_project.root), "generate"]
    refused = CliRunner().invoke(main, [*root, str(small_project.root / "plain")])
    assert refused.exit_code == 1
    assert f"{page}:" in refused.stderr
    assert "99" in refused.stderr
    assert not (small_project.root / "plain").exists()
    small_project.write(page, right)
    there = CliRunner().invoke(main, [*root, str(small_project.root / "docs")])
    assert there.exit_code == 2


@pytest.mark.parametrize(
    "html",
    [
        '<h1 id="a">A &amp; B * [c] | 1. `d`</h1>\n<p>Text\n\n    as it *is*</p>',
        '<div>\n<h2 id="b">Within</h2>\n\n<br>\n<img src="x"></div><h2 id="c">Out</h2>',
        "<pre><code>\n&#96;&#96;&#96;yaml\na: &#126;\n&#96;&#96;&#96;\n</code></pre>",
        '<p>One</p>\n<h3 id="d">2020. Then</h3>\n<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    ],
)
def test_markdown_makes_the_same_html_of_it(html: str) -> None:
    again = Markdown(extensions=["attr_list"]).convert(as_markdown(html))
    assert re.sub(r"\s|</?div>", "", again) == re.sub(r"\s|</?div>", "", html)
