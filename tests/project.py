"""The two projects that tests read, and copies of them to be changed, built or served."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.assembly import load_kit
from build_tools.files.site_config import load_site_config

ROOT = Path(__file__).parents[1]
# A small project of three invented articles, which the tests of the engine stand on.
SMALL = ROOT / "tests/library"
CONFIG = load_site_config(SMALL)
# What its pages are made and checked with.
KIT = load_kit(CONFIG)
# The same for this site, for the tests of its own content.
SITE_CONFIG = load_site_config(ROOT)
SITE_KIT = load_kit(SITE_CONFIG)
# Pages that pages made by the build lead to.
_LINKED = ("method", "reuse")
_LINKED_PAGE = "---\nclaims: none\n---\n\n# {title}\n\n## The files\n"
_PUBLISHED = (
    '{{date: 2026-11-01, kind: page, page: {page}, title: "{page}", summary: It is new.}}\n'
)
_PARTS = ("mkdocs.yml", "build_tools", "hooks", "docs", "overrides", "seeds")


@dataclass(frozen=True)
class Done:
    """How a command ended, with all that it printed."""

    returncode: int
    output: str


@dataclass(frozen=True)
class Project:
    """A copy of a project; its own `build_tools` runs, or that of these tests if it has none."""

    root: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """Put the copy's library before the installed one, and this Python's tools first."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        own = {"PYTHONPATH": str(self.root), "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
        return {**os.environ, **own, **self.variables, "PATH": path}

    def run(self, *module_and_arguments: str) -> Done:
        """Run `python -m …` in the copy."""
        done = subprocess.run(
            [sys.executable, "-m", *module_and_arguments],
            cwd=self.root,
            env=self.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout)

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> int:
        """Replace the first `old` in a file and return its line; fail where it is not there."""
        text = self.text(path)
        assert old in text, f"{path} does not hold {old!r}"
        self.write(path, text.replace(old, new, 1))
        return text[: text.index(old)].count("\n") + 1

    def publish(self, page: str) -> None:
        """Say of a page, by its path below docs, on which day it was published."""
        name = page.replace("/", "-")
        self.write(f"docs/_data/changes/{name}.yml", _PUBLISHED.format(page=page))


def copy_project(target: Path) -> Project:
    """Copy what a build needs."""
    target.mkdir(parents=True)
    for part in _PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    return Project(target)


def copy_small_project(target: Path) -> Project:
    """Copy the project of the invented articles."""
    shutil.copytree(SMALL, target)
    return Project(target, {"PYTHONPATH": str(ROOT)})


def copy_small_site(target: Path) -> Project:
    """Copy the project of the invented articles with what MkDocs needs to build it as this site.

    It is built in a third of the time that this site takes.
    """
    project = Project(copy_small_project(target).root)
    for part in ("build_tools", "hooks", "overrides", "docs/assets"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, target / part, ignore=ignored)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    settings = re.sub(r"^  (footer|not_found):.*\n", "", settings, flags=re.M)
    nav = project.text("mkdocs.yml").partition("\nnav:")[2]
    made = ("evidence", "data", "editions", "tags", "contributing", "names", *_LINKED)
    listed = "".join(f"      - {name}.md\n" for name in made)
    project.write("mkdocs.yml", f"{settings}\nnav:{nav}{listed}")
    for name in _LINKED:
        project.write(f"docs/{name}.md", _LINKED_PAGE.format(title=name.capitalize()))
        project.publish(f"{name}.md")
    return project


def git(folder: Path, *arguments: str) -> str:
    """Run git without the settings of whoever runs the tests."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=Writer", "-c", "user.email=writer@example.org")
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


_RECORD = """\
id: {id}
type: webpage
title: {headline}
container-title: The Outlet of {id}
publisher: The Company
issued: 2020-09-29
URL: https://www.{id}.example/
language: en
sha256: {sha256}
lines: {{headline: 1, body: "{body}"}}
ownership: {{label: a private outlet, criterion: its publisher, basis: invented}}
origin: {{id: {origin}, basis: no agency is named}}
event: {{name: A talk, date: 2020-09-28, basis: the day before}}
"""


def write_source(
    seeds: Path, id_: str, paragraphs: Sequence[str], origin: str = "another", headline: str = ""
) -> None:
    """Add an article of these paragraphs, with its record, to a folder of sources."""
    headline = headline or f"A headline of {id_}"
    text = "".join(f"{line}\n" for line in (headline, *paragraphs))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    body = f"2-{len(paragraphs) + 1}"
    record = _RECORD.format(id=id_, origin=origin, sha256=sha256, body=body, headline=headline)
    (seeds / f"{id_}.txt").write_text(text, encoding="utf-8")
    (seeds / f"{id_}.yml").write_text(record, encoding="utf-8")
