"""Ctrl-C while the command line is being loaded ends it at once, without a traceback.

Loading takes a second, and nothing can catch an interruption there. Once a command runs, click says
that it was aborted. A program that only imports the commands is left as it is.
"""

import signal
import sys

_COMMAND_LINE = "build_tools.__main__"


def _is_run() -> bool:
    spec = getattr(sys.modules["__main__"], "__spec__", None)
    return spec is not None and spec.name == _COMMAND_LINE


def loaded() -> None:
    """Let an interruption raise KeyboardInterrupt again, as Python has it."""
    if _is_run():
        signal.signal(signal.SIGINT, signal.default_int_handler)


if _is_run():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
