"""Links within the site that lead nowhere: to a page, a file or a place on a page."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from urllib.parse import SplitResult, unquote, urlsplit

from rapidfuzz import fuzz, process

from build_tools.pages.page_links import Link, PageLinks
from build_tools.problems import Problem

CODE = "link"
# At this likeness or more, in per cent, a name is another one mistyped.
_LIKE = 60
_PAGE = ".md"


def check_broken_links(
    pages: Mapping[str, PageLinks], there: Collection[str] | None
) -> Iterator[Problem]:
    """Find links to what is not there; pages are known by their paths below docs.

    `there` are the paths of all pages and files of the site; None where they are not known. Ids are
    looked for on those pages alone that are among `pages`.
    """
    for uri, page in pages.items():
        for link in page.links:
            if found := _fault(uri, link, pages, there):
                message, hint = found
                yield Problem(link.place, CODE, message, hint)


def linked_within(uri: str, links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """Yield the path below docs and the id, or nothing, to which each link of a page leads."""
    for link in links:
        if parts := _parts(link):
            yield _target(uri, parts), unquote(parts.fragment)


def _parts(link: Link) -> SplitResult | None:
    """Take apart the address of a link within the site; None of any other."""
    try:
        parts = urlsplit(link.address)
    except ValueError:
        return None  # Refused as malformed.
    within = not (parts.scheme or parts.netloc or "\\" in link.address)
    return parts if within and (parts.path or parts.fragment) else None


def _target(uri: str, parts: SplitResult) -> str:
    path = unquote(parts.path)
    return normpath(join(dirname(uri), path)).lstrip("/") if path else uri


def _fault(
    uri: str, link: Link, pages: Mapping[str, PageLinks], there: Collection[str] | None
) -> tuple[str, str] | None:
    """Return what must hold of a link, and a hint; None where it leads somewhere."""
    parts = _parts(link)
    if parts is None:
        return None
    target, anchor = _target(uri, parts), unquote(parts.fragment)
    absolute = parts.path.startswith("/")
    if there is not None and (absolute or (parts.path and target not in there)):
        what = "a picture" if link.is_picture else "a link"
        reason = "lead from the page's own folder" if absolute else "lead to what is there"
        return f"{what} must {reason}, not to '{link.address}'", _nearest(uri, link, target, there)
    if anchor and target in pages and anchor not in pages[target].anchors:
        message = f"a link must lead to a place that is on {target}, not to '#{anchor}'"
        return message, _named(anchor, pages[target].anchors)
    return None


def _nearest(uri: str, link: Link, target: str, there: Collection[str]) -> str:
    """Name the page or file whose path is most like what was sought, as the page must write it."""
    stem = target.removesuffix("/index.html").removesuffix(".html").rstrip("/")
    # A page has files beside it, by nearly the same name, which few links mean.
    alike = sorted({p for p in there if link.is_picture != p.endswith(_PAGE)} - {uri})
    # The ending, which all pages have, makes none of them likelier.
    best = process.extractOne(
        stem, alike, scorer=fuzz.WRatio, processor=_without_ending, score_cutoff=_LIKE
    )
    if best:
        return f"did you mean '{relpath(best[0], dirname(uri) or '.')}'?"
    if link.is_picture:
        return "put the picture below docs/assets and give its path from the folder of this page"
    return "give the path of a page from the folder of this one, as ../index.md"


def _without_ending(path: str) -> str:
    return path.removesuffix(_PAGE)


def _named(anchor: str, anchors: Collection[str]) -> str:
    best = process.extractOne(anchor, sorted(anchors), scorer=fuzz.ratio, score_cutoff=_LIKE)
    if best:
        return f"did you mean '#{best[0]}'?"
    return "a heading has its words as its id, in small letters, joined by hyphens"
