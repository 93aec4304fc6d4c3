"""What a preview hands out only when asked for it, where a build writes it.

To make the files beside the pages anew, five for each page, took a third of every rebuild; to
write all pages again that had come out as before, a sixth of what was left.
"""

import mimetypes
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from posixpath import normpath
from typing import Any
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication

from build_tools.generated.published_site import PublishedSite
from build_tools.generated.registry import GeneratedFile, write_generated_file
from build_tools.preview.run import RUN

_Left = dict[str, Callable[[], bytes]]
# How an answer begins, a status and headers, and its body.
_Answer = tuple[tuple[str, list[tuple[str, str]]], Iterable[bytes]]
# A page without text: what the server answers for it is what it adds to every page, the script that
# loads the page again. A build leaves hidden files where they are.
_BLANK = ".blank.html"


class FilesOnDemand:
    """What the last build left to be made or written, by its path in the site."""

    def __init__(self) -> None:
        self._left: _Left = {}

    def deliver(
        self, files: Iterable[GeneratedFile], site: PublishedSite, folder: Path
    ) -> Iterator[GeneratedFile]:
        """Write files into the folder of the site; yield those that are left for a server to make.

        Raises OSError.
        """
        left: _Left = {}
        for file in files:
            if RUN.previews:
                left[file.path] = partial(_make, file, site)
                yield file
            else:
                write_generated_file(file, site, folder / file.path)
        self._left = left

    def leave(self, path: str, html: bytes) -> None:
        """Leave a page as well, by its path in the site: it comes out as before."""
        self._left[path] = lambda: html

    def beside(self, app: WSGIApplication, mount: str, folder: str) -> WSGIApplication:
        """Return a server's application, at the path `mount`, with what was left.

        It is asked first: it waits until no build is under way. `folder` is what it serves.
        """
        Path(folder, _BLANK).touch()

        def serve(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            while True:
                left = self._left
                answer, body = _ask(app, environ)
                if not answer[0].startswith("404"):
                    break
                _, script = _ask(app, {**environ, "PATH_INFO": f"{mount}{_BLANK}"})
                # Otherwise a build has come between: what was not there may be there now.
                if left is self._left:
                    found = _find(left, path, mount, b"".join(script))
                    answer, body = found or (answer, body)
                    break
            start_response(*answer)
            return body

        return serve


def _make(file: GeneratedFile, site: PublishedSite) -> bytes:
    return "".join(file.parts(site)).encode()


def _ask(app: WSGIApplication, environ: dict[str, Any]) -> _Answer:
    """Return how an application begins its answer, and the answer."""
    begun: list[Any] = []

    def start(*given: Any) -> Callable[[bytes], object]:
        begun[:] = given
        return lambda _: None

    body = app(environ, start)
    return (begun[0], begun[1]), body


def _find(left: _Left, path: str, mount: str, script: bytes) -> _Answer | None:
    """Answer with what was left at a path, as the server answers: a page with its script."""
    if not f"{path}/".startswith(mount):
        return None
    # As the server reads it: `people//` is `people/`.
    name = normpath(f"/{path[len(mount) :]}").lstrip("/")
    page = f"{name}/index.html".lstrip("/")
    if path.endswith("/"):
        name = page
    elif page in left:
        return ("302 Found", [("Location", quote(path) + "/")]), []
    if name not in left:
        return None
    data = left[name]()
    if name.endswith(".html"):
        before, end, after = data.rpartition(b"</body>")
        data = before + script + end + after
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return ("200 OK", [("Content-Type", kind)]), [data]


FILES = FilesOnDemand()
