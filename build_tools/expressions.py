"""Regular expressions that are compiled once they are first used.

There are hundreds, of the language above all, and most of what runs uses few of them: to compile
them all is a tenth of what a `check` takes after an edit.
"""

import re
from functools import cached_property
from typing import Any, cast


class Expression:
    """Stands for a `re.Pattern`, and does whatever that does; `flags` are those that were given."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern has under a name, and have it from then on."""
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as a compiled pattern; a wrong one raises `re.error` where it is used.

    Only functions of `re` itself do not take it: `X.sub(…)` instead of `re.sub(X, …)`.
    """
    return cast("re.Pattern[str]", Expression(pattern, flags))
