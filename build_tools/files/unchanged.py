"""Loading a file once for as long as it does not change: a preview builds again at every edit."""

from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar, TypeVarTuple

Value = TypeVar("Value")
Arguments = TypeVarTuple("Arguments")
Version = tuple[int, int] | None


def version_of(path: Path) -> Version:
    """Return what differs after a file has been written: its time and size; None without one."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def load_once(load: Callable[[*Arguments], Value]) -> Callable[[*Arguments], Value]:
    """Let a loader return the value of its last call with equal arguments and unchanged files.

    The files are the arguments that are paths; a loader may read no others. Arguments are given by
    position and are hashable. What is raised is not kept.
    """

    @lru_cache(maxsize=5_000)
    def kept(
        versions: tuple[Version, ...],  # noqa: ARG001 - a change shows in them
        *arguments: *Arguments,
    ) -> Value:
        return load(*arguments)

    @wraps(load)
    def loaded(*arguments: *Arguments) -> Value:
        return kept(tuple(version_of(a) for a in arguments if isinstance(a, Path)), *arguments)

    return loaded
