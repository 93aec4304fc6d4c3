"""What Zotero makes of the pages, by its own translator for metadata in a page's head."""

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from project import ROOT

from build_tools.generated.items import item_of_source
from build_tools.sources.library import Library

ZOTERO = Path(sys.prefix) / "zotero"
ADDRESS = "http://127.0.0.1:8000/"


@pytest.fixture(scope="module")
def saved(built_site: Path) -> dict[str, Any]:
    """What Zotero saves of each page, by the page's address in the site."""
    if not (ZOTERO / "package").exists():
        pytest.skip("npm installs Zotero's translators")
    pages = {
        path.parent.relative_to(built_site).as_posix(): path.read_text("utf-8")
        for path in built_site.rglob("index.html")
    }
    done = subprocess.run(
        ["node", str(ROOT / "tests/zotero.js"), str(ZOTERO)],
        input=json.dumps([[f"{ADDRESS}{url}/", html] for url, html in pages.items()]),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(pages, json.loads(done.stdout.splitlines()[-1]), strict=True))


def named(item: Any) -> list[tuple[str, str]]:
    assert all(it["creatorType"] == "author" for it in item["creators"])
    return [(it["lastName"], it.get("firstName", "")) for it in item["creators"]]


def test_the_page_of_a_source_is_saved_as_the_article(
    saved: dict[str, Any], site_library: Library
) -> None:
    described: set[str] = set()
    for source in site_library.sources.values():
        wanted, item = item_of_source(source.record), saved[f"sources/{source.id}"]
        assert item["itemType"] == "newspaperArticle"
        assert item["title"] == wanted.title
        assert item["publicationTitle"] == wanted.container
        assert item["publisher"] == wanted.publisher
        assert item["url"] == wanted.url
        assert item["language"] == wanted.language
        # It takes the page's description for an abstract: that says whose it is.
        assert "on this site" in item["abstractNote"]
        assert item["abstractNote"] not in described
        described.add(item["abstractNote"])
        # Of two possible days the month that they share.
        assert item["date"] == "/".join(wanted.known_date)
        assert named(item) == [
            (name.literal or name.family or "", name.given or "") for name in wanted.authors
        ]


def test_any_other_page_is_saved_as_itself(
    saved: dict[str, Any], site_library: Library, built_site: Path
) -> None:
    others = saved.keys() - {f"sources/{id_}" for id_ in site_library.sources}
    assert len(others) > 20
    for url in others:
        html, item = (built_site / url / "index.html").read_text("utf-8"), saved[url]
        [address] = re.findall(r'rel="canonical" href="([^"]*)"', html)
        [name] = re.findall(r'property="og:site_name" content="([^"]*)"', html)
        [title] = re.findall(r'name="citation_title" content="([^"]*)"', html)
        assert (item["itemType"], item["url"]) == ("webpage", address)
        assert (item["title"], item["publicationTitle"]) == (unescape(title), unescape(name))
        [author] = re.findall(r'<meta name="author" content="([^"]*)"', html)
        assert named(item) == [(unescape(author), "")]
        assert re.fullmatch(r"\d{4}/\d\d/\d\d", item["date"])
