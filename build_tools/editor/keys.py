"""Keys where an editor's cursor is in the head of a page or in a block: YAML within Markdown.

Editors give a schema to whole files alone, so that these are offered here, from the same schemas.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from build_tools.assembly import ALL_BLOCKS
from build_tools.editor.citing import Completion
from build_tools.editor.schemas import make_schema
from build_tools.expressions import expression
from build_tools.pages.front_matter import PageMeta
from build_tools.syntax.fences import find_fences

_BOUND = "---"
_BEGUN = expression(r"(?P<margin> *(?:- +)*)(?P<key>[\w-]*)")
_KEY = expression(r"(?P<margin> *(?:- +)*)(?P<key>[\w-]+) *:(?: .*)?")
Schema = dict[str, Any]


def complete_keys(before: str) -> list[Completion]:
    """Return the keys that may stand where a text ends; none outside the head and the blocks."""
    lines = before.split("\n")
    begun = _BEGUN.fullmatch(lines[-1])
    root, above = _around(lines)
    if not begun or root is None:
        return []
    path, there = _path(above, len(begun["margin"]), first="-" in begun["margin"])
    start = len(before) - len(begun["key"])
    return [
        Completion(f"{key}: ", start, shown.get("description", ""), shown.get("description", ""))
        for key, shown in _properties(root, path).items()
        if key not in there
    ]


def _around(lines: list[str]) -> tuple[Schema | None, list[str]]:
    """Return the schema of the YAML that the last line is in, and the lines of it above that."""
    if lines[0] == _BOUND and _BOUND not in lines[1:-1]:
        return (_head(), lines[1:-1]) if len(lines) > 1 else (None, [])
    fences = find_fences(lines)
    if not fences or fences[-1].end is not None or fences[-1].start == len(lines) - 1:
        return None, []
    return _block(fences[-1].word), lines[fences[-1].start + 1 : -1]


@lru_cache(maxsize=1)
def _head() -> Schema:
    return make_schema(PageMeta)


@lru_cache(maxsize=50)
def _block(kind: str) -> Schema | None:
    block = ALL_BLOCKS.get(kind)
    return make_schema(block.model) if block and block.example and not block.filled_from else None


def _path(above: list[str], column: int, *, first: bool) -> tuple[list[str], set[str]]:
    """Return the keys that a column is below, from the outermost, and those beside it.

    `first` is whether it is the first key of an item: what is above it is of other items.
    """
    path: list[str] = []
    beside: set[str] = set()
    for key in map(_KEY.fullmatch, reversed(above)):
        if key and len(key["margin"]) < column:
            path.insert(0, key["key"])
            column = len(key["margin"])
        elif key and len(key["margin"]) == column and not path and not first:
            beside.add(key["key"])
            first = "-" in key["margin"]
    return path, beside


def _properties(root: Schema, path: list[str]) -> dict[str, Schema]:
    """Return the keys of what a path leads to, each with its schema."""
    found = [*_alternatives(root, root)]
    for key in path:
        inner = [
            it.get("properties", {}).get(key, it.get("additionalProperties", False)) for it in found
        ]
        found = [it for one in inner if one for it in _alternatives(one, root)]
    return {key: shown for it in found for key, shown in it.get("properties", {}).items()}


def _alternatives(schema: Any, root: Schema) -> Iterator[Schema]:
    """Yield what a schema allows, with what it refers to, and the items where it is a list."""
    if not isinstance(schema, dict):
        return
    if name := schema.get("$ref"):
        yield from _alternatives(root["$defs"][name.rpartition("/")[2]], root)
    yield schema
    for key in ("anyOf", "allOf", "oneOf"):
        for part in schema.get(key, ()):
            yield from _alternatives(part, root)
    if items := schema.get("items"):
        yield from _alternatives(items, root)
