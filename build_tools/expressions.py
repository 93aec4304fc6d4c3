"""Regular expressions that are compiled once they are first used.

There are hundreds, of the language above all, and most of what runs uses few of them: to compile
them all is a tenth of what a `check` takes after an edit.
"""

import re
from typing import Any, cast


class Expression:
    """Stands for a `re.Pattern`, and has whatever that has."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern has under a name, and have it from then on."""
        value = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, value)
        return value


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as a compiled pattern; a wrong one raises `re.error` where it is used.

    Only functions of `re` itself do not take it: `X.sub(…)` instead of `re.sub(X, …)`.
    """
    return cast("re.Pattern[str]", Expression(pattern, flags))
