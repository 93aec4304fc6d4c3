"""The hooks stay few, short, and on the public names of others."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from project import ROOT

MOST_HOOKS = 6
LONGEST_HOOK = 60
PYTHON = [
    path for folder in ("hooks", "build_tools") for path in sorted(ROOT.glob(f"{folder}/**/*.py"))
]
FOR_BROWSERS = [*sorted(ROOT.glob("overrides/**/*.*")), *sorted(ROOT.glob("docs/assets/*.js"))]
# Such as `__md_get` of the theme's scripts.
PRIVATE_WORD = re.compile(r"(?<![\w-])_+[a-zA-Z]\w*")


def listed_hooks() -> list[Path]:
    """The hooks that `mkdocs.yml` lists; its tags such as `!ENV` are of no matter here."""
    root = yaml.compose((ROOT / "mkdocs.yml").read_text("utf-8"))
    [hooks] = (value for key, value in root.value if key.value == "hooks")
    return [ROOT / node.value for node in hooks.value]


def is_private(name: str) -> bool:
    """Tell `_name` from `name` and from Python's own `__name__`."""
    return name.startswith("_") and not name.endswith("__")


def private_names(code: str) -> Iterator[str]:
    """Yield each name with an underscore before it that is taken from another module or object."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls")):
                pass
            case ast.Attribute(attr=name) if is_private(name):
                yield ast.unparse(node)
            case ast.Call(
                func=ast.Name(id="getattr" | "setattr" | "delattr" | "hasattr"),
                args=[_, ast.Constant(value=str(name)), *_],
            ) if is_private(name):
                yield ast.unparse(node)
            case ast.ImportFrom(module=module, names=names):
                parts = [*(module or "").split("."), *(alias.name for alias in names)]
                yield from filter(is_private, parts)
            case ast.Import(names=names):
                yield from filter(is_private, (part for n in names for part in n.name.split(".")))


def test_there_are_few_hooks_and_mkdocs_has_all_of_them() -> None:
    hooks = listed_hooks()
    assert 0 < len(hooks) <= MOST_HOOKS
    assert sorted(hooks) == sorted(ROOT.glob("hooks/*.py"))


@pytest.mark.parametrize("path", listed_hooks(), ids=lambda path: path.stem)
def test_a_hook_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_HOOK


def test_no_private_name_of_another_is_used() -> None:
    assert PYTHON
    used = {path: list(private_names(path.read_text("utf-8"))) for path in PYTHON}
    assert {path.relative_to(ROOT): names for path, names in used.items() if names} == {}


def test_no_private_name_of_the_theme_is_used() -> None:
    assert FOR_BROWSERS
    used = {path: PRIVATE_WORD.findall(path.read_text("utf-8")) for path in FOR_BROWSERS}
    assert {path.relative_to(ROOT): names for path, names in used.items() if names} == {}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("Hooks._load_hook.cache_clear()", ["Hooks._load_hook"]),
        ("config.plugins.search._index", ["config.plugins.search._index"]),
        ("get()._x", ["get()._x"]),
        ("getattr(server, '_epoch')", ["getattr(server, '_epoch')"]),
        ("from mkdocs.livereload import _Handler", ["_Handler"]),
        ("from mkdocs._private import name", ["_private"]),
        ("import mkdocs._private", ["_private"]),
        ("from __future__ import annotations", []),
        ("self._kept = cls._kept = _own = 1", []),
        ("type(value).__name__", []),
    ],
)
def test_what_counts_as_private(code: str, found: list[str]) -> None:
    assert list(private_names(code)) == found
