"""The text of the article that a page declares for programs, and which of its lines are in it."""

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

_TAG = re.compile(r"<[^>]*>|\n")
_NOT_WRITTEN = re.compile(r"[\W_]+")
# In letters: a shorter line may be within a sentence by chance.
_LONG = 20


def find_declared(tree: Any) -> str:
    """Return the longest `articleBody` of a page's JSON-LD, else nothing."""
    texts: list[str] = []
    for script in tree.iter("script"):
        if script.get("type", "") == "application/ld+json":
            try:
                texts.extend(_bodies(json.loads(script.text or "")))
            except (ValueError, RecursionError):
                continue
    return max(texts, key=len, default="")


def _bodies(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(text := value.get("articleBody"), str):
            yield text
        value = list(value.values())
    if isinstance(value, list):
        for it in value:
            yield from _bodies(it)


def find_witnessed(declared: str, texts: Sequence[str]) -> tuple[bool, ...]:
    """Tell of each line of a page whether the declared text has it."""
    lines = {_key(line) for line in _TAG.split(unescape(declared))}
    whole = _key(" ".join(_TAG.split(unescape(declared))))
    return tuple(
        bool(key := _key(text)) and (key in lines or (len(key) >= _LONG and key in whole))
        for text in texts
    )


def _key(text: str) -> str:
    return _NOT_WRITTEN.sub("", text).lower()
