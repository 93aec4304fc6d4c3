"""What a page declares for programs: the text of the article, and when it was published."""

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

_TAG = re.compile(r"<[^>]*>|\n")
_NOT_WRITTEN = re.compile(r"[\W_]+")
_PUBLISHED = frozenset(["article:published_time", "datePublished"])
# In letters: a shorter line may be within a sentence by chance.
_LONG = 20


def find_declared(tree: Any) -> str:
    """Return the longest `articleBody` of a page's JSON-LD, else nothing."""
    return max(_told(tree, "articleBody"), key=len, default="")


def find_moment(tree: Any) -> datetime.datetime | None:
    """Return when a page declares that it was published; None where no time zone is with it."""
    told = [it.get("content", "") for it in tree.iter("meta") if _is_of_publication(it)]
    for text in (*_told(tree, "datePublished"), *told):
        try:
            moment = datetime.datetime.fromisoformat(text.strip())
        except ValueError:
            continue
        if moment.tzinfo:
            return moment
    return None


def _is_of_publication(meta: Any) -> bool:
    names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
    return bool(_PUBLISHED & set(names))


def _told(tree: Any, key: str) -> list[str]:
    """Return the texts under a key of a page's JSON-LD."""
    texts: list[str] = []
    for script in tree.iter("script"):
        if script.get("type", "") == "application/ld+json":
            try:
                texts.extend(_under(json.loads(script.text or ""), key))
            except (ValueError, RecursionError):
                continue
    return texts


def _under(value: Any, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(text := value.get(key), str):
            yield text
        value = list(value.values())
    if isinstance(value, list):
        for it in value:
            yield from _under(it, key)


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
