"""Refuse to start a preview at an address that is taken, before the site is built."""

from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from build_tools.preview.address import AddressError, require_free
from build_tools.preview.run import RUN

_now = SimpleNamespace(starts=False)


def on_startup(command: str, dirty: bool) -> None:
    """Note that a server starts, for all hooks; later builds find its own address taken."""
    _now.starts = RUN.previews = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Look once whether the address is free."""
    starts, _now.starts = _now.starts, False
    if starts:
        try:
            require_free(*config.dev_addr)
        except AddressError as error:
            raise PluginError(str(error)) from None
