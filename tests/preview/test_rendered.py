"""A page is put back only where it was made from the same, and the search finds it all the same."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.kept import Kept
from build_tools.preview.rendered import Rendering
from build_tools.preview.run import RUN
from build_tools.theme.search_index import INDEX

PAGES = {"": "index.md", "talk/": "talk.md"}


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("build_tools.preview.rendered.RENDERED", Kept())
    yield


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / INDEX).parent.mkdir()
    return tmp_path


def build(site: Path, texts: dict[str, str], others: object = 1) -> dict[str, str]:
    """Render pages as MkDocs would; return those that had to be made, and check the index."""
    rendering, made = Rendering(others), {}
    for url, text in texts.items():
        if not rendering.find(url, PAGES[url], text):
            made[url] = f"<p>{text}</p>"
            rendering.add(url, made[url])
    docs = [
        {"location": f"{url}{anchor}", "text": texts[url]}
        for url in made
        for anchor in ("", "#part")
    ]
    (site / INDEX).write_text(json.dumps({"config": {}, "docs": docs}), "utf-8")
    rendering.complete_index(str(site))
    index = json.loads((site / INDEX).read_text("utf-8"))
    assert [(doc["location"], doc["text"]) for doc in index["docs"]] == [
        (f"{url}{anchor}", text) for url, text in texts.items() for anchor in ("", "#part")
    ]
    return made


def test_only_what_has_changed_is_made_again(site: Path) -> None:
    first = {"": "one", "talk/": "two"}
    assert build(site, first).keys() == {"", "talk/"}
    assert build(site, first) == {}
    assert build(site, {"": "other", "talk/": "two"}).keys() == {""}
    # What is put back is of the last build, not of the first.
    assert build(site, first).keys() == {""}
    assert build(site, first, others=2).keys() == {"", "talk/"}


def test_a_page_that_is_gone_leaves_nothing_in_the_index(site: Path) -> None:
    build(site, {"": "one", "talk/": "two"})
    assert build(site, {"": "one"}) == {}


def test_a_site_without_search_keeps_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        rendering = Rendering(1)
        assert rendering.find("", "index.md", "one") == b""
        rendering.add("", "<p>one</p>")
        rendering.complete_index(str(tmp_path))


def test_the_settings_and_every_template_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RUN, "previews", True)
    settings, folder = tmp_path / "mkdocs.yml", tmp_path / "theme"
    (folder / "partials").mkdir(parents=True)
    settings.write_text("a: 1", "utf-8")
    template = folder / "partials" / "x.html"
    template.write_text("x", "utf-8")
    site = tmp_path / "site"
    (site / INDEX).parent.mkdir(parents=True)

    def is_kept() -> bool:
        rendering = Rendering.of(str(settings), str(folder), 1)
        if found := rendering.find("", "index.md", "one"):
            return bool(found)
        rendering.add("", "<p>one</p>")
        (site / INDEX).write_text('{"docs": []}', "utf-8")
        rendering.complete_index(str(site))
        return False

    assert [is_kept(), is_kept()] == [False, True]
    template.write_text("y", "utf-8")
    assert [is_kept(), is_kept()] == [False, True]
    settings.write_text("a: 2", "utf-8")
    assert [is_kept(), is_kept()] == [False, True]
    # A build that none follows keeps nothing.
    monkeypatch.setattr(RUN, "previews", False)
    assert [is_kept(), is_kept()] == [False, False]
