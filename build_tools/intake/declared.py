"""What a page declares for programs: the article's text, its publisher, and when it came out."""

import datetime
import json
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from build_tools.expressions import expression

_TAG = expression(r"<[^>]*>|\n")
_NOT_WRITTEN = expression(r"[\W_]+")
# When it was published, and when renewed: in JSON-LD, and in the head of the page.
PUBLISHED, MODIFIED = "datePublished", "dateModified"
_IN_HEAD = {PUBLISHED: "article:published_time", MODIFIED: "article:modified_time"}
# In letters: a shorter line may be within a sentence by chance.
_LONG = 20


def find_declared(tree: Any) -> str:
    """Return the longest `articleBody` of a page's JSON-LD, else nothing."""
    return max(_told(tree, "articleBody"), key=len, default="")


def find_moment(tree: Any, key: str) -> datetime.datetime | None:
    """Return when a page declares that it was PUBLISHED or MODIFIED; None without a time zone."""
    told = [it.get("content", "") for it in tree.iter("meta") if _is_named(it, key)]
    return next(filter(None, map(parse_moment, (*_told(tree, key), *told))), None)


def parse_moment(text: str) -> datetime.datetime | None:
    """Return the moment that a text for programs tells; None without a time zone."""
    try:
        moment = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def find_creators(tree: Any) -> Iterator[str]:
    """Yield each text that declares who wrote a page: one may have several names."""
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or ""
        if name.lower().endswith(("author", "creator")):
            yield meta.get("content", "")
    for node in _nodes(tree):
        authors = node.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str):
                yield unescape(name)


def find_publisher(tree: Any) -> str:
    """Return the name of the publisher in a page's JSON-LD, which may stand elsewhere there."""
    nodes = list(_nodes(tree))
    for node in nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and "name" not in publisher and "@id" in publisher:
            same = (it for it in nodes if it.get("@id") == publisher["@id"] and "name" in it)
            publisher = next(same, publisher)
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return unescape(name.strip())
    return ""


def _is_named(meta: Any, key: str) -> bool:
    names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
    return key in names or _IN_HEAD[key] in names


def _told(tree: Any, key: str) -> list[str]:
    """Return the texts under a key of a page's JSON-LD."""
    return [text for node in _nodes(tree) if isinstance(text := node.get(key), str)]


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield each object of a page's JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type", "") == "application/ld+json":
            try:
                yield from _within(json.loads(script.text or ""))
            except (ValueError, RecursionError):
                continue


def _within(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for it in value:
            yield from _within(it)


def find_witnessed(declared: str, texts: Sequence[str]) -> tuple[bool, ...]:
    """Tell of each line of a page whether the declared text has it."""
    lines = {_key(line) for line in _TAG.split(unescape(declared))}
    whole = _key(" ".join(_TAG.split(unescape(declared))))
    return tuple(
        bool(key := _key(text)) and (key in lines or (len(key) >= _LONG and key in whole))
        for text in texts
    )


def _key(text: str) -> str:
    return _NOT_WRITTEN.sub("", text).lower()
