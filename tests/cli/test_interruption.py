"""Every command ends plainly where it is mistyped or interrupted, and then writes nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import ROOT, Project, copy_small_project

from build_tools import __main__ as commands
from build_tools.__main__ import main
from build_tools.manuscript.kept_pages import FILE

PAGE = "docs/talks/verelin-ulvholt-2019.md"
PAIR = ("--ours", "bell", "--theirs", "bell")
# For each command: arguments that are right, and some that are wrong.
ARGUMENTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "check": ((), ("docs/none.md",)),
    "explain": (("number",), ("numbr",)),
    "show": (("osten-2019",), ("ostn-2019",)),
    "find": (("bell",), ("--source", "ostn-2019", "bell")),
    "stand-in": (PAIR, (*PAIR, "--in", "osten-2019")),
    "review": ((), ("no-such-commit",)),
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


@pytest.fixture
def small(tmp_path: Path) -> Project:
    return copy_small_project(tmp_path / "small")


def files(project: Project) -> dict[Path, bytes]:
    found = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    # `check` knows what is mistyped once it has read the pages, and keeps what it found there.
    found.pop(project.root / FILE, None)
    return found


def run(project: Project, name: str, *arguments: str) -> tuple[int, str]:
    # The folder to write into is given from where the command runs.
    given = [str(project.root / it) if name == "generate" else it for it in arguments]
    result = CliRunner().invoke(main, ["--root", str(project.root), name, *given])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_each_command_is_tried() -> None:
    assert set(ARGUMENTS) == set(main.commands)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_what_is_mistyped_is_said_and_nothing_is_written(small: Project, name: str) -> None:
    before = files(small)
    code, output = run(small, name, *ARGUMENTS[name][1])
    assert code == 2
    assert "Error: " in output
    assert files(small) == before


@pytest.mark.parametrize("name", ARGUMENTS)
def test_what_is_interrupted_writes_nothing(
    small: Project, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    # What each command calls first; and what those that read nothing call.
    for function in ("load_site_config", "say", "write_editor_files"):
        monkeypatch.setattr(commands, function, interrupted)
    monkeypatch.setattr("build_tools.editor.server.serve", interrupted)
    before = files(small)
    code, output = run(small, name, *ARGUMENTS[name][0])
    assert (code, output.strip()) == (1, "Aborted!")
    assert files(small) == before


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
