"""The one cleaner of what is printed: nothing that is read may move a cursor or begin a line.

A terminal obeys escape sequences, and the log of a forge obeys lines that begin with `::`.
"""

import re
import unicodedata

from build_tools.expressions import expression

# Control and format characters, half characters and the two separators of lines.
_KINDS = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp"])
_PERHAPS = expression(r"[^\n\t -~]")


def printable(text: str) -> str:
    """Return a text of several lines with an escape, such as `\\x1b`, for what nobody sees."""
    return _PERHAPS.sub(_escaped, text)


def printable_line(text: str) -> str:
    """Return the same for what must stay on one line."""
    return printable(text).replace("\n", "\\n").replace("\t", " ")


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    if unicodedata.category(sign) not in _KINDS:
        return sign
    return sign.encode("unicode_escape", "surrogatepass").decode("ascii")
