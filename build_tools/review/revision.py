"""The manuscript as git has it at another revision, read with the code of today."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from build_tools.files.site_config import SiteConfig

# Where a change is to go, in the order in which they are looked for.
_MAIN = ("origin/main", "main")


class RevisionError(ValueError):
    """Raised where git cannot give a revision; the message says why."""


def find_base(root: Path, given: str = "") -> str:
    """Return the commit that `given` names; else the one at which the work left `main`.

    Raises RevisionError where the folder is in no repository, or there is no such commit.
    """
    _git(root, "rev-parse", "--show-toplevel")
    if given:
        if commit := _commit(root, given):
            return commit
        raise RevisionError(
            f"there is no commit '{given}' here: see `git branch --all`{_more(root)}"
        )
    for name in _MAIN:
        if commit := _commit(root, name):
            try:
                return _git(root, "merge-base", "HEAD", commit).decode().strip()
            except RevisionError:
                message = f"the work and '{name}' must have a commit in common{_more(root)}"
                raise RevisionError(message) from None
    raise RevisionError(f"there is no branch 'main': name a commit to compare with{_more(root)}")


@dataclass(frozen=True)
class Head:
    """The commit that is checked out, and the day on which it was made, as YYYY-MM-DD."""

    commit: str
    date: str


def find_head(root: Path) -> Head:
    """Return the commit of which the folder is, whole.

    Raises RevisionError where the folder is in no repository, or anything in it is not committed.
    """
    if changed := _git(root, "status", "--porcelain", "--", ".").decode().splitlines():
        raise RevisionError(f"all must be committed; this is not: {changed[0][3:]}")
    commit, date = _git(root, "log", "-1", "--format=%H %cs").decode().split()
    return Head(commit, date)


def _commit(root: Path, name: str) -> str:
    try:
        found = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
    except RevisionError:
        return ""
    return found.decode().strip()


def _more(root: Path) -> str:
    """Say what may help where the history was not fetched."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    return "; only part of the history is here: `git fetch --unshallow`" if shallow else ""


@contextmanager
def checked_out(config: SiteConfig, commit: str) -> Iterator[SiteConfig]:
    """Give the folders of pages and sources as they were, for as long as they are needed.

    The configuration is today's. Raises RevisionError where they cannot be had.
    """
    folders = [folder.relative_to(config.root).as_posix() for folder in (config.docs, config.seeds)]
    listed = _git(config.root, "ls-tree", "--name-only", commit, "--", *folders).decode()
    with tempfile.TemporaryDirectory(prefix="review-") as name:
        root = Path(name).resolve()
        for folder in folders:
            (root / folder).mkdir(parents=True)
        if there := listed.splitlines():
            packed = _git(config.root, "archive", "--format=tar", commit, "--", *there)
            try:
                with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                    archive.extractall(root, filter="data")
            except (tarfile.TarError, OSError) as error:
                raise RevisionError(f"{commit[:12]} cannot be unpacked: {error}") from None
        docs, seeds = (root / folder for folder in folders)
        yield replace(config, root=root, docs=docs, seeds=seeds)


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, check=False, timeout=120
        )
    except FileNotFoundError:
        raise RevisionError("git must be installed") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git {arguments[0]} did not end within two minutes") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or f"git {arguments[0]} failed"
        raise RevisionError(said.splitlines()[0].removeprefix("fatal: "))
    return done.stdout
