"""Fuzz for as long as is asked: `make fuzz`, an hour; `make fuzz FUZZ_SECONDS=300`, five minutes.

The ways in take turns. A text that comes to a new outcome is among those that later ones are made
from; one that fails is made as short as it can be, and kept in `corpus`, where the tests find it.
The figures go into MAINTAINING.md.
"""

import argparse
import hashlib
import random
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.inputs import texts
from fuzz.targets import Target, targets
from hypothesis import HealthCheck, Phase, given, seed, settings
from maintaining import measured_with, render_table, write_figures

# What one way in gets before the next has its turn.
_TURN_SECONDS = 20.0
_MOST = 1_000_000
_SETTINGS = settings(
    max_examples=_MOST,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
    database=None,
    deadline=None,
    report_multiple_bugs=False,
)


class TurnOverError(BaseException):
    """Raised to end a turn; hypothesis takes an Exception for a failure."""


@dataclass
class Fuzzed:
    """What came of one way in so far."""

    target: Target
    known: list[str]
    outcomes: set[str] = field(default_factory=set)
    tried: int = 0
    seconds: float = 0.0
    failures: dict[str, Path] = field(default_factory=dict)

    def take_turn(self, most: float) -> None:
        """Try texts for so many seconds of CPU, or until one fails; keep that one."""
        started, last, new = time.process_time(), "", list[str]()
        failing = False

        @seed(random.getrandbits(64))
        @_SETTINGS
        @given(texts(self.target, tuple(self.known)))
        def run(text: str) -> None:
            nonlocal last, failing
            # What has failed is first made short.
            if not failing and time.process_time() - started > most:
                raise TurnOverError
            last = text
            self.tried += 1
            try:
                outcome = self.target.run(text)
            except Exception:
                failing = True
                raise
            if outcome not in self.outcomes:
                self.outcomes.add(outcome)
                new.append(text)

        try:
            run()
        except TurnOverError:
            pass
        except Exception as error:
            self._keep(last, error)
        self.known += new
        self.seconds += time.process_time() - started

    def _keep(self, text: str, error: Exception) -> None:
        where = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}"
        if fault not in self.failures:
            name = hashlib.sha256(text.encode()).hexdigest()[:12]
            self.failures[fault] = self.target.keep(text, name)
            print(f"{self.target.name}: {fault}: {text[:300]!r}", flush=True)


def fuzz(seconds: float, names: list[str]) -> list[Fuzzed]:
    """Fuzz the ways in of these names, or all, for so many seconds of CPU."""
    chosen = [target for name, target in targets().items() if name in names or not names]
    found = [Fuzzed(target, [*target.seeds, *target.corpus]) for target in chosen]
    turn = min(_TURN_SECONDS, seconds / len(found))
    while sum(one.seconds for one in found) < seconds:
        for one in found:
            one.take_turn(turn)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3600, help="CPU, shared by all")
    parser.add_argument("names", nargs="*", help="the ways in; all without")
    given_ = parser.parse_args()
    found = fuzz(given_.seconds, given_.names)
    head = ["What is read", "Texts", "CPU, s", "Outcomes", "Failures"]
    rows = [
        [one.target.name, f"{one.tried:,}", f"{one.seconds:.0f}", f"{len(one.outcomes):,}",
         str(len(one.failures))]
        for one in found
    ]  # fmt: skip
    text = f"{measured_with()}.\n\n{render_table(head, rows)}"
    print(text)
    if not given_.names:
        write_figures("fuzz", text)
    sys.exit(any(one.failures for one in found))


if __name__ == "__main__":
    main()
