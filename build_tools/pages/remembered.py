"""What was worked out of a statement, kept for as long as the statement and what it cites stay.

A rebuild under `mkdocs serve` meets mostly statements that it has met before, and after an edit of
one source those that cite others alone are as they were.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

from build_tools.pages.statements import Statement
from build_tools.sources.library import Library

Others = TypeVarTuple("Others")
Value = TypeVar("Value")


def remembered(
    function: Callable[[Statement, Library, *Others], Value],
) -> Callable[[Statement, Library, *Others], Value]:
    """Let a function of a statement work each out once, with the sources alone that it cites."""
    kept = lru_cache(maxsize=20_000)(function)

    @wraps(function)
    def of_cited(statement: Statement, library: Library, /, *others: *Others) -> Value:
        return kept(statement, library.cited_by(statement.citations), *others)

    return of_cited
