"""Let `mkdocs serve` run edited hooks and library modules without a restart.

MkDocs caches hook modules and Python caches imports, so a rebuild would run the old code. This
hook must come first in `mkdocs.yml`: it is loaded at the start and before each rebuild, and then
drops the modules of the library whose files have changed, with all that import them. The others
stay, and with them what they keep, which makes the rebuild after most edits much faster.
"""

import sys
import time
from pathlib import Path
from types import ModuleType

from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig

from build_tools.preview.stale_modules import forget, with_importers

# What must outlive this module, which is itself loaded anew: when the last load began, and when
# each module of the library was loaded at the earliest.
_memory = vars(sys.modules.setdefault("_fresh_code_memory", ModuleType("_fresh_code_memory")))
_began = time.time()
_earliest = {
    name: _memory.get("earliest", {}).get(name, _memory.get("began", _began))
    for name in sys.modules
    if name.split(".")[0] == "build_tools"
}
_files = {name: Path(sys.modules[name].__file__ or "") for name in _earliest}


def _is_edited(name: str) -> bool:
    path = _files[name]
    return not path.exists() or path.stat().st_mtime > _earliest[name]


_stale = with_importers(set(filter(_is_edited, _files)), _files)
forget(_stale)
_memory["earliest"] = {name: _earliest[name] for name in _earliest.keys() - _stale}
_memory["began"] = _began


def on_config(config: MkDocsConfig) -> None:
    """Make the next rebuild load each hook from its file; `_load_hook` is private to MkDocs."""
    Hooks._load_hook.cache_clear()
