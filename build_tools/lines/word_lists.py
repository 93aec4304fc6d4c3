"""The lists of words and forms beside this file, read once."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

# The one in C is ten times as fast; not every build of the library has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_lists(name: str) -> dict[str, Any]:
    """Return what a file of lists beside this one holds, by key."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return dict(yaml.load(text, _LOADER))


def split_list(text: str) -> tuple[str, ...]:
    """Return the phrases of a list, which commas and ends of lines divide."""
    return tuple(part.strip() for part in re.split(r"[,\n]", text) if part.strip())


@cache
def pattern(key: str) -> re.Pattern[str]:
    """Return the forms of `patterns.yml` under a key, as one expression."""
    return re.compile("|".join(f"(?:{form})" for form in load_lists("patterns.yml")[key]))


@cache
def words_pattern(name: str, key: str, form: str) -> re.Pattern[str]:
    """Return an expression for any of the phrases of a list, which stand in `form` for {}.

    A list within a list is named with a full stop between the two.
    """
    lists: Any = load_lists(name)
    for part in key.split("."):
        lists = lists[part]
    longest_first = sorted(split_list(str(lists)), key=len, reverse=True)
    return re.compile(form.format("|".join(map(re.escape, longest_first))))
