"""One script of the site's own, without what only its writers read."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from rjsmin import jsmin

ONE = "assets/site.js"


def join_scripts(texts: Iterable[str]) -> str:
    """Return scripts as one, in their order, without comments and indents."""
    return "\n".join(jsmin(text) for text in texts)


def is_elsewhere(address: str) -> bool:
    """Tell whether an address is another host's, and no path of this site."""
    return bool(urlsplit(address).netloc)
