"""How the command line is loaded: Ctrl-C ends it at once, and no garbage is looked for.

Loading takes half a second. Nothing can catch an interruption there; once a command runs, click
says that it was aborted. Nearly all that is made, then and later, stays until the end: to look
through it again and again is a seventh of what a check costs, and a twelfth of a build. A program
that only imports the commands is left as it is.
"""

import atexit
import gc
import signal
import sys

_COMMAND_LINE = "build_tools.__main__"
# So many new objects before they are looked through; Python has 700. A page makes some thousands.
_MANY = 100_000
# In a command hardly any refer to each other in circles, and a large site's known pages alone are
# more than those.
_MANY_OF_A_COMMAND = 1_000_000


def _is_run() -> bool:
    spec = getattr(sys.modules["__main__"], "__spec__", None)
    return spec is not None and spec.name == _COMMAND_LINE


def loaded() -> None:
    """Let an interruption raise KeyboardInterrupt again; look for garbage, rarely."""
    if _is_run():
        signal.signal(signal.SIGINT, signal.default_int_handler)
        keep_all(_MANY_OF_A_COMMAND)
        gc.enable()


def keep_all(many: int = _MANY) -> None:
    """Look for garbage rarely, in a program that needs nearly all that it makes until its end.

    `many` are the new objects after which it is looked for.
    """
    gc.freeze()
    gc.set_threshold(many)
    # At the end Python would look through all that there is, to free each thing by itself.
    atexit.register(gc.freeze)


if _is_run():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()
