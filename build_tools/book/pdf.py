"""The book as PDF, printed by a browser: it draws the pictures as readers of the site see them."""

import shutil
import subprocess
from pathlib import Path

from build_tools.book.chapters import Book
from build_tools.generated.publication import LICENSE
from build_tools.templating import render
from build_tools.text.dates import format_edtf

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SECONDS = 300


class BrowserError(Exception):
    """Raised where no browser can print; says what must hold."""


def write_pdf(book: Book, site: Path, target: Path) -> None:
    """Print the book to a file, with the stylesheet of the built site in `site`.

    One page of HTML with the whole book is left in that folder. Raises BrowserError.
    """
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise BrowserError(f"one of these must be on the PATH: {', '.join(BROWSERS)}")
    whole = site / "book.html"
    day = format_edtf(book.modified)
    text = render("book/whole.html.j2", book=book, license=LICENSE, day=day)
    whole.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--generate-pdf-document-outline", f"--print-to-pdf={target}", whole.as_uri(),
        ],
        capture_output=True, text=True, check=False, timeout=_SECONDS,
    )  # fmt: skip
    if done.returncode or not target.exists():
        raise BrowserError(f"{browser} must print the book: {done.stderr.strip()[-300:]}")
