"""Every link, anchor, asset and id of the built site; and that the checker finds what is broken."""

from pathlib import Path

import pytest
from site_links import broken_links

URL = "http://127.0.0.1:8000/"


def test_nothing_in_the_built_site_is_broken(built_site: Path) -> None:
    assert broken_links(built_site, URL) == []


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A sound site of two pages, with a link of each kind."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/style.css").write_text("")
    (tmp_path / "index.html").write_text(
        f'<link rel="canonical" href="{URL}"><h1 id="top">Home</h1><a href="a/">A</a>\n'
        '<a href="a/#one">1</a> <a href="#top">up</a> <a href="https://example.org/x">out</a>\n'
        '<label for="box">Box</label><input id="box"><a href="a/#:~:text=One">words</a>'
    )
    (tmp_path / "a/index.html").write_text(
        '<link href="style.css"><h1 id="one">One</h1><a href="..">Home</a><a href="../#top">up</a>'
    )
    (tmp_path / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{URL}</loc></url><url><loc>{URL}a/</loc></url></urlset>"
    )
    return tmp_path


def test_a_sound_site(small: Path) -> None:
    assert broken_links(small, URL) == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="b/">', "index.html:1: b/: no such file"),
        ('\n<a href="a/#two">', "index.html:2: a/#two: no such id on that page"),
        ('<a href="#none">', "index.html:1: #none: no such id on that page"),
        ('<a href="/c.html">', "index.html:1: /c.html: no such file"),
        ('<img src="a/x.png">', "index.html:1: a/x.png: no such file"),
        ('<img srcset="a/style.css 1x, y.png 2x">', "index.html:1: y.png: no such file"),
        (f'<link rel="canonical" href="{URL}z/">', f"index.html:1: {URL}z/: no such file"),
        (f'<meta property="og:image" content="{URL}o">', f"index.html:1: {URL}o: no such file"),
        ('<a href="javascript:x">', "index.html:1: javascript:x: an address of no known kind"),
        ('<p id="x"></p><p id="x"></p>', "index.html: the id x is given more than once"),
        ('<label for="none"></label>', "index.html:1: no element has the id none"),
    ],
)  # fmt: skip
def test_what_is_broken_is_found(small: Path, html: str, expected: str) -> None:
    (small / "index.html").write_text(f'{html}<h1 id="top">')
    assert broken_links(small, URL) == [expected]


def test_a_site_below_the_root_of_its_host(small: Path) -> None:
    (small / "sitemap.xml").unlink()
    (small / "index.html").write_text('<h1 id="top"><a href="../other/"><a href="a/">')
    expected = ["index.html:1: ../other/: outside http://127.0.0.1:8000/below/"]
    assert broken_links(small, f"{URL}below/") == expected


def test_the_sitemap_and_the_pages_are_compared(small: Path) -> None:
    (small / "a/index.html").unlink()
    (small / "b.html").write_text("<p>")
    found = broken_links(small, URL)
    assert f"sitemap.xml: {URL}a/: no such page" in found
    assert f"sitemap.xml: {URL}b.html is not listed" in found


def test_without_a_server_a_folder_is_no_page(small: Path) -> None:
    (small / "index.html").write_text(
        '<a href="a/"><a href="/a/index.html"><a href="a/index.html">x'
    )
    (small / "a/index.html").write_text('<a href="../index.html">')
    assert broken_links(small, URL, as_files=True) == [
        "index.html:1: a/: leads to a folder, where a file is needed",
        "index.html:1: /a/index.html: starts at the root of a server, and there is none",
    ]
