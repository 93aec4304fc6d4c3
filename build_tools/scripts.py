"""One script for the whole site, without what only its writers read."""

from collections.abc import Iterable

from rjsmin import jsmin

ONE = "assets/site.js"


def join_scripts(texts: Iterable[str]) -> str:
    """Return scripts as one, in their order, without comments and indents."""
    return "\n".join(jsmin(text) for text in texts)
