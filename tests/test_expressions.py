"""No regular expression of the package reads a place of its text again and again.

Each is searched for in texts that repeat what it looks for, or begin it and never end it. Twice the
text may take twice the time, and no more than 2.5 times: whoever writes such a page, or an article,
would otherwise stop the build.
"""

import ast
import gc
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import build_tools
from build_tools.expressions import Expression

_PACKAGE = Path(build_tools.__file__).parent
_LENGTH = 1_000
# Faster than this per character, an expression is taken to be linear: most are far below.
_QUICK = 1.5e-6
_MOST = 2.5
# The quickest of so many is what the expression takes; the rest of the machine slows the others.
_TRIES = 9
# What texts are made of besides the words of the expression itself.
_UNITS = ("a", "A", "1", " ", "\n", ".", ",", "-", '"', "'", "[", "<", "`", "a ", "a.", "1,", "a-")


def _compiled() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every expression that a module holds, however deep in its values."""
    for module in pkgutil.walk_packages([str(_PACKAGE)], "build_tools."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in _patterns_in(value, 3):
                yield f"{module.name}.{name}", pattern


def _patterns_in(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Expression):
        yield re.compile(value.pattern, value.flags)
    elif isinstance(value, re.Pattern):
        text = value.pattern
        # One for bytes is tried as if these were characters.
        yield value if isinstance(text, str) else re.compile(text.decode("latin-1"), value.flags)
    elif depth and isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from _patterns_in(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield from _patterns_in(list(value.values()), depth - 1)
    elif depth and hasattr(value, "__dict__") and type(value).__module__.startswith("build_tools"):
        yield from _patterns_in(list(vars(value).values()), depth - 1)
    elif depth and isinstance(value, type) and value.__module__.startswith("build_tools"):
        yield from _patterns_in([v for k, v in vars(value).items() if k.isupper()], depth - 1)


def _written() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every expression that a function gives to `re` as it stands."""
    for path in sorted(_PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=used),
                    args=[ast.Constant(value=str(text)), *_],
                ) if used not in ("compile", "match", "fullmatch"):
                    yield f"{path.relative_to(_PACKAGE)}:{node.lineno}", re.compile(text)


def _texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield beginnings, with what is repeated after them."""
    literals = dict.fromkeys(re.findall(r"(?<![\\\w])[a-zA-Z]+|[^\w\\()|*+?{}^$]", pattern.pattern))
    own = list(literals)[:12]
    for unit in dict.fromkeys((*_UNITS, *own, *(f"{word} " for word in own))):
        yield "", unit
    for start in own:
        for unit in (" ", "a", "1", "a ", ","):
            yield start, unit


def _uses() -> dict[str, set[str]]:
    """Return what is called on each name of the package, by the name."""
    source = "\n".join(path.read_text("utf-8") for path in sorted(_PACKAGE.rglob("*.py")))
    uses: dict[str, set[str]] = {}
    for name, method in re.findall(r"\b(\w+)\.(\w+)\(", source):
        uses.setdefault(name, set()).add(method)
    return uses


def _seconds(pattern: re.Pattern[str], text: str, *, anchored: bool) -> float:
    start = time.process_time()
    if anchored:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - start


def _grows(pattern: re.Pattern[str], start: str, unit: str, *, anchored: bool) -> bool:
    """Tell whether twice the text takes too long, by both of two doublings."""

    def seconds(n: int) -> float:
        text = start + unit * (n // len(unit)) + "\x00"
        return min(_seconds(pattern, text, anchored=anchored) for _ in range(_TRIES))

    once, twice = seconds(_LENGTH), seconds(2 * _LENGTH)
    return twice > _MOST * once and seconds(4 * _LENGTH) > _MOST * twice


def test_every_expression_is_linear() -> None:
    found = {pattern: name for name, pattern in (*_compiled(), *_written())}
    assert len(found) > 150
    uses, slow = _uses(), []
    gc.disable()
    try:
        for pattern, name in found.items():
            used = uses.get(name.rpartition(".")[2])
            # Whether it is only ever tried at one place of a text.
            anchored = bool(used) and used <= {"match", "fullmatch", "pattern"}
            for start, unit in _texts(pattern):
                text = start + unit * (_LENGTH // len(unit)) + "\x00"
                if _seconds(pattern, text, anchored=anchored) < _QUICK * _LENGTH:
                    continue
                # Whatever else the machine does may slow one try, and does not slow three.
                if all(_grows(pattern, start, unit, anchored=anchored) for _ in range(3)):
                    slow.append(f"{name}: {start!r} + {unit!r} repeated")
                    break
    finally:
        gc.enable()
    assert not slow, "\n".join(slow)


def test_the_judge_finds_an_expression_that_is_not_linear() -> None:
    assert _grows(re.compile("a*b"), "", "a", anchored=False)
    assert not _grows(re.compile("ab*"), "", "a", anchored=False)
