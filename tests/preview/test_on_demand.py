"""Files beside the pages: written by a build, made by a server when asked for, never both."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from wsgiref.util import setup_testing_defaults

import pytest

from build_tools.generated.published_site import PublishedSite
from build_tools.generated.registry import GeneratedFile
from build_tools.preview.on_demand import FilesOnDemand
from build_tools.preview.run import RUN

SITE = cast(PublishedSite, None)  # None of these files is made of it.


def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """Serve a site of one page."""
    found = environ["PATH_INFO"] == "/base/page.html"
    start_response("200 OK" if found else "404 Not Found", [("Content-Type", "text/html")])
    return [b"a page" if found else b"nothing"]


def ask(files: FilesOnDemand, path: str) -> tuple[str, bytes]:
    """Ask the server for a path; return the status and the body."""
    environ: dict[str, Any] = {"PATH_INFO": path}
    setup_testing_defaults(environ)
    heard: list[str] = []
    body = files.beside(app, "/base/")(environ, lambda status, *_: heard.append(status))  # type: ignore[arg-type]
    return heard[0], b"".join(body)


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
    assert ask(on_demand, asked) == ("200 OK", b"one entry")
    assert ask(on_demand, "/base/page.html") == ("200 OK", b"a page")
    assert ask(on_demand, "/base/none.bib") == ("404 Not Found", b"nothing")
    assert made == ["one ", "entry"]
    # The next build leaves others.
    assert list(on_demand.deliver([], SITE, tmp_path)) == []
    assert ask(on_demand, asked) == ("404 Not Found", b"nothing")
