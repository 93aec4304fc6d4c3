"""What a record must get right, not only have: its own values, and those of its text."""

import re
from collections.abc import Iterator
from typing import Any

from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.problems import Problem
from build_tools.sources.articles import Article
from build_tools.sources.records import PlacedRecord
from build_tools.text.folding import fold

# Values of the template that may happen to be right for a source; the others must be replaced.
_MAY_STAY = frozenset(["type", "issued", "language", "sha256", "lines", "date", "state"])


def check_record(placed: PlacedRecord, article: Article, template: LinedYaml) -> Iterator[Problem]:
    """Yield a problem for each value that is still the template's, and for a wrong headline."""
    yaml = placed.yaml
    for keys, value in _texts(template.data):
        if not _MAY_STAY & set(keys) and value == _value_at(yaml.data, keys):
            name = ".".join(map(str, keys))
            message = f"'{name}' must be filled in: it is still the template's"
            yield Problem(yaml.place_of(keys), "record", message, f"found '{value}'")
    headline = article.text_of("headline")
    if placed.record.title and _plain(placed.record.title) != _plain(headline):
        message = "'title' must be the headline of the text"
        hint = f"its lines of class 'headline' say “{headline}”" if headline else "it has none"
        yield Problem(yaml.place_of(("title",)), "record", message, hint)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text).text).strip().lower()


def _texts(data: Any, keys: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*keys, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*keys, index))
    elif isinstance(data, str):
        yield keys, data


def _value_at(data: Any, keys: KeyPath) -> Any:
    for key in keys:
        try:
            data = data[key]
        except (LookupError, TypeError):
            return None
    return data
