"""What was found on each page, kept from one `check` to the next in a file: see `build_tools.kept`.

A page is known by a hash of all that is read for it: its text, the heads of all pages, the sources,
the data files, the settings, and this code with Python and whatever is installed.
"""

import hashlib
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from build_tools.files.one_look import one_look
from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_bytes
from build_tools.kept import KeptFile
from build_tools.ledger import Entry, Gathered
from build_tools.preview.converted import KNOWN_EXTENSIONS
from build_tools.problems import InputProblems

FILE = ".cache/check"
_PACKAGE = Path(__file__).parents[1]
_HEAD_ENDS = b"\n---"


@contextmanager
def keeping(config: SiteConfig) -> Iterator[None]:
    """Keep what is read and found in a file until the end, for one look at what it is made from."""
    if not KNOWN_EXTENSIONS.issuperset(config.extensions):
        yield  # An extension may read more than is known here.
        return
    with one_look(), KeptFile.opened(config.root / FILE, _tool_version()):
        yield


class KeptPages:
    """What is known of the pages to be read, in an open file."""

    def __init__(self, config: SiteConfig, paths: Mapping[str, Path], file: KeptFile) -> None:
        """Look for what is known of the pages at paths, by their paths below the folder."""
        self._file = file
        texts = {uri: _bytes_of(path) for uri, path in paths.items()}
        site = file.hash_of(*_surroundings(config), *_heads(texts)).encode()
        self._hashes = {uri: file.hash_of(site, uri.encode(), text) for uri, text in texts.items()}
        values = {uri: file.get(hash_) for uri, hash_ in self._hashes.items()}
        self.found: dict[str, Gathered] = {uri: it for uri, it in values.items() if it}

    def keep(self, read: Iterable[Gathered]) -> None:
        """Keep what was found on the pages that were read."""
        for part in read:
            for uri, found in _apart(part):
                self._file.put(self._hashes[uri], found)


def _tool_version() -> bytes:
    """Return a hash of this code with Python and whatever is installed."""
    found = hashlib.sha256(f"{sys.version} {sys.platform}".encode())
    # By their folders, such as `markdown-3.11.3.dist-info`.
    installed = sorted(it.name for entry in sys.path for it in Path(entry).glob("*-info"))
    found.update(" ".join(installed).encode())
    for part in _files_of(_PACKAGE):
        found.update(b"%d:" % len(part) + part)
    return found.digest()


def _surroundings(config: SiteConfig) -> Iterator[bytes]:
    """Yield all that a page is read with, besides the pages."""
    settings = (config.docs, config.repository, config.extensions, config.extension_configs)
    yield str((*settings, config.limits)).encode()
    for folder in (config.seeds, config.docs / "_data"):
        yield from _files_of(folder)


def _files_of(folder: Path) -> Iterator[bytes]:
    """Yield the path and the bytes of each file of a folder, always in the same order."""
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = Path(inside, name)
            yield str(path).encode(errors="surrogateescape")
            yield _bytes_of(path)


def _heads(texts: Mapping[str, bytes]) -> Iterator[bytes]:
    """Yield each page's path and what stands above its text: blocks of other pages show that."""
    for uri, text in sorted(texts.items()):
        yield uri.encode()
        yield text[: text.find(_HEAD_ENDS) + 1]


def _bytes_of(path: Path) -> bytes:
    try:
        return b"." + read_bytes(path, "", "")
    except InputProblems as error:
        return str(error).encode()


def _apart(part: Gathered) -> Iterator[tuple[str, Gathered]]:
    """Yield what was found on each page by itself."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in part.entries:
        entries[entry.page.uri].append(entry)
    for uri, problems in part.page_problems.items():
        pages = {uri: part.pages[uri]} if uri in part.pages else {}
        links = {uri: part.links[uri]} if uri in part.links else {}
        yield uri, Gathered(pages, entries[uri], {uri: problems}, links)
