"""Keys of the head and of blocks, as an editor offers them."""

import re
from typing import Any

import pytest

from build_tools.assembly import ALL_BLOCKS
from build_tools.blocks.block import BlockKind
from build_tools.editor.keys import complete_keys
from build_tools.pages.front_matter import PageMeta


def offered(before: str) -> set[str]:
    return {item.text.removesuffix(": ") for item in complete_keys(before)}


def test_the_keys_of_the_head_are_offered_until_they_are_there() -> None:
    keys = {field.alias or name for name, field in PageMeta.model_fields.items()}
    assert offered("---\n") == keys
    assert offered("---\ntitle: A bell\nde") == keys - {"title"}
    [title] = [item for item in complete_keys("---\nti") if item.text == "title: "]
    assert title.start == len("---\n")
    assert all(item.explained for item in complete_keys("---\n"))


@pytest.mark.parametrize(
    ("before", "some", "none"),
    [
        ("---\nevent:\n  ", {"kind", "dates", "length", "ways"}, {"title", "stated"}),
        ("---\nevent:\n  kind:\n    is: call\n    ", {"stated"}, {"is", "kind"}),
        ("---\nevent:\n  name: A\n  kind:\n    is: call\n  ", {"dates"}, {"name", "kind"}),
        ("---\nevent:\n  ways:\n    - ", {"by", "stated"}, {"kind"}),
        ("---\nevent:\n  ways:\n    - by: [A]\n      ", {"stated"}, {"by"}),
        ("---\nevent:\n  ways:\n    - by: [A]\n      stated: B\n    - ", {"by", "stated"}, set()),
        ("---\ntitle: A\n---\n\n```passage\n", {"cite", "from", "to"}, {"title"}),
        ("---\ntitle: A\n---\n\n```passage\ncite: a\n", {"from"}, {"cite"}),
    ],
)
def test_keys_are_those_of_their_place(before: str, some: set[str], none: set[str]) -> None:
    assert some <= offered(before)
    assert not none & offered(before)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "ti",
        "---",
        "---\ntitle: A be",
        "---\ntitle: A\n---\nti",
        "```\n",
        "```python\n",
        "```map\n",
        "```passage\ncite: a\n```\n",
        "---\nno-such-key:\n  ",
        "---\ntitle: A\n  ",
    ],
)
def test_nothing_is_offered_elsewhere(before: str) -> None:
    assert complete_keys(before) == []


WRITTEN = [it for it in ALL_BLOCKS.values() if it.example and not it.filled_from]


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_the_keys_of_each_example_are_offered_where_they_stand(kind: BlockKind[Any]) -> None:
    lines = kind.example.splitlines()
    for n, line in enumerate(lines):
        head, colon, _ = line.partition(":")
        key = head.strip(" -")
        if colon and re.fullmatch(r"[a-z-]+", key):
            before = "\n".join([f"```{kind.name}", *lines[:n], head[: len(head) - len(key)]])
            assert key in offered(before), before
