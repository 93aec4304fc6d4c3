"""Results of building unchanged inputs, kept from one build to the next in the same process.

`mkdocs serve` builds the whole site after each edit, and most of it comes out as before. A value
is kept with everything that it was made from, and only equal inputs get it back, so nothing that
is shown can be out of date. A single build keeps nothing: no other follows that could use it.
"""

import gc
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """By name, the last value made and its inputs, which are compared as they are, never hashed.

    `builds_follow` is true where this process will build the site again.
    """

    builds_follow: ClassVar[bool] = False

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Value]] = {}

    def get(self, name: str, inputs: object) -> Value | None:
        """Return what equal inputs gave; None where the inputs differ or there are none yet."""
        kept = self._kept.get(name)
        return kept[1] if kept and kept[0] == inputs else None

    def put(self, name: str, inputs: object, value: Value) -> None:
        """Keep a value in place of the one before."""
        self._kept[name] = inputs, value

    def get_or_make(self, name: str, inputs: object, make: Callable[[], Value]) -> Value:
        """Return what equal inputs gave; else make it, and keep it where builds follow."""
        if (value := self.get(name, inputs)) is None:
            value = make()
            if self.builds_follow:
                self.put(name, inputs, value)
        return value


def set_kept_aside() -> None:
    """Spare the garbage collector what the builds so far have left, most of which stays in use.

    To look through it took a tenth of every other rebuild.
    https://docs.python.org/3/library/gc.html#gc.freeze
    """
    gc.collect()
    gc.freeze()
