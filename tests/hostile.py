"""Texts that try to run or to fetch something, and a reader of what a browser would run."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

# The longest that a text lets through is used; a label has room for nine words.
HOSTILE = (
    "\"'><script>alert(1)</script><img src=https://evil.example/x.png onerror=alert(1)> "
    '" onmouseover="alert(1) [x](javascript:alert(1)) ![x](https://evil.example/y.png) '
    "[y](data:text/html,x){onclick=alert(1)} <vbscript:x> {{ config }} | cell `code` \\",
    "\"'><img src=x onerror=alert(1)>",
    "](javascript:alert(1)) {onclick=x}",
    "\"' onclick=alert(1) &",
)


def leaves(data: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        if isinstance(value, dict | list):
            yield from leaves(value, (*keys, key))
        elif isinstance(value, str):
            yield (*keys, key)


class Active(HTMLParser):
    """What of a page a browser would run or fetch from elsewhere, and its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts: set[str] = set()
        self._in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: re.sub(r"[\x00-\x20]", "", value or "") for name, value in attrs}
        self.found += [f"{tag} {name}={given[name]}" for name in given if name.startswith("on")]
        for name in {"href", "src", "action", "formaction", "data", "xlink:href"} & given.keys():
            parts = urlsplit(given[name])
            loads = tag not in ("a", "link", "area") and (parts.scheme or parts.netloc)
            if loads or parts.scheme not in ("", "http", "https", "mailto"):
                self.found.append(f"{tag} {name}={given[name]}")
        if tag in ("iframe", "object", "embed", "base"):
            self.found.append(tag)
        is_data = given.get("type", "").endswith("json")
        self._in_script = tag == "script" and not is_data and "src" not in given

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.add(data)
            self._in_script = False
