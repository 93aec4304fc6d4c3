"""The templates of a theme: listed without hidden folders, and compiled once in a process."""

import os

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket

from build_tools.preview.kept import Kept


class VisibleTemplates(FileSystemLoader):
    """Templates in folders; those in folders whose name starts with `.` load but are not listed.

    MkDocs would list thousands of icons there, and then drop them.
    """

    def list_templates(self) -> list[str]:
        """Return the names of all templates outside hidden folders, in order."""
        found: set[str] = set()
        for start in self.searchpath:
            for folder, inner, names in os.walk(start, followlinks=self.followlinks):
                inner[:] = [name for name in inner if not name.startswith(".")]
                below = os.path.relpath(folder, start).replace(os.path.sep, "/")
                found.update(f"{below}/{name}".removeprefix("./") for name in names)
        return sorted(found)


class CompiledTemplates(BytecodeCache):
    """The code of templates by name; Jinja uses it only if the template's text is the same."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand Jinja the code of a template, if there is any."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code that Jinja has made."""
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED: Kept[CompiledTemplates] = Kept()


def compiled_templates(environment: Environment, name: str = "theme") -> CompiledTemplates:
    """Return what was compiled in an environment of that name that compiles the same.

    Filters and tests of constants are worked out when a template is compiled; indents of statements
    are left out then, or stay.
    """
    inputs = (
        dict(environment.filters),
        dict(environment.tests),
        sorted(environment.extensions),
        environment.lstrip_blocks,
    )
    compiled = _COMPILED.get(name, inputs)
    if compiled is None:
        compiled = CompiledTemplates()
        _COMPILED.put(name, inputs, compiled)
    return compiled
