"""What a build writes and a server hands out when asked for it, never both."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast
from wsgiref.util import setup_testing_defaults

import pytest

from build_tools.generated.published_site import PublishedSite
from build_tools.generated.registry import GeneratedFile
from build_tools.preview.on_demand import FilesOnDemand
from build_tools.preview.run import RUN

SITE = cast(PublishedSite, None)  # None of these files is made of it.


class Site:
    """A server of one page, which adds a script to each as that of MkDocs does.

    While it is asked `on_ask` is called: a build may come between.
    """

    def __init__(self) -> None:
        self.there = {"/base/page.html": b"a page</body>", "/base/.blank.html": b""}
        self.on_ask: list[Callable[[], None]] = []
        self.epoch = 1

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        if self.on_ask:
            self.on_ask.pop()()
        found = self.there.get(environ["PATH_INFO"])
        start_response("404 Not Found" if found is None else "200 OK", [("Content-Type", "html")])
        text, end, _ = (found or b"").rpartition(b"</body>")
        return [b"nothing" if found is None else b"%bbuild %d%b" % (text, self.epoch, end)]


def ask(files: FilesOnDemand, path: str, folder: Path, site: Site | None = None) -> list[Any]:
    """Ask the server for a path; return the status, the body and where it leads."""
    environ: dict[str, Any] = {"PATH_INFO": path}
    setup_testing_defaults(environ)
    heard: list[Any] = []
    served = files.beside(site or Site(), "/base/", str(folder))
    body = served(environ, lambda *given: heard.extend(given))  # type: ignore[arg-type]
    return [heard[0], b"".join(body), *(value for key, value in heard[1] if key == "Location")]


@pytest.fixture
def made() -> list[str]:
    """The words of each file, in the order in which they were made."""
    return []


@pytest.fixture
def files(made: list[str]) -> list[GeneratedFile]:
    def parts(*words: str) -> Iterator[str]:
        made.extend(words)
        yield from words

    return [
        GeneratedFile("talks/é.bib", lambda _: parts("one ", "entry")),
        GeneratedFile("page.html", lambda _: parts("a file of the name of a page")),
    ]


def test_a_build_writes_them(
    files: list[GeneratedFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RUN, "previews", False)
    assert list(FilesOnDemand().deliver(files, SITE, tmp_path)) == []
    assert (tmp_path / "talks/é.bib").read_text("utf-8") == "one entry"


def test_a_preview_makes_each_when_it_is_asked_for(
    files: list[GeneratedFile], made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RUN, "previews", True)
    on_demand = FilesOnDemand()
    assert list(on_demand.deliver(files, SITE, tmp_path)) == files
    assert (list(tmp_path.iterdir()), made) == ([], [])
    # As a server of WSGI has it: the bytes of the path, each as a sign.
    asked = "/base/talks/é.bib".encode().decode("latin-1")
    assert ask(on_demand, asked, tmp_path) == ["200 OK", b"one entry"]
    assert ask(on_demand, "/base/page.html", tmp_path) == ["200 OK", b"a pagebuild 1</body>"]
    assert ask(on_demand, "/base/none.bib", tmp_path) == ["404 Not Found", b"nothing"]
    assert made == ["one ", "entry"]
    # The next build leaves others.
    assert list(on_demand.deliver([], SITE, tmp_path)) == []
    assert ask(on_demand, asked, tmp_path) == ["404 Not Found", b"nothing"]


@pytest.fixture
def pages(tmp_path: Path) -> FilesOnDemand:
    """What a build has left of a site: two pages."""
    on_demand = FilesOnDemand()
    list(on_demand.deliver([], SITE, tmp_path))
    on_demand.leave("index.html", b"home</body>")
    on_demand.leave("talks/call/index.html", b"a call</body>")
    return on_demand


def test_a_page_is_handed_out_as_the_server_does(pages: FilesOnDemand, tmp_path: Path) -> None:
    assert ask(pages, "/base/", tmp_path) == ["200 OK", b"homebuild 1</body>"]
    assert ask(pages, "/base/talks/call/", tmp_path) == ["200 OK", b"a callbuild 1</body>"]
    whole = "/base/talks/call/index.html"
    assert ask(pages, whole, tmp_path) == ["200 OK", b"a callbuild 1</body>"]
    for folder in ("/base", "/base/talks/call"):
        assert ask(pages, folder, tmp_path) == ["302 Found", b"", f"{folder}/"]
    # As many slashes as there are, as the server takes them, and nothing beside what it serves.
    for address in ("/base/talks/call//", "/base/talks/./call/", "/base//talks/call/"):
        assert ask(pages, address, tmp_path) == ["200 OK", b"a callbuild 1</body>"]
    for address in ("/base/talks/", "/talks/call/", "/"):
        assert ask(pages, address, tmp_path) == ["404 Not Found", b"nothing"]


@pytest.mark.parametrize("asked", [1, 2], ids=["page", "script"])
def test_a_page_is_never_older_than_the_build_that_its_script_names(
    pages: FilesOnDemand, tmp_path: Path, asked: int
) -> None:
    """The server waits for a build; the script of an old page would not load the new one."""
    site = Site()

    def build() -> None:
        list(pages.deliver([], SITE, tmp_path))
        pages.leave("index.html", b"new</body>")
        site.epoch = 2

    site.on_ask = [build, *[lambda: None] * (asked - 1)]
    assert ask(pages, "/base/", tmp_path, site) == ["200 OK", b"newbuild 2</body>"]


def test_a_page_is_there_when_a_build_that_comes_between_writes_it(
    pages: FilesOnDemand, tmp_path: Path
) -> None:
    site = Site()

    def build() -> None:
        list(pages.deliver([], SITE, tmp_path))
        site.there["/base/"] = b"edited</body>"

    site.on_ask = [build, lambda: None]
    assert ask(pages, "/base/", tmp_path, site) == ["200 OK", b"editedbuild 1</body>"]
