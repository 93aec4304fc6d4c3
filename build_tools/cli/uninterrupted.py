"""What is written is written whole, and is said: Ctrl-C has no effect for that moment."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Take no notice of Ctrl-C within.

    For the few milliseconds of writing what was asked for, and of saying so. Whoever breaks off
    before has nothing, and whoever does it then has all, and is told.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
