"""The pages of a built site as chapters, without what only a web page needs.

They follow each other as the pages do, and links from one to another stay in the book. Left out are
the page on files that a book has not, and the guide for those who work on the site.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup, Tag

from build_tools.expressions import expression
from build_tools.generated.annotations import DATA_PAGE
from build_tools.generated.contributing import CONTRIBUTOR_PAGE
from build_tools.generated.publication import stem_of
from build_tools.templating import make_anchor

# By their addresses in the site.
_NOT_IN_BOOKS = frozenset(f"{stem_of(uri)}/" for uri in (DATA_PAGE, CONTRIBUTOR_PAGE))
_PARSER = "html.parser"
# Buttons, cards, the foot of a page: none does anything on paper. And lists of statements that
# other chapters have: of these the counts stay.
_LEFT_OUT = (
    ".headerlink, .page-end, .md-content__button, .notes summary, button, script, template, "
    ".statements-again > :not(summary)"
)
# What the parser of HTML writes in small letters, and XML does not.
_SVG_NAMES = {
    name.lower(): name
    for name in "clipPath lengthAdjust patternTransform patternUnits textLength viewBox".split()
}
_REFERENCES = ("aria-labelledby", "aria-describedby", "for")
_URL = expression(r"url\(#([^)]*)\)")


@dataclass(frozen=True)
class Chapter:
    """One page of the book: its address in the site, its name as a file, its title and its text.

    The text is HTML that is XML as well. Each id in it begins with the name, and so does each link
    to another chapter: `#name` or `#name--id`.
    """

    url: str
    name: str
    title: str
    body: str
    has_pictures: bool


@dataclass(frozen=True)
class Book:
    """A built site as a book; `modified` is the day of its last change."""

    title: str
    description: str
    author: str
    address: str
    language: str
    modified: str
    chapters: tuple[Chapter, ...]


def read_book(site: Path) -> Book:
    """Read a site that was built into a folder."""
    pages = dict(_pages(site))
    home = pages[""]
    names = {url: make_anchor(url.replace("/", " ")) or "home" for url in pages}
    address = str(_one(home, 'link[rel="canonical"]')["href"])
    days = re.findall(r"<lastmod>([\d-]+)</lastmod>", (site / "sitemap.xml").read_text("utf-8"))
    return Book(
        str(_one(home, 'meta[property="og:site_name"]')["content"]),
        str(_one(home, 'meta[name="description"]')["content"]),
        str(_one(home, 'meta[name="author"]')["content"]),
        address,
        str(_one(home, "html")["lang"]),
        max(days),
        tuple(_chapter(page, url, names, address) for url, page in pages.items()),
    )


def _pages(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield the pages in reading order, as each names the next, with their addresses."""
    url: str | None = ""
    while url is not None:
        page = BeautifulSoup((site / url / "index.html").read_text("utf-8"), _PARSER)
        if url not in _NOT_IN_BOOKS:
            yield url, page
        following = page.select_one('link[rel="next"]')
        url = urljoin(f"/{url}", str(following["href"])).lstrip("/") if following else None


def _chapter(page: BeautifulSoup, url: str, names: Mapping[str, str], address: str) -> Chapter:
    article, name = _one(page, "article"), names[url]
    title = _one(article, "h1")
    for one in article.select(_LEFT_OUT):
        one.decompose()
    for one in article.select(".notes__folded"):
        one.unwrap()
    for one in article.find_all(True):
        _make_plain(one)
        _rename(one, name)
        if one.get("href"):
            one["href"] = _link(str(one["href"]), url, names, address)
    for note in article.select("li.note"):
        note["epub:type"] = "footnote"
    for mark in article.select("a.citation__mark"):
        mark["epub:type"] = "noteref"
    body = article.decode_contents(formatter="minimal")
    return Chapter(url, name, title.get_text(" ", strip=True), body, article.svg is not None)


def _make_plain(one: Tag) -> None:
    """Unfold what is folded, and give XML the names that it knows."""
    if one.name in ("details", "summary"):
        one["class"] = " ".join([*(one.get("class") or ()), one.name])
        one.name = "div" if one.name == "details" else "p"
        one.attrs.pop("open", None)
    one.name = _SVG_NAMES.get(one.name, one.name)
    if one.name == "svg":
        one["xmlns"] = "http://www.w3.org/2000/svg"
    for key in list(one.attrs):
        if key in _SVG_NAMES:
            one[_SVG_NAMES[key]] = one.attrs.pop(key)
        elif key.startswith("data-") or key in ("download", "rel", "tabindex"):
            del one[key]


def _rename(one: Tag, name: str) -> None:
    """Begin the id of an element, and those that it refers to, with the name of its chapter."""
    if one.get("id"):
        one["id"] = f"{name}--{one['id']}"
    for key in _REFERENCES:
        if one.get(key):
            one[key] = " ".join(f"{name}--{id_}" for id_ in str(one[key]).split())
    for key, value in one.attrs.items():
        if isinstance(value, str) and "url(#" in value:
            one[key] = _URL.sub(rf"url(#{name}--\1)", value)


def _link(href: str, url: str, names: Mapping[str, str], address: str) -> str:
    """Return where a link leads in the book: to a chapter, or out to the web."""
    target, fragment = urldefrag(urljoin(f"{address}{url}", href))
    page = target.removeprefix(address)
    if page == target or page not in names:
        return urljoin(f"{address}{url}", href)
    return f"#{names[page]}{'--' * bool(fragment)}{fragment}"


def _one(within: Tag, selector: str) -> Tag:
    found = within.select_one(selector)
    if found is None:
        raise ValueError(f"a page of the site must have {selector}")
    return found
