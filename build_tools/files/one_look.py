"""One look at the files: while it lasts each is read once, so what is hashed is what is parsed.

A page may be saved in the middle of a check: what its new text says must not be kept under the hash
of the old one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar, TypeVarTuple

Value = TypeVar("Value")
Arguments = TypeVarTuple("Arguments")
# What was seen, by the function that looked and its arguments; the last is of the look that lasts.
_looks: list[dict[object, object]] = []


@contextmanager
def one_look() -> Iterator[None]:
    """Let files and folders stay as they are first seen, until the end."""
    _looks.append({})
    try:
        yield
    finally:
        _looks.pop()


def seen_once(look: Callable[[*Arguments], Value]) -> Callable[[*Arguments], Value]:
    """Let a function look at a file or folder once for as long as one look lasts.

    Arguments are given by position and are hashable. Where it raises, it looks again.
    """

    @wraps(look)
    def seen(*arguments: *Arguments) -> Value:
        if not _looks:
            return look(*arguments)
        found, key = _looks[-1], (look, arguments)
        if key not in found:
            found[key] = look(*arguments)
        value: Value = found[key]  # type: ignore[assignment]
        return value

    return seen
