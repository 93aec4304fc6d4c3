"""What was given, as bytes: which text it is, and whether it is the HTML of a page."""

import re

from build_tools.expressions import expression
from build_tools.intake.refusal import RefusedSourceError

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+"
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|section|meta|title|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096
_NOT_SHOWN = expression(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]"
)  # fmt: skip


def is_html(data: bytes) -> bool:
    """Tell whether bytes begin as a saved page does."""
    if data.startswith(_WIDE_MARKS):
        data = data.decode("utf-16", "replace").encode("utf-8")
    return bool(_HTML.match(data.removeprefix(_MARK)))


def decode_page(data: bytes) -> str:
    """Return the text of a page, in UTF-8 or in the encoding that it declares.

    Raises RefusedSourceError where it is neither.
    """
    declared = _CHARSET.search(data[:_HEAD])
    names = ["utf-8-sig", *([declared[1].decode("ascii", "replace")] if declared else [])]
    if data.startswith(_WIDE_MARKS):
        names = ["utf-16"]
    for name in names:
        try:
            return _checked(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    raise RefusedSourceError("page-encoding")


def decode_pasted(data: bytes) -> str:
    """Return pasted text.

    Raises RefusedSourceError where it is not UTF-8, or has signs that cannot be shown.
    """
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RefusedSourceError("encoding", line=line) from None


def _checked(text: str) -> str:
    if wrong := _NOT_SHOWN.search(text.removeprefix("\ufeff")):
        line = text.count("\n", 0, wrong.start()) + 1
        raise RefusedSourceError("no-text", sign=f"U+{ord(wrong[0]):04X}", line=line)
    return text
