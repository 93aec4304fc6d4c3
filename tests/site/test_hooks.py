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
# Also the names of the theme's scripts, such as `__md_get`.
FOR_BROWSERS = [*sorted(ROOT.glob("overrides/*")), *sorted(ROOT.glob("docs/assets/*.js"))]


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


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_private_name_of_another_is_used(path: Path) -> None:
    assert list(private_names(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", FOR_BROWSERS, ids=lambda path: path.name)
def test_no_private_name_of_the_theme_is_used(path: Path) -> None:
    assert re.findall(r"(?<![\w-])_+[a-zA-Z]\w*", path.read_text("utf-8")) == []


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
