"""Which lines of a page are fenced."""

import pytest

from build_tools.syntax.fences import find_fences


@pytest.mark.parametrize(
    ("text", "fences"),
    [
        ("a\n```x\nb\n```\nc", [(1, 3, "", "x")]),
        ("~~~ x  \n~~~", [(0, 1, "", "x")]),
        ("```\n```", [(0, 1, "", "")]),
        # A longer fence closes; a shorter or another one does not.
        ("```x\n`````", [(0, 1, "", "x")]),
        ("````x\n```\n~~~~\n````", [(0, 3, "", "x")]),
        # What is inside another is code.
        ("````\n```x\n```\n````\n```y\n```", [(0, 3, "", ""), (4, 5, "", "y")]),
        # Nothing closes it: what follows is text, and may be fenced.
        ("```x\na\n~~~y\n~~~", [(0, None, "", "x"), (2, 3, "", "y")]),
        # In a list, a box or a quote.
        ("    ```x\n    ```", [(0, 1, "    ", "x")]),
        ("- ```x\n  ```", [(0, 1, "- ", "x")]),
        ("> ```x\n> ```", [(0, 1, "> ", "x")]),
        ("1. ```x\n   ```", [(0, 1, "1. ", "x")]),
        # Code within a line.
        ("```x``` is code", []),
        ("``x\n``", []),
        ("text ```\ntext", []),
        ("", []),
    ],
)
def test_fences(text: str, fences: list[tuple[int, int | None, str, str]]) -> None:
    found = find_fences(text.split("\n"))
    assert [(f.start, f.end, f.margin, f.word) for f in found] == fences


def test_many_open_fences_are_read_once() -> None:
    lines = ["```" + "`" * (n % 50) + "x" for n in range(20_000)]
    assert sum(fence.end is None for fence in find_fences(lines)) == len(lines)
