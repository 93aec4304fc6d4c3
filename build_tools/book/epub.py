"""The book as EPUB 3: https://www.w3.org/TR/epub-33/. The same book is the same bytes."""

import re
from collections.abc import Mapping
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_STORED, ZipFile

from build_tools.book.chapters import Book
from build_tools.expressions import expression
from build_tools.generated.publication import LICENSE
from build_tools.release.archive import add_entry
from build_tools.templating import render
from build_tools.text.dates import format_edtf

_LINK = expression(r'href="#([\w-]+?)(--[^"]*)?"')
_DEFINITION = expression(r"(?<![\w-])(--[\w-]+):([^;]+);")
_USE = expression(r"var\((--[\w-]+)\)")
# Layouts for screens of some width, and what a finger or a mouse does.
_AT_RULE = expression(r"@\w[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
# What the theme gives the names that our stylesheets use, in the light.
_COLOURS = {
    "--md-default-fg-color": "#1c1c1c",
    "--md-default-bg-color": "#ffffff",
    "--md-shadow-z1": "none",
}


def write_epub(book: Book, stylesheets: Mapping[str, str], target: Path) -> None:
    """Write the book to a file; `stylesheets` are those of the site that its pictures need.

    All of them may define colours; only the text of the last is used.
    """
    values = {
        "book": book,
        "license": LICENSE,
        "day": format_edtf(book.modified),
        "id": uuid5(NAMESPACE_URL, f"{book.address} {book.modified}"),
    }
    with ZipFile(target, "w") as archive:
        # https://www.w3.org/TR/epub-33/#sec-zip-container-mime
        add_entry(archive, "mimetype", b"application/epub+zip", ZIP_STORED)
        for path, template in (
            ("META-INF/container.xml", "container.xml"),
            ("book/content.opf", "content.opf"),
            ("book/nav.xhtml", "nav.html"),
            ("book/title.xhtml", "title.html"),
        ):
            text = render(f"book/{template}.j2", **values)
            add_entry(archive, path, text.encode())
        style = render("book/book.css.j2") + resolve(stylesheets)
        add_entry(archive, "book/book.css", style.encode())
        for chapter in book.chapters:
            body = _LINK.sub(lambda match: f'href="{match[1]}.xhtml{_own(match)}"', chapter.body)
            text = render("book/chapter.html.j2", book=book, chapter=chapter, body=body)
            add_entry(archive, f"book/{chapter.name}.xhtml", text.encode())


def _own(match: re.Match[str]) -> str:
    return f"#{match[1]}{match[2]}" if match[2] else ""


def resolve(stylesheets: Mapping[str, str]) -> str:
    """Return the last stylesheet as narrow pages need it, with the values of its variables.

    Few readers of books know variables. Of several values the first counts, which is for light.
    """
    text, values = "", dict(_COLOURS)
    for whole in stylesheets.values():
        text = _AT_RULE.sub("", whole)
        for name, value in _DEFINITION.findall(text):
            values.setdefault(name, value.strip())
    for _ in range(3):
        text = _USE.sub(lambda match: values.get(match[1], "inherit"), text)
    return text
