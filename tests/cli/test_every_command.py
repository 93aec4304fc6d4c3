"""Every command does what is asked, and ends plainly where it is mistyped or interrupted.

What each does is tested where its own tests are: here, that none of these is forgotten.
"""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from every_command import COMMANDS
from project import ROOT, Project, copy_small_project, git

from build_tools import commands
from build_tools.__main__ import main
from build_tools.cli import sources
from build_tools.manuscript.kept_pages import FILE

PAGE = "docs/talks/verelin-ulvholt-2019.md"
PAIR = ("--ours", "snatching", "--theirs", "seized")
ARTICLE = """\
Ferry to return in spring

The ferry returns in spring, the company said on Tuesday, after five months of repairs to its ramp.

The storm of October had broken the ramp, and the crew was sent to the other coast meanwhile.
"""
# For each command: arguments that are right, and some that are wrong.
ARGUMENTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "check": ((), ("docs/none.md",)),
    "explain": (("number",), ("numbr",)),
    "show": (("osten-2019",), ("ostn-2019",)),
    "find": (("bell",), ("--source", "ostn-2019", "bell")),
    "stand-in": (PAIR, (*PAIR, "--in", "osten-2019")),
    "review": (("HEAD",), ("no-such-commit",)),
    "new-page": (
        ("new", "--title", "New", "--description", "What is new."),
        ("../new", "--title", "New", "--description", "What is new."),
    ),
    "draft": (("osten-2019",), ("ostn-2019",)),
    "add-source": (("page.txt", "--id", "new-2020"), ("page.txt",)),
    "impact": (("osten-2019",), ("ostn-2019",)),
    "language-server": ((), ("more",)),
    "schemas": ((), ("more",)),
    "generate": (("new",), ("docs",)),
}


WRITING = ("stand-in", "new-page", "draft", "add-source", "schemas", "generate")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    project = copy_small_project(tmp_path / "small")
    project.write("page.txt", ARTICLE)
    return project


def files(project: Project) -> dict[Path, bytes]:
    found = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    # `check` knows what is mistyped once it has read the pages, and keeps what it found there.
    found.pop(project.root / FILE, None)
    return found


def run(project: Project, name: str, *arguments: str) -> tuple[int, str]:
    # Paths are given from where the command runs.
    named = {"new": name == "generate", "docs": name == "generate", "page.txt": True}
    given = [str(project.root / it) if named.get(it) else it for it in arguments]
    result = CliRunner().invoke(main, ["--root", str(project.root), name, *given])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_each_command_is_tried() -> None:
    assert ARGUMENTS.keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", ARGUMENTS)
def test_what_is_asked_is_done(small: Project, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=Begin"]):
        git(small.root, *arguments)
    # It serves until its editor ends it.
    monkeypatch.setattr("build_tools.editor.server.serve", lambda root: print("served", root))
    before = files(small)
    code, output = run(small, name, *ARGUMENTS[name][0])
    assert (code, "Error" in output) == (0, False), output
    assert output
    assert (files(small) != before) is (name in WRITING)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_what_is_mistyped_is_said_and_nothing_is_written(small: Project, name: str) -> None:
    before = files(small)
    code, output = run(small, name, *ARGUMENTS[name][1])
    assert code == 2
    assert "Error: " in output
    assert files(small) == before


@pytest.mark.parametrize("name", sorted(set(ARGUMENTS) - {"explain", "language-server"}))
def test_outside_a_project_nothing_is_written(tmp_path: Path, name: str) -> None:
    project = Project(tmp_path)
    code, output = run(project, name, *ARGUMENTS[name][0])
    assert code == 1
    assert "there must be a mkdocs.yml here" in output
    assert files(project) == {}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_what_is_interrupted_writes_nothing(
    small: Project, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    # What each command calls first; and what those that read nothing call.
    command = import_module(f"{commands.__name__}.{name.replace('-', '_')}")
    for module in (command, sources):
        for function in {"load_site_config", "say"} & vars(module).keys():
            monkeypatch.setattr(module, function, interrupted)
    monkeypatch.setattr("build_tools.editor.server.serve", interrupted)
    before = files(small)
    code, output = run(small, name, *ARGUMENTS[name][0])
    assert (code, output.strip()) == (1, "Aborted!")
    assert files(small) == before


def after_each_write(
    root: Path, monkeypatch: pytest.MonkeyPatch, do: Callable[[int], None]
) -> list[str]:
    """Call `do` with a number after each step by which a file comes to be; return the steps."""
    steps: list[str] = []

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:
            done = real(*arguments, **options)
            mode = options.get("mode", "".join(map(str, arguments[1:2])))
            if str(arguments[0]).startswith(str(root)) and (name != "open" or set(mode) & {*"wxa"}):
                steps.append(name)
                do(len(steps) - 1)
            return done

        return step

    for module, name in ((io, "open"), (os, "link"), (os, "replace")):
        monkeypatch.setattr(module, name, watched(name, getattr(module, name)))
    return steps


@pytest.mark.parametrize(("name", "part"), [(it, at) for it in WRITING for at in range(3)])
def test_ctrl_c_while_it_writes_leaves_all_or_nothing(
    small: Project, name: str, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the first step, in the middle and at the last; what is said then is what is so."""
    twin = copy_small_project(small.root.with_name("twin"))
    twin.write("page.txt", ARTICLE)
    with monkeypatch.context() as patch:
        steps = after_each_write(twin.root, patch, lambda _: None)
        assert run(twin, name, *ARGUMENTS[name][0])[0] == 0
    assert steps
    at = (len(steps) - 1) * part // 2
    before = files(small)
    # A shell that runs the tests in the background has it ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with monkeypatch.context() as patch:
        after_each_write(
            small.root, patch, lambda step: step == at and signal.raise_signal(signal.SIGINT)
        )
        code, output = run(small, name, *ARGUMENTS[name][0])
    left = {path.relative_to(small.root): text for path, text in files(small).items()}
    whole = {path.relative_to(twin.root): text for path, text in files(twin).items()}
    nothing = {path.relative_to(small.root): text for path, text in before.items()}
    if code == 0:
        assert "Written" in output
        assert left == whole
    else:
        assert (code, output.strip().splitlines()[-1]) == (1, "Aborted!")
        assert left == nothing


def interrupt(arguments: list[str], when: str) -> tuple[int, str]:
    """Run a command, press Ctrl-C as a terminal does, and return how it ended and what it said."""
    process = subprocess.Popen(
        [sys.executable, "-m", "build_tools", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 60
    mapped = Path(f"/proc/{process.pid}/maps")
    # Once it shares its work with others; or while it loads, when it has one of its libraries.
    while time.monotonic() < deadline:
        if children.read_text() if when == "working" else "yaml" in mapped.read_text():
            break
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert output == ""
    return process.returncode, errors.strip()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="a process is watched there")
def test_ctrl_c_leaves_no_traceback() -> None:
    assert interrupt(["check"], "loading") == (-signal.SIGINT, "")
    if (os.cpu_count() or 1) > 1:
        # What was found before would leave nothing to share.
        (ROOT / FILE).unlink(missing_ok=True)
        assert interrupt(["check"], "working") == (1, "Aborted!")
