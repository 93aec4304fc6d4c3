"""What an edit costs on a site of 1,000 pages: part of `make bench`.

A statement of one page is replaced again and again: under `check`, which keeps what it has read,
and under `mkdocs serve`. The table goes into MAINTAINING.md.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench_build import compile_library, make_text, write_ours
from maintaining import measured_with, render_table, write_figures
from measured import Cost, run_measured
from preview_server import Server
from project import Project

PAGES, SOURCES = 1000, 200
EDITS_OF_CHECK, EDITS_OF_SERVE = 7, 4
PAGE = "docs/part-3/page-70.md"
# What is logged once a preview is there, and after each further build, with the second.
_READY, _AGAIN = "Serving on", "Reloading browsers"
_PATIENCE = 300.0


def edit(folder: Path, number: int) -> None:
    """Put the last statement of another page in place of this one's."""
    path, other = folder / PAGE, folder / f"docs/part-5/page-{101 + number}.md"
    *kept, _ = path.read_text("utf-8").rstrip().split("\n\n")
    last = other.read_text("utf-8").rstrip().rpartition("\n\n")[2]
    path.write_text("\n\n".join([*kept, last]) + "\n", encoding="utf-8")


def check(folder: Path) -> Cost:
    """Check the site in a process of its own."""
    variables = {"PYTHONPATH": str(folder)}
    done = run_measured([sys.executable, "-m", "build_tools", "check"], folder, variables)
    # Copies of the articles are quoted more than one of them may be.
    if done.returncode not in (0, 1) or "statements" not in done.output:
        raise RuntimeError(done.output[-2000:])
    return done.cost


def wait_for(server: Server, words: str, times: int = 1) -> None:
    """Wait until words stand in the server's log so many times."""
    end = time.monotonic() + _PATIENCE
    while server.log.read_text("utf-8").count(words) < times:
        if server.process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(server.log.read_text("utf-8")[-2000:])
        time.sleep(0.05)
    time.sleep(0.5)


def cost_of(server: Server) -> Cost:
    """Return what it has taken so far: https://man7.org/linux/man-pages/man5/proc.5.html"""
    process = Path("/proc", str(server.process.pid))
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    [most] = [line for line in (process / "status").read_text().splitlines() if "VmHWM" in line]
    return Cost(ticks / os.sysconf("SC_CLK_TCK"), int(most.split()[1]) / 1024)


def measure(folder: Path) -> Iterator[tuple[str, Cost]]:
    """Yield what is done, and what it takes."""
    write_ours(folder, make_text(folder.parent, PAGES, SOURCES))
    yield "`check`, with nothing kept", check(folder)
    checks = []
    for number in range(EDITS_OF_CHECK):
        edit(folder, number)
        checks.append(check(folder))
    middle = median(cost.seconds for cost in checks)
    yield f"`check` after an edit, median of {len(checks)}", Cost(middle, checks[0].megabytes)
    served = Server(Project(folder), folder / "serve.log")
    try:
        wait_for(served, _READY)
        yield "The first build of a preview", cost_of(served)
        rebuilds = []
        for number in range(EDITS_OF_SERVE):
            time.sleep(2)
            idle = cost_of(served)
            edit(folder, EDITS_OF_CHECK + number)
            wait_for(served, _AGAIN, number + 1)
            after = cost_of(served)
            rebuilds.append(after.seconds - idle.seconds)
    finally:
        served.stop()
    middle = median(rebuilds)
    yield f"An edit under a preview, median of {len(rebuilds)}", Cost(middle, after.megabytes)


def main() -> None:
    compile_library()
    rows = []
    with TemporaryDirectory() as name:
        for what, cost in measure(Path(name, "site")):
            print(what, cost, flush=True)
            rows.append([what, f"{cost.seconds:.2f}", f"{cost.megabytes:.0f}"])
    head = [f"{PAGES:,} pages, {SOURCES} sources", "CPU, s", "MB"]
    write_figures("bench-again", f"{measured_with()}.\n\n{render_table(head, rows)}")


if __name__ == "__main__":
    main()
