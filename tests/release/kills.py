"""Builds that are killed: whatever the moment, what they were to replace is left whole."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from build_tools.release.replacement import replace_when_built

FILES = 40


def build_version(folder: Path, version: str, tell: int | None = None) -> bool:
    """Build a site whose files all hold one version, and tell at its end."""
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.html").write_text(version)
    return tell is None or os.write(tell, b".") == 1


def versions_in(site: Path) -> list[str]:
    return [path.read_text() for path in site.iterdir()]


def is_whole(site: Path) -> bool:
    found = versions_in(site) if site.exists() else []
    return len(found) == FILES and len(set(found)) == 1


def in_another_process(work: Callable[[], object]) -> int:
    """Return the id of a process that does nothing but `work`, and ends with 0 where that is so."""
    if not (child := os.fork()):
        try:
            os._exit(0 if work() else 1)
        finally:
            os._exit(1)
    return child


def kill_builds(site: Path, kills: int, at_once: int = 1) -> Counter[str]:
    """Start builds of a site, so many at once, and kill one of them; do so `kills` times.

    Most kills fall among the renames, which begin when the build of the new site has ended. Returns
    how often the site was then "as before", "new", or "lost": not whole, or another build failed.
    """
    chance, found = random.Random(14), Counter[str]()
    for kill in range(kills):
        before = versions_in(site)
        ended, tell = os.pipe()
        builds = [
            partial(build_version, version=f"{kill}, {number}", tell=tell)
            for number in range(at_once)
        ]
        children = [in_another_process(partial(replace_when_built, site, it)) for it in builds]
        if kill % 4:
            os.read(ended, 1)
            time.sleep(chance.uniform(0, 0.0006))
        else:
            time.sleep(chance.uniform(0, 0.01))
        killed = chance.choice(children)
        os.kill(killed, signal.SIGKILL)
        others = [os.waitpid(child, 0)[1] for child in children if child != killed]
        os.waitpid(killed, 0)
        os.close(ended)
        os.close(tell)
        # A build that fails is enough to put back what the killed one has left aside.
        replace_when_built(site, lambda _: False)
        if any(others) or not is_whole(site):
            found["lost"] += 1
        else:
            found["as before" if versions_in(site) == before else "new"] += 1
    return found
