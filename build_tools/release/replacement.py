"""What is built takes the place of what was there by renaming, never by writing into it.

Whenever a build is killed, what was there is still there, whole, or what is new; at worst it lies
aside for an instant between two renames, and the next build puts it back.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

# Beside the target, so that a rename never crosses from one file system to another.
WORKSHOP = ".build"
# Below the folder of a build: what is new, and what it has replaced.
_NEW, _OLD = "new", "old"


class TargetError(Exception):
    """Raised where a build cannot take the place of something: says what must hold."""


def replace_when_built(
    target: Path, build: Callable[[Path], bool], wait: Callable[[], None] = lambda: None
) -> bool:
    """Let `build` make a file or folder at a path, and put it in the target's place if it succeeds.

    Returns what `build` did: whether it succeeded. One build works at a time; `wait` is called if
    this one has to wait for another. Raises TargetError if the target could not be renamed.
    """
    if target.is_symlink() or target.is_mount():
        kind = "a link" if target.is_symlink() else "where a disk is mounted"
        raise TargetError(f"{target.name} must be a plain file or folder; it is {kind}")
    workshop = target.parent / WORKSHOP
    workshop.mkdir(exist_ok=True)
    with _alone_in(workshop, wait):
        _clear_up(workshop)
        # Each build has a folder of its own: a part of one that was killed may still be at work.
        own = Path(tempfile.mkdtemp(dir=workshop))
        try:
            if not build(own / _NEW):
                return False
            if target.exists():
                (own / _OLD).mkdir()
                target.rename(own / _OLD / target.name)
            (own / _NEW).rename(target)
            return True
        finally:
            _clear_up(workshop)


@contextmanager
def _alone_in(workshop: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a workshop, which the system frees when a process ends in any way."""
    lock = FileLock(workshop / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _clear_up(workshop: Path) -> None:
    """Put back what was aside when a build ended between two renames; remove what builds left."""
    for old in workshop.glob(f"*/{_OLD}/*"):
        if not (target := workshop.parent / old.name).exists():
            old.rename(target)
    for folder in workshop.iterdir():
        if folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)
