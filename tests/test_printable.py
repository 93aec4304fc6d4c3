"""Nothing that is printed moves a cursor, or begins a line of its own."""

import pytest

from build_tools.printable import printable, printable_line
from build_tools.problems import Place, Problem


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("a\rb", "a\\rb"),
        ("\x9b1m", "\\x9b1m"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2028b", "a\\u2028b"),
        ("\ud800", "\\ud800"),
        ("Ōsaka, Курилы, 北方領土\n\t– “é”", "Ōsaka, Курилы, 北方領土\n\t– “é”"),
    ],
)
def test_what_nobody_sees_is_shown_by_its_code(given: str, shown: str) -> None:
    assert printable(given) == shown


def test_a_finding_stays_on_its_line() -> None:
    found = Problem(Place("docs/a\n::error::b.md"), "name", "'a\n::b'", "c\n::d")
    assert str(found).split("\n") == [
        "docs/a\\n::error::b.md:1:1: name: 'a\\n::b'",
        "    hint: c\\n::d",
    ]
    assert printable_line("a\n::b") == "a\\n::b"
