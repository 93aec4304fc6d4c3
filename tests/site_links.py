"""What is broken in a built site: links, anchors, assets, addresses of its own, double ids.

Reads the HTML as it is published, so links written as raw HTML count like any other. Takes a folder
and how its pages name each other: by addresses of folders, as on a server, or by files.
"""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

_LINKS = {"href", "src", "poster", "data", "action"}
# These name another element of the page by its id.
_REFERENCES = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"}


@dataclass
class _Page(HTMLParser):
    """The ids of a page, and all that it refers to, each with its line."""

    html: str
    ids: list[str] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    references: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if "srcset" in given:
            sources = given["srcset"].split(",")
            self.links += [(line, source.split()[0]) for source in sources if source.split()]
        self.links += [(line, given[name]) for name in given if name in _LINKS]
        # Previews of links, as `og:image`, are addresses too.
        if tag == "meta" and given.get("content", "").startswith(("http://", "https://")):
            self.links.append((line, given["content"]))
        self.references += [
            (line, id_) for name in given if name in _REFERENCES for id_ in given[name].split()
        ]


def broken_links(site: Path, site_url: str, *, as_files: bool = False) -> list[str]:
    """Return what is broken, as `page:line: what`, sorted by page; none where all is well.

    `site_url` is the address that the site was built for. With `as_files` the site is read from a
    folder without a server: a link to a folder does not open the `index.html` in it, whole
    addresses lead to the site online, and nobody sends the page for what is not found.
    """
    pages = {
        path.relative_to(site).as_posix(): _Page(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
        if not (as_files and path.name == "404.html")
    }
    assert pages, f"no page in {site}"
    links = _Links(site, site_url, pages, as_files)
    found = []
    for name, page in pages.items():
        twice = [id_ for id_, count in Counter(page.ids).items() if count > 1]
        found += [f"{name}: the id {id_} is given more than once" for id_ in twice]
        found += [
            f"{name}:{line}: no element has the id {id_}"
            for line, id_ in page.references
            if id_ not in page.ids
        ]
        found += [
            f"{name}:{line}: {link}: {reason}"
            for line, link in page.links
            if (reason := links.why_broken(link, name))
        ]
    if as_files:
        return found
    return found + [f"sitemap.xml: {line}" for line in _broken_sitemap(site, site_url)]


@dataclass(frozen=True)
class _Links:
    """Follows the links of a site."""

    site: Path
    site_url: str
    pages: dict[str, _Page]
    as_files: bool

    def why_broken(self, link: str, name: str) -> str:
        """Return why a link of a page is broken, or nothing; other hosts are not asked."""
        address = urlsplit(urljoin(urljoin(self.site_url, name), link))
        root = urlsplit(self.site_url)
        if address.scheme not in ("http", "https"):
            return "" if address.scheme in ("mailto", "data") else "an address of no known kind"
        if address.netloc != root.netloc or (self.as_files and urlsplit(link).netloc):
            return ""
        if not address.path.startswith(root.path):
            return f"outside {self.site_url}"
        return self._why_no_target(link, unquote(address.path[len(root.path) :]), address.fragment)

    def _why_no_target(self, link: str, path: str, fragment: str) -> str:
        # The page for what is not found is served at any address, so its links are absolute.
        if self.as_files and link.startswith("/"):
            return "starts at the root of a server, and there is none"
        target = self.site / path
        if target.is_dir() or path.endswith("/"):
            if self.as_files and urlsplit(link).path:
                return "leads to a folder, where a file is needed"
            target = target / "index.html"
        if not target.is_file():
            return "no such file"
        page = self.pages.get(target.relative_to(self.site).as_posix())
        # What begins with `:~:` names words to find, not an id.
        id_ = unquote(fragment.partition(":~:")[0])
        return "no such id on that page" if page and id_ and id_ not in page.ids else ""


def _broken_sitemap(site: Path, site_url: str) -> list[str]:
    """Return the addresses of the sitemap that lead nowhere, and the pages that it lacks."""
    sitemap = site / "sitemap.xml"
    if not sitemap.is_file():
        return []
    names = ElementTree.parse(sitemap).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    listed = {name.text or "" for name in names}
    pages = {
        urljoin(site_url, path.relative_to(site).as_posix().removesuffix("index.html"))
        for path in site.rglob("*.html")
        if path.name != "404.html"
    }
    return [f"{address}: no such page" for address in sorted(listed - pages)] + [
        f"{address} is not listed" for address in sorted(pages - listed)
    ]
