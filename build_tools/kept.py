"""Results of reading and building unchanged inputs, kept from one build or check to the next.

`mkdocs serve` builds the whole site after each edit, and most of it comes out as before; so does
what `check` reads. A value is kept with everything that it was made from, and only equal inputs
get it back, so nothing that is shown can be out of date. A preview keeps values in its process,
`check` in a file, by a hash of the inputs. A single build keeps nothing: no other follows that
could use it.
"""

import gc
import hashlib
import io
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel

Value = TypeVar("Value")
_SUM = hashlib.sha256().digest_size
# What `pickle` raises of bytes that it did not make.
_PICKLE_ERRORS = (
    pickle.UnpicklingError, AttributeError, ImportError, EOFError, LookupError, TypeError,
    ValueError,
)  # fmt: skip


class Kept(Generic[Value]):
    """By name, the last value made and its inputs, which are compared as they are, never hashed.

    `builds_follow` is true where this process will build the site again.
    """

    builds_follow: ClassVar[bool] = False

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Value]] = {}

    def get(self, name: str, inputs: object) -> Value | None:
        """Return what equal inputs gave; None where the inputs differ or there are none yet."""
        kept = self._kept.get(name)
        return kept[1] if kept and kept[0] == inputs else None

    def put(self, name: str, inputs: object, value: Value) -> None:
        """Keep a value in place of the one before."""
        self._kept[name] = inputs, value

    def get_or_make(self, name: str, inputs: object, make: Callable[[], Value]) -> Value:
        """Return what equal inputs gave; else make it, and keep it where builds follow."""
        if (value := self.get(name, inputs)) is None:
            value = make()
            if self.builds_follow:
                self.put(name, inputs, value)
        return value

    def same(self, value: Value) -> Value:
        """Return the value that the build before gave here, if it equals this one.

        What is then compared with that for every page of the site is found equal at once.
        """
        return self.get_or_make("", value, lambda: value)


class KeptFile:
    """Values by a hash of what they were made from; each is unpacked only where it is asked for.

    `version` is of the program that makes them. The file may be deleted at any time; one that is
    broken is as good as none. What is in it is only ever made into values of this package: it
    cannot run anything.
    """

    current: ClassVar["KeptFile | None"] = None

    def __init__(self, file: Path, version: bytes) -> None:
        """Read the file, where there is one."""
        self._file, self._version = file, version
        self._known = _load(file)
        self._used: dict[str, bytes] = {}

    @classmethod
    @contextmanager
    def opened(cls, file: Path, version: bytes) -> Iterator[Self]:
        """Let `made_once` keep values in a file until the end, where it is written."""
        KeptFile.current = kept = cls(file, version)
        try:
            yield kept
            kept.write()
        finally:
            KeptFile.current = None

    @classmethod
    def made_once(cls, inputs: tuple[str, ...], make: Callable[[], Value]) -> Value:
        """Return what equal inputs gave, now or in a run before; make it where no file is open.

        What is raised is not kept.
        """
        kept = cls.current
        if kept is None:
            return make()
        hash_ = kept.hash_of(*(part.encode(errors="surrogatepass") for part in inputs))
        if (value := kept.get(hash_)) is None:
            kept.put(hash_, value := make())
        made: Value = value
        return made

    def hash_of(self, *inputs: bytes) -> str:
        """Return the hash of some inputs and of the version."""
        found = hashlib.sha256(self._version)
        for part in inputs:
            # Each with its length, so that no two rows of parts are one text.
            found.update(b"%d:" % len(part))
            found.update(part)
        return found.hexdigest()

    def get(self, hash_: str) -> Any:
        """Return the value under a hash; None where there is none."""
        try:
            value = _Values(io.BytesIO(self._known[hash_])).load()
        except _PICKLE_ERRORS:
            return None
        self._used[hash_] = self._known[hash_]
        return value

    def put(self, hash_: str, value: object) -> None:
        """Keep a value."""
        self._used[hash_] = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)

    def write(self) -> None:
        """Write what was asked for or made, if it is not what the file has; nothing is raised."""
        if self._used.keys() == self._known.keys():
            return
        data = pickle.dumps(self._used, protocol=pickle.HIGHEST_PROTOCOL)
        new = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            new.write_bytes(hashlib.sha256(data).digest() + data)
            new.replace(self._file)


def _load(file: Path) -> dict[str, bytes]:
    """Return what a file holds; nothing where it is missing, broken or not ours."""
    try:
        data = memoryview(file.read_bytes())
        if hashlib.sha256(data[_SUM:]).digest() != data[:_SUM]:
            return {}
        loaded = _Values(io.BytesIO(data[_SUM:])).load()
    except (OSError, *_PICKLE_ERRORS):
        return {}
    return loaded if isinstance(loaded, dict) else {}


class _Values(pickle.Unpickler):
    """Makes values of this package, and nothing else that a file may name."""

    _known: ClassVar[dict[tuple[str, str], type]] = {}

    def find_class(self, module_name: str, global_name: str) -> Any:
        """Return a dataclass, a model or an enumeration of this package; called by `pickle`."""
        # A few classes are named some ten thousand times.
        if (named := (module_name, global_name)) not in self._known:
            self._known[named] = self._find(module_name, global_name)
        return self._known[named]

    def _find(self, module_name: str, global_name: str) -> type:
        if module_name.startswith("build_tools."):
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) and (
                is_dataclass(found) or issubclass(found, BaseModel | Enum)
            ):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no value of this package")


def set_kept_aside() -> None:
    """Spare the garbage collector what the builds so far have left, most of which stays in use.

    To look through it took a tenth of every other rebuild.
    https://docs.python.org/3/library/gc.html#gc.freeze
    """
    gc.collect()
    gc.freeze()
