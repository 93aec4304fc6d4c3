"""What an edit of a module makes out of date: all that import it, as their files say."""

import ast
import sys
from collections.abc import Mapping, Set
from pathlib import Path


def with_importers(edited: Set[str], files: Mapping[str, Path]) -> set[str]:
    """Return the edited modules and all that import one of these, directly or through others.

    `files` has the file of each module that counts, by the module's full name. A file that is
    gone or does not parse imports nothing. Imports within functions count; relative ones do not.
    """
    imports = {name: _imports(name, path) for name, path in files.items()} if edited else {}
    found = set(edited)
    while more := {name for name, others in imports.items() if others & found} - found:
        found |= more
    return found


def forget(names: Set[str]) -> None:
    """Make Python load these modules from their files when they are next imported."""
    for name in names:
        del sys.modules[name]
        package, _, inner = name.rpartition(".")
        # `from package import inner` would find the old module there.
        if hasattr(parent := sys.modules.get(package), inner):
            delattr(parent, inner)


def _imports(module: str, path: Path) -> set[str]:
    try:
        tree = ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return set()
    names = {module.rpartition(".")[0]}  # Python loads the packages around a module first.
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            # What stands behind `import` may be a module or something in one.
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names | {name.rpartition(".")[0] for name in names}
