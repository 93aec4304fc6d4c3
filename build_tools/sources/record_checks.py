"""What a record must get right, not only have: its own values, and those of its text."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools.files.text_files import read_bytes
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.problems import Problem
from build_tools.sources.articles import Article
from build_tools.sources.doubts import CODE
from build_tools.sources.records import PlacedRecord, Record, parse_line_ranges
from build_tools.text.folding import fold

# In bytes, of a page as a browser saves it: most have far fewer than a tenth.
LARGEST_PAGE = 20_000_000
# Values of the template that may happen to be right for a source; the others must be replaced.
_MAY_STAY = frozenset(["type", "issued", "language", "sha256", "lines", "date", "state"])


def check_record(placed: PlacedRecord, article: Article, template: LinedYaml) -> Iterator[Problem]:
    """Yield a problem for each value that is still the template's, and for what its text lacks."""
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
    ranges, most = placed.record.origin.paragraphs, len(article.paragraphs)
    if ranges and any(last > most for _, last in parse_line_ranges(ranges)):
        place = yaml.place_of(("origin", "paragraphs"))
        yield Problem(place, "record", f"'origin.paragraphs' must be of the body: it has {most}")


def check_page(placed: PlacedRecord, page: Path) -> Iterator[Problem]:
    """Yield a problem where the saved page that a record names is not beside it, or was edited."""
    wanted = placed.record.page_sha256
    if wanted is None:
        return
    place = placed.yaml.place_of(("page-sha256",))
    if not page.exists():
        message = f"{page.name} must be beside the record that gives its checksum"
        yield Problem(place, "record", message, "restore the page, or take the key out")
        return
    shown = f"{Path(placed.yaml.path).parent.as_posix()}/{page.name}"
    data = read_bytes(page, shown, "record", LARGEST_PAGE)
    if (found := hashlib.sha256(data).hexdigest()) != wanted:
        message = f"the SHA-256 must be that of {page.name}: a saved page is never edited"
        yield Problem(place, "record", message, f"the file's is {found}; restore the page")


def check_unconfirmed(record: Record, yaml: LinedYaml) -> Iterator[Problem]:
    """Yield a problem for each guess that is left."""
    for name, found in record.to_confirm.items():
        message = f"'{name}' must be confirmed by a person"
        hint = f"{found}; correct the record if need be, then take this line out"
        yield Problem(yaml.place_of(("to-confirm", name)), CODE, message, hint)


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
