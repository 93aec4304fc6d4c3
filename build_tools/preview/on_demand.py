"""The files beside the pages: written by a build, but made by a preview only when asked for.

There are five for each page, and to make all of them anew took a third of every rebuild.
"""

import mimetypes
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

from build_tools.generated.published_site import PublishedSite
from build_tools.generated.registry import GeneratedFile, write_generated_file
from build_tools.preview.run import RUN


class FilesOnDemand:
    """What the last build left to be made, by its path in the site."""

    def __init__(self) -> None:
        self._left: Mapping[str, Callable[[], Iterable[str]]] = {}

    def deliver(
        self, files: Iterable[GeneratedFile], site: PublishedSite, folder: Path
    ) -> Iterator[GeneratedFile]:
        """Write files into the folder of the site; yield those that are left for a server to make.

        Raises OSError.
        """
        left = {}
        for file in files:
            if RUN.previews:
                left[file.path] = lambda file=file: file.parts(site)
                yield file
            else:
                write_generated_file(file, site, folder / file.path)
        self._left = left

    def beside(self, app: WSGIApplication, mount: str) -> WSGIApplication:
        """Return a server's application, at the path `mount`, with the files that were left.

        It is asked first: it waits until no build is under way.
        """

        def serve(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            made: list[bytes] = []

            def start(
                status: str, headers: list[tuple[str, str]], error: Any = None, /
            ) -> Callable[[bytes], object]:
                make = self._left.get(path.removeprefix(mount))
                if make and status.startswith("404"):
                    made.extend(part.encode() for part in make())
                    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
                    status, headers = "200 OK", [("Content-Type", kind)]
                return start_response(status, headers, error)

            body = app(environ, start)
            return made or body

        return serve


FILES = FilesOnDemand()
