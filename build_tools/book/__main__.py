"""Make the book, EPUB and PDF: `python -m build_tools.book`, from the project's folder."""

import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import click

from build_tools.book.chapters import read_book
from build_tools.book.epub import write_epub
from build_tools.book.pdf import BrowserError, write_pdf
from build_tools.preview.address import is_this_machine
from build_tools.release.build import build_site
from build_tools.release.replacement import TargetError, replace_when_built

BOOK = Path("book")
# The first gives the colours, the second draws the pictures.
STYLESHEETS = ("explainer.css", "blocks.css")


def _make(folder: Path) -> bool:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name).resolve() / "site"
        if not build_site(site):
            return False
        address = write_book(site, folder)
    if hint := hint_on(address):
        click.echo(hint, err=True)
    return True


def hint_on(address: str) -> str:
    """Say what is missing where a book would name this machine as its site; else nothing."""
    if is_this_machine(urlsplit(address).hostname or ""):
        return f"hint: the book says that it is of {address}: set SITE_URL"
    return ""


def write_book(site: Path, folder: Path) -> str:
    """Write both forms of a built site to a new folder; return the address of the site."""
    folder.mkdir()
    book = read_book(site)
    styles = {name: (site / "assets" / name).read_text("utf-8") for name in STYLESHEETS}
    write_epub(book, styles, folder / "book.epub")
    write_pdf(book, site, folder / "book.pdf")
    return book.address


@click.command()
def main() -> None:
    """Build the site, and make the book of it: `book/book.epub` and `book/book.pdf`."""
    try:
        made = replace_when_built(BOOK.absolute(), _make)
    except (BrowserError, TargetError, OSError) as error:
        raise click.ClickException(str(error)) from None
    sys.exit(0 if made else 1)


if __name__ == "__main__":
    main(prog_name="python -m build_tools.book")
