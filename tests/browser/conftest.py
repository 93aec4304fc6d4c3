"""A real browser on the built site, which may speak to nobody else and must not complain."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import pytest
from fixture_types import OpenPage
from guard import ALONE
from opener import Opener
from playwright.sync_api import Browser, sync_playwright

from build_tools.theme.unasked import is_unasked

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serve the files that an edition has, without writing a line for each."""

    # One connection serves many requests.
    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Find nothing where no page may look."""
        return "" if is_unasked(path.lstrip("/")) else super().translate_path(path)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The built site at an address of this machine."""
    handler = partial(QuietHandler, directory=str(built_site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def paths(built_site: Path) -> list[str]:
    """The path of every page of the built site, as readers' links have it."""
    pages = [path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")]
    return sorted(f"/{page.removesuffix('index.html')}" for page in pages)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser from the PATH, or else the one that Playwright has downloaded."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", ALONE])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The program of axe-core, which judges a page for accessibility."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def opener(browser: Browser, address: str) -> Opener:
    """Windows of the site: opening one takes twice as long as opening a page in it."""
    return Opener(browser, address)


@pytest.fixture
def open_page(opener: Opener) -> Iterator[OpenPage]:
    """Open pages of the site; at the end, nothing may have gone out or been complained of."""
    yield opener.open
    opener.put_back()
