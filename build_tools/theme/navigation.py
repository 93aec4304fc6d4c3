"""The theme's navigation, of which it renders most entries once, and not for every page.

The theme calls its macros for all entries on each page, which takes the square of the pages. But an
entry that is neither open nor above the page is the same everywhere, a section with all that is in
it too, except for the ways to their pages and for what the theme counts. So the theme is given a
navigation in which one entry stands for many that it has rendered before, and those are put in its
place. How many blank lines the theme leaves depends on how many entries it has looked at: none are
kept.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from posixpath import dirname
from typing import Any

from build_tools.expressions import expression

# Where the navigation begins, and what follows it.
_BEGINS, _ENDS = '<nav class="md-nav md-nav--primary"', '<div class="md-content"'
_BLANK_LINES = expression(r"\n\s*\n")
# The theme's HTML of a page that is not open. No heading of a page has such an id.
_MARK = r'(?<!\s)\s*+<li class="md-nav__item">\s*<a href="#{}" class="md-nav__link">.*?</li>'
_GAP = expression(_MARK.format(r"__gap-(\d+)"), re.DOTALL)
_NEW = expression(_MARK.format(r"__new-(\d+)") + "(.*?)" + _MARK.format("__end"), re.DOTALL)
_WAY = expression(r'(?<=<a href=")([^"]*)(?=")')
# What the theme makes of the place of a section in its list, and of those that it is in.
_PLACES = expression(r'(?<=="__nav)(?:_\d+)+')


@dataclass(frozen=True)
class _Mark:
    """What the theme takes for a page: beside an entry that is new to it."""

    url: str
    title: str = ""


@dataclass(frozen=True)
class _Gap(_Mark):
    """The same, in place of entries that it has rendered before."""

    entries: list[Any] = field(default_factory=list)


@dataclass
class ThinNavigation:
    """The navigation of one build; `relative` returns the way to one address from another.

    `features` are the theme's. With tabs it looks at entries once more, and is given them all.
    """

    relative: Callable[[str, str], str]
    features: Collection[str] = ()
    # The HTML of each entry that was rendered closed, in parts, and the addresses between them.
    _known: dict[int, tuple[list[str], list[str]]] = field(default_factory=dict)
    # What the theme is given on the present page, and the numbers of all that it counts, by list.
    _gaps: list[_Gap] = field(default_factory=list)
    _new: list[Any] = field(default_factory=list)
    _places: dict[str, list[int]] = field(default_factory=dict)
    # The HTML of entries as pages with one base have it: those beside each other come in a row.
    _base: str = ""
    _from_base: dict[int, str] = field(default_factory=dict)
    _folders: frozenset[str] = frozenset()

    def thin(self, nav: Any, page: Any) -> Any:
        """Return a thinner copy of the navigation, which the theme is to render for a page.

        Both are as MkDocs has them: `items` are pages, links, and sections with `children`.
        """
        self._folders = self._folders or frozenset(_folders(it.url for it in nav.pages))
        self._gaps, self._new, self._places = [], [], {}
        if "navigation.tabs" in self.features:
            return nav
        thin = copy(nav)
        thin.items = self._thin(nav.items, {id(it) for it in (page, *page.ancestors)}, "")
        return thin

    def fill(self, html: str, page: Any) -> str:
        """Return a page as it is with the whole navigation, once the theme has rendered it."""
        start = html.find(_BEGINS)
        end = html.find(_ENDS, start)
        if start < 0 or end < 0:
            return html
        navigation = _BLANK_LINES.sub("\n", html[start:end])
        navigation = _PLACES.sub(self._recount, navigation)
        navigation = _NEW.sub(lambda new: self._learn(new, page.url), navigation)
        if (base := self._base_of(page.url)) != self._base:
            self._base, self._from_base = base, {}
        navigation = _GAP.sub(self._entries, navigation)
        return html[:start] + navigation + html[end:]

    def _thin(self, items: Sequence[Any], open_: Collection[int], place: str) -> list[Any]:
        """Thin out a list, given what is open in it, and its own place as the theme counts."""
        thin: list[Any] = []
        self._places[place] = []
        for number, item in enumerate(items, 1):
            if id(item) in open_ or _is_index(item):
                given = [self._thin_section(item, open_, f"{place}_{len(thin) + 1}")]
            elif id(item) not in self._known:
                given = [_Mark(f"#__new-{len(self._new)}"), item, _Mark("#__end")]
                self._new.append(item)
            elif thin and isinstance(thin[-1], _Gap):
                thin[-1].entries.append(item)
                continue
            else:
                given = [_Gap(f"#__gap-{len(self._gaps)}", entries=[item])]
                self._gaps += given
            thin += given
            self._places[place] += [number] * len(given)
        return thin

    def _thin_section(self, item: Any, open_: Collection[int], place: str) -> Any:
        if not item.children:
            return item
        thin = copy(item)
        thin.children = self._thin(item.children, open_, place)
        return thin

    def _recount(self, places: re.Match[str]) -> str:
        """Count what the theme has counted on this page as it would with all entries."""
        counted, right = "", ""
        for number in places[0].split("_")[1:]:
            numbers = self._places.get(counted)
            right += f"_{numbers[int(number) - 1] if numbers else number}"
            counted += f"_{number}"
        return right

    def _learn(self, new: re.Match[str], base: str) -> str:
        """Take in the HTML of an entry of the page at `base`, and return it."""
        item, html = self._new[int(new[1])], new[2]
        urls = {self.relative(url, base): url for url in _urls(item)}
        texts, ways = _WAY.split(html)[::2], _WAY.findall(html)
        # A link to another site, say, leads there from everywhere: the theme renders it each time.
        if all(way in urls for way in ways):
            self._known[id(item)] = texts, [urls[way] for way in ways]
        return html

    def _entries(self, gap: re.Match[str]) -> str:
        return "".join(map(self._linked, self._gaps[int(gap[1])].entries))

    def _linked(self, item: Any) -> str:
        """Return the HTML of an entry for the pages with the present base."""
        if id(item) not in self._from_base:
            texts, urls = self._known[id(item)]
            ways = (self.relative(url, self._base) for url in urls)
            parts = (part for pair in zip(texts, (*ways, ""), strict=True) for part in pair)
            self._from_base[id(item)] = "".join(parts)
        return self._from_base[id(item)]

    def _base_of(self, url: str) -> str:
        """Return an address from which all ways are those from a page: many share it."""
        if url in self._folders:
            return url
        # As from a page of another name beside it: only to itself a page has another way.
        return f"{dirname(url.rstrip('/'))}/-{'/' if url.endswith('/') else '.html'}"


def _is_index(item: Any) -> bool:
    """Tell whether an entry may be the page of its section, which the theme looks for there."""
    return bool(item.is_page and item.is_index and item.parent)


def _urls(item: Any) -> Iterator[str]:
    """Yield the addresses of an entry and of all that is below it."""
    if not item.is_section:
        yield item.url
    for child in item.children or ():
        yield from _urls(child)


def _folders(urls: Iterator[str]) -> Iterator[str]:
    """Yield each folder that addresses are in, with its slash; the outermost is empty."""
    for url in urls:
        parts = url.rstrip("/").split("/")
        yield from ("".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts)))
