"""What Markdown makes of a line that was meant as text."""

import pytest

from build_tools.pages.markdown_traps import find_traps
from build_tools.pages.statements import PageText


def found(text: str) -> list[tuple[int, int, str]]:
    traps = find_traps(PageText("docs/a.md", text))
    found = [trap.problem for trap in traps if not trap.repeats]
    return [(p.place.line, p.place.column or 0, p.message) for p in found]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("2016. Abe and Putin met.\n", 1, 1, "a paragraph must not begin with “2016.”"),
        ("Text.\n\n  1956. A declaration.\n", 3, 3, "a paragraph must not begin with “1956.”"),
        ("The subjects were:\n- tolls\n- a bell\n", 2, 1, "a list must have an empty line before"),
        ("The subjects were:\n1. tolls\n", 2, 1, "a list must have an empty line before it"),
        ("A sentence.\n---\n", 2, 1, "a line of dashes below text makes a heading"),
        ("A sentence.\n===\n", 2, 1, "a line of dashes below text makes a heading"),
        ("A call was held.[^1]\n", 1, 17, "a page must not have footnotes"),
        ("It was over.. Or not.\n", 1, 12, "a sentence must not end in two full stops"),
        (
            "It was over. [@a, para. 2]. Or not.\n",
            1,
            12,
            "a sentence must not end in two full stops",
        ),
    ],
)
def test_a_trap_is_found_at_its_place(text: str, line: int, column: int, message: str) -> None:
    first = found(text)[0]
    assert first[:2] == (line, column)
    assert first[2].startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n\n- one\n- two\n  goes on\n- three\ngoes on too\n- four\n",
        "- one\n    - within it\n- two\n",
        "1. one\n2. two\n",
        "## Subjects\n- one\n",
        "The year was\n1956 and not later.\n",
        "Text.\n\n---\n\nText.\n",
        "| a | b |\n| --- | --- |\n",
        "```yaml\n2016. not text\n- a\nText\n---\n[^1]..\n```\n",
        "It went on ... and on … [there](../a.md), by `[^1]` and `..`.\n",
        "Text that stands\n{: .no-claim }\n- one\n",
        "2016\\. was a year.\n",
        "It was in the U.S. [@a, para. 2].\n",
        "It began at 5 p.m. [@a, para. 2].\n",
        "It went on ... [@a, para. 2].\n",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []
