"""Let `mkdocs serve` run edited hooks and library modules without a restart.

MkDocs caches hook modules and Python caches imports, so a rebuild would run the old code. This
hook must come first in `mkdocs.yml`. `_load_hook` is private to MkDocs: it is touched only here.
"""

import sys

from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig

# Runs whenever this file is loaded: at the start, and before each rebuild.
for _name in [name for name in sys.modules if name.split(".")[0] == "build_tools"]:
    del sys.modules[_name]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the next rebuild load every hook from its file."""
    Hooks._load_hook.cache_clear()
    return config
