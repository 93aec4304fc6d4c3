"""What a check found, and where: the one form in which anything wrong is reported."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.printable import printable_line


class Outcome(StrEnum):
    """How a check ended where it did not end well; "borne out" yields no problem."""

    NOT_BORNE_OUT = "not borne out"
    CANNOT_BE_CHECKED = "cannot be checked"


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file that a person wrote: line and column count from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return printable_line(f"{self.path}:{self.line}:{self.column}")


@dataclass(frozen=True)
class Comparison:
    """Words that must be verbatim and are not, and the nearest ones that the source has."""

    given: str
    nearest: str


@dataclass(frozen=True)
class Finding:
    """A problem without its code, which whoever reports it adds: a check, or the kind of input."""

    place: Place
    message: str
    hint: str = ""
    outcome: Outcome = Outcome.NOT_BORNE_OUT
    comparison: Comparison | None = None

    def under(self, code: str) -> "Problem":
        """Return the problem, under a code."""
        return Problem(self.place, code, self.message, self.hint, self.outcome, self.comparison)


@dataclass(frozen=True, order=True)
class Problem:
    """One finding: `message` says what must hold, `hint` gives the nearest valid thing.

    `about` is the file that a finding tells of, where its place is in another.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    outcome: Outcome = Outcome.NOT_BORNE_OUT
    comparison: Comparison | None = field(default=None, compare=False)
    about: str = ""

    def __str__(self) -> str:
        line = f"{self.place}: {self.code}: {printable_line(self.message)}"
        return f"{line}\n    hint: {printable_line(self.hint)}" if self.hint else line


class InputProblems(Exception):  # noqa: N818 - it holds problems, none an error by itself
    """Raised by a `parse_` or `load_` function: every problem of its input at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
