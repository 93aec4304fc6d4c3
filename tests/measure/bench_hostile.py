"""What `check` takes to refuse, or to read, what nobody honest would write: part of `make bench`.

Each input is put into a copy of the small project. The table goes into MAINTAINING.md.
"""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from maintaining import measured_with, render_table, write_figures
from measured import run_measured
from project import ROOT, Project, copy_small_project, write_source

CITED = "The call lasted 35 minutes, Osten reported [@osten-2019, para. 2]."
# In place of the home page, so that nothing else is to be said of it.
PAGE, RECORD = "docs/index.md", "seeds/osten-2019.yml"
_FINDING = re.compile(r"^(?P<path>\S+?):\d+:\d+: (?P<code>[\w-]+): ", re.MULTILINE)


def _page(text: str) -> Callable[[Project], None]:
    return lambda project: project.write(PAGE, f"# A page\n\n{text}\n")


def _publisher(text: str) -> Callable[[Project], None]:
    return lambda project: _change_publisher(project, text)


def _change_publisher(project: Project, text: str) -> None:
    project.change(RECORD, "publisher: Osten News Agency", f"publisher: {text}")


def _aliases(project: Project) -> None:
    levels = "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))
    project.write(PAGE, f"---\na0: &a0 x\n{levels}---\n\n# A page\n")


def _pipe(project: Project) -> None:
    (project.root / PAGE).unlink()
    os.mkfifo(project.root / PAGE)


def _not_utf8(project: Project) -> None:
    (project.root / PAGE).write_bytes(b"# A page \xff\n")


def _article(size: int) -> Callable[[Project], None]:
    paragraph = "The call lasted 35 minutes and was long. " * 10
    count = size // len(paragraph)
    return lambda project: write_source(project.root / "seeds", "big-2020", [paragraph] * count)


# What it is; how it is put in; the file whose finding is told, if it has one.
INPUTS: dict[str, tuple[Callable[[Project], None], str]] = {
    "The project as it is": (lambda project: None, PAGE),
    "YAML of 29 levels of aliases, for 9^29 texts": (_aliases, PAGE),
    "A publisher of 30,000 lists within lists": (_publisher("[" * 30_000), RECORD),
    "A publisher of 100,000 letters": (_publisher("a" * 100_000), RECORD),
    "A pipe for a page": (_pipe, PAGE),
    "A page that is not UTF-8": (_not_utf8, PAGE),
    "A paragraph of 200,000 characters": (_page("The call lasted 35 minutes. " * 7_000), PAGE),
    "A word of 40,000 letters": (_page("a" * 40_000), PAGE),
    "8,000 brackets": (_page("[" * 8_000), PAGE),
    "1,000 citations that do not close": (_page("[@a " * 1_000), PAGE),
    "4,000 waivers that do not close": (_page("<!-- waive " * 4_000), PAGE),
    "800 fences that do not close": (_page("".join(f"{'`' * i}x\n" for i in range(3, 803))), PAGE),
    "1,000 cited sentences in a paragraph": (_page(f"{CITED} " * 1_000), PAGE),
    "1,000 cited paragraphs": (_page(f"{CITED}\n\n" * 1_000), PAGE),
    "600 lists within lists": (_page("\n".join("    " * i + "- a" for i in range(600))), PAGE),
    "An article of 990 kB": (_article(990_000), "seeds/big-2020.txt"),
    "An article of 5 MB": (_article(5_000_000), "seeds/big-2020.txt"),
}


def measure(name: str) -> list[str]:
    """Check the small project with one of the inputs; return a row of the table."""
    put, path = INPUTS[name]
    with TemporaryDirectory() as folder:
        project = copy_small_project(Path(folder) / "project")
        put(project)
        done = run_measured(
            [sys.executable, "-m", "build_tools", "check"],
            project.root,
            {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{name}: {done.output[-2000:]}")
    codes = [found["code"] for found in _FINDING.finditer(done.output) if found["path"] == path]
    outcome = f"`{codes[0]}`" if codes else "read"
    return [name, outcome, f"{done.cost.seconds:.1f}", f"{done.cost.megabytes:.0f}"]


def main() -> None:
    rows = []
    for name in INPUTS:
        rows.append(measure(name))
        print(*rows[-1], sep=", ", flush=True)
    table = render_table(["Input", "Outcome", "CPU, s", "MB"], rows, words=2)
    write_figures("bench-hostile", f"{measured_with()}.\n\n{table}")


if __name__ == "__main__":
    main()
