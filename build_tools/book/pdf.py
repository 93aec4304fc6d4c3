"""The book as PDF, printed by a browser: it draws the pictures as readers of the site see them.

One browser, with the same fonts, makes the same bytes of the same book.
"""

import re
import shutil
import subprocess
from pathlib import Path

from build_tools.book.chapters import Book
from build_tools.generated.publication import LICENSE
from build_tools.templating import render
from build_tools.text.dates import format_edtf

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SECONDS = 300
# The browser writes down when it printed; no option of it gives another time.
_CLOCK = re.compile(rb"(?<=Date \(D:)\d{14}(?=\+00'00'\))")
# It numbers the parts of the text by a counter that also counts what it does by the way.
_PART = re.compile(rb"(?<=\(node)\d{8}(?=\))")


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
    moment = f"{book.modified.replace('-', '')}000000".encode()
    # As long as what it takes the place of: the file says where in it each of its parts begins.
    printed = _CLOCK.sub(moment, target.read_bytes())
    ranks = {part: rank for rank, part in enumerate(sorted(set(_PART.findall(printed))))}
    target.write_bytes(_PART.sub(lambda part: b"%08d" % ranks[part[0]], printed))
