"""What was found on each page, kept in `.cache` from one `check` to the next.

A page is known by a hash of all that is read for it: its text, the heads of all pages, the sources,
the data files, the settings, and this code with Python and whatever is installed. The folder may be
deleted at any time. What is in the file is only ever made into values of this package: it cannot
run anything.
"""

import hashlib
import io
import os
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_bytes
from build_tools.ledger import Entry, Gathered
from build_tools.preview.converted import KNOWN_EXTENSIONS
from build_tools.problems import InputProblems

FILE = ".cache/pages"
_PACKAGE = Path(__file__).parents[1]
_SUM = hashlib.sha256().digest_size
_HEAD_ENDS = b"\n---"


@dataclass(frozen=True)
class KeptPages:
    """The hash of each page to be read, by its path below docs, and what is known, by hash."""

    file: Path
    hashes: Mapping[str, str]
    known: Mapping[str, Gathered]

    def knows(self, uri: str) -> bool:
        """Tell whether a page need not be read."""
        return self.hashes.get(uri) in self.known

    @property
    def found(self) -> list[Gathered]:
        """What is known of the pages."""
        return [self.known[hash_] for hash_ in self.hashes.values() if hash_ in self.known]

    def keep(self, read: Iterable[Gathered]) -> None:
        """Write what was found on the pages that were read beside the rest; nothing is raised."""
        pages = {self.hashes.get(uri): found for part in read for uri, found in _apart(part)}
        if not pages.keys() - {None}:
            return
        current = {
            hash_: self.known[hash_] for hash_ in self.hashes.values() if hash_ in self.known
        }
        data = pickle.dumps(current | pages)
        new = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        with suppress(OSError):
            self.file.parent.mkdir(exist_ok=True)
            new.write_bytes(hashlib.sha256(data).digest() + data)
            new.replace(self.file)


def load_kept_pages(config: SiteConfig, paths: Sequence[Path]) -> KeptPages:
    """Load what is known of the pages at these paths; nothing where an extension may read more."""
    file = config.root / FILE
    if not KNOWN_EXTENSIONS.issuperset(config.extensions):
        return KeptPages(file, {}, {})
    texts = {path.relative_to(config.docs).as_posix(): _bytes_of(path) for path in paths}
    site = hashlib.sha256()
    for part in (*_surroundings(config), *_heads(texts)):
        # Each with its length, so that no two rows of parts are one text.
        site.update(b"%d:" % len(part) + part)
    hashes = {
        uri: hashlib.sha256(site.digest() + uri.encode() + b"\n" + text).hexdigest()
        for uri, text in texts.items()
    }
    return KeptPages(file, hashes, _load(file))


def _surroundings(config: SiteConfig) -> Iterator[bytes]:
    """Yield all that a page is read with, besides the pages."""
    settings = (config.repository, config.extension_configs, config.limits)
    yield f"{sys.version} {sys.platform} {settings}".encode()
    # By their folders, such as `markdown-3.11.3.dist-info`.
    installed = sorted(it.name for entry in sys.path for it in Path(entry).glob("*-info"))
    yield " ".join(installed).encode()
    yield _bytes_of(config.root / "mkdocs.yml")
    for folder in (_PACKAGE, config.seeds, config.docs / "_data"):
        for path in sorted(folder.rglob("*")):
            if "__pycache__" not in path.parts:
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


def _load(file: Path) -> dict[str, Gathered]:
    """Return what a file holds, by hash; nothing where it is missing, broken or not ours."""
    try:
        data = file.read_bytes()
        if hashlib.sha256(data[_SUM:]).digest() != data[:_SUM]:
            return {}
        loaded: dict[str, Gathered] = _Values(io.BytesIO(data[_SUM:])).load()
    except (OSError, pickle.UnpicklingError, AttributeError, ImportError):
        return {}
    return loaded


class _Values(pickle.Unpickler):
    """Makes values of this package, and nothing else that a file may name."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        """Return a dataclass or an enumeration of this package; called by `pickle`."""
        if module_name.startswith("build_tools."):
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no value of a page")
