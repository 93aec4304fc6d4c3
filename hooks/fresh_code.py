"""Let `mkdocs serve` run edited hooks and library modules without a restart.

MkDocs caches hook modules and Python caches imports, so a rebuild would run the old code. This
hook must come first in `mkdocs.yml`: it is loaded at the start and before each rebuild, and then
drops the library if one of its files has changed. An unchanged library stays, and with it what it
has cached, which makes the rebuild after an edit of a page much faster.
"""

import sys
import time
from pathlib import Path
from types import ModuleType

from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig

# What must outlive this module, which is itself loaded anew: when the last load began, and when
# each module of the library was loaded at the earliest.
_memory = sys.modules.setdefault("_fresh_code_memory", ModuleType("_fresh_code_memory"))
_began = time.time()
_earliest = {
    name: getattr(_memory, "loaded", {}).get(name, getattr(_memory, "began", _began))
    for name in sys.modules
    if name.split(".")[0] == "build_tools"
}


def _is_stale(name: str) -> bool:
    path = Path(sys.modules[name].__file__ or "")
    return not path.exists() or path.stat().st_mtime > _earliest[name]


if any(_is_stale(name) for name in _earliest):
    for _name in _earliest:
        del sys.modules[_name]
    _earliest = {}
_memory.loaded, _memory.began = _earliest, _began  # type: ignore[attr-defined]


def on_config(config: MkDocsConfig) -> None:
    """Make the next rebuild load each hook from its file; `_load_hook` is private to MkDocs."""
    Hooks._load_hook.cache_clear()
