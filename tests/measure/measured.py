"""Run a command in a process of its own, and count what it took."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# A process begins with the most memory of the one that started it: a small one starts the command.
_MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=sys.stderr)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(done.returncode)
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU, and the most memory."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Measured:
    """A command that has ended: what it took, its status, and all that it printed."""

    cost: Cost
    returncode: int
    output: str


def run_measured(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Measured:
    """Run a command in a folder, with variables beside those that are set."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", _MEASURE, *command],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return Measured(Cost(*map(float, done.stdout.split())), done.returncode, done.stderr)
