"""What the theme's search is given to read: named as the menu names it, and found in any spelling.

The theme's own search plugin writes the index; each entry is a page or a section of one, with
`location`, `title` and `text`. https://squidfunk.github.io/mkdocs-material/setup/setting-up-site-search/
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import Any

from build_tools.english.asking import ASKING
from build_tools.expressions import expression
from build_tools.kept import Kept

# Markers of notes are no words of the text.
_MARKER = expression(r"<sup>\d+</sup>")
_TAG = expression(r"<[^<>]*+>")
# Readers type a part of a name in such characters; the search finds words by how they begin.
_HAN = expression(r"[\u3005\u3400-\u9fff]{3,}")
_SHORTENED = expression(r"\b(?:[A-Z]\.){2,}")
# The theme counts the head of a page at least two and a half times as much as a section with the
# same words: this leaves it a little more, for the section that is about something to come first.
_PAGE = 0.5
_WORD = expression(r"[^\W\d_]+")
# In a preview most entries are what they were.
_REFINED: Kept[Mapping[str, Any]] = Kept()
_Field = Mapping[str, tuple[str, ...]]

# Where the search plugin writes the index, below the site.
INDEX = "search/search_index.json"


def page_of(entry: Mapping[str, Any]) -> str:
    """Return the address of the page that an entry is of."""
    return str(entry["location"]).partition("#")[0]


def refine_index_file(
    site: Path, pages: Mapping[str, tuple[str, str]], fields: Mapping[str, _Field]
) -> None:
    """Refine the index that the search plugin has written below `site`, if it has.

    `pages` are the address and the name of each page by its path below docs, and `fields` what
    readers may type for a page or a section, by the same path and the section's id.
    """
    file = site / INDEX
    if not file.exists():
        return
    # MkDocs has "./" for the address of the home page, where the theme's plugin has none.
    located = {uri: (url.removeprefix("./"), name) for uri, (url, name) in pages.items()}
    typed = {
        name: {
            f"{located[uri][0]}{mark}{section}": words
            for path, words in field.items()
            for uri, mark, section in [path.partition("#")]
            if uri in located
        }
        for name, field in fields.items()
    }
    index = refine_index(json.loads(file.read_text("utf-8")), dict(located.values()), typed)
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def refine_index(
    index: Mapping[str, Any], names: Mapping[str, str], fields: Mapping[str, _Field]
) -> dict[str, Any]:
    """Return the index of the search with each page by its name, and with more to find it by.

    `names` are those of pages by address; a page whose heading is another has it in its title too.
    `fields` are what readers may type for a page or a section that does not have it, by address:
    each is a field of its own, which the site's configuration weighs.
    """
    entries = []
    for entry in index["docs"]:
        location = entry["location"]
        typed = {
            name: " ".join(field[location]) for name, field in fields.items() if location in field
        }
        inputs = entry, names.get(location), typed
        entries.append(_REFINED.get_or_make(location, inputs, partial(_refine, *inputs)))
    return {**index, "config": _without_asking(index["config"]), "docs": entries}


def _refine(
    entry: Mapping[str, Any], name: str | None, typed: Mapping[str, str]
) -> Mapping[str, Any]:
    """Return one entry: that of a page has a name; `typed` are fields to add."""
    title, text = entry["title"], _MARKER.sub("", entry["text"])
    # The script puts what is here into the page as HTML.
    if (shown := escape(unescape(name or ""), quote=False)) and shown != title:
        title = f"{shown}: {title}"
    plain = _TAG.sub(" ", f"{title} {text}")
    if more := dict.fromkeys(_spellings(plain)):
        text = f"{text} <p>{escape(' '.join(more), quote=False)}</p>"
    # Of a page that comes after the others it is the sections that do: its own name leads to it.
    boost = {} if name is None else {"boost": _PAGE}
    return {**entry, "title": title, "text": text, **typed, **boost}


def _without_asking(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return how the theme is to cut words, without those that make a question.

    The theme finds all that begins as a typed word does: with "is" it would find "issue". A word
    that the separator takes as a whole is not searched for.
    """
    asking = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in ASKING)
    return {**config, "separator": f"{config['separator']}|^(?:{asking})$"}


def _spellings(text: str) -> Iterator[str]:
    """Yield other spellings of words: without accents, without dots, and from inside a name."""
    for match in _WORD.finditer(text):
        if match[0].isascii():
            continue
        # й is a letter of its own; ё is often typed as е.
        plain = "".join(
            unicodedata.normalize("NFC", sign)
            if sign in "йЙ"
            else re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFD", sign))
            for sign in match[0]
        )
        if plain != match[0]:
            yield plain
    for match in _SHORTENED.finditer(text):
        yield match[0].replace(".", "")
    for match in _HAN.finditer(text):
        yield from (match[0][start:] for start in range(1, len(match[0]) - 1))
