"""Text wrapped to the width of the terminal."""

import shutil
from textwrap import TextWrapper

_WIDEST = 100


def wrapper(indent: str, first: str) -> TextWrapper:
    """Return what wraps a text: its first line begins with `first`, all others with `indent`."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return TextWrapper(
        width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False
    )


def indented(text: str) -> str:
    """Return a text wrapped, each line indented."""
    return wrapper("    ", "    ").fill(text)
