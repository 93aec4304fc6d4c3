"""The theme's navigation, of which it renders most entries once, and not for every page.

The theme calls its macros for all entries on each page, which takes the square of the pages. But an
entry that is neither open nor above the page is the same everywhere, except for the way to it. So
the theme is given a navigation in which one entry stands for many that it has rendered before, and
those are put in its place. How many blank lines the theme leaves depends on how many entries it has
looked at: none are kept.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from posixpath import dirname
from typing import Any

# Where the navigation begins, and what follows it.
_BEGINS, _ENDS = '<nav class="md-nav md-nav--primary"', '<div class="md-content"'
_BLANK_LINES = re.compile(r"\n\s*\n")
# The theme's HTML of a page that is not open. A table of contents has such entries as well, whose
# addresses begin with `#`.
_ENTRY = re.compile(
    r'(<li class="md-nav__item">\s*<a href=")([^"#]*)(" class="md-nav__link">.*?</li>)', re.DOTALL
)
_GAP = re.compile(
    r'<li class="md-nav__item">\s*<a href="#gap-(\d+)-(\d+)-(\d+)" class="md-nav__link">.*?</li>',
    re.DOTALL,
)


@dataclass(frozen=True)
class _Gap:
    """What the theme takes for a page, in place of all entries of a list from one to another."""

    url: str
    title: str = ""


@dataclass
class _List:
    """Entries that stand together; `known` is the HTML of each, before and after the way to it."""

    entries: Sequence[Any]
    known: dict[str, tuple[str, str]] = field(default_factory=dict)
    between: str = ""
    looked_for: bool = False
    # What the theme is given in place of the entries on a page that is none of them.
    thinned: list[Any] = field(default_factory=list)
    # The section that has those.
    closed: Any = None
    _rows: dict[str, list[str]] = field(default_factory=dict)

    def learn(self, found: Collection[re.Match[str]], way: Callable[[str], str]) -> None:
        """Take in the entries that are in the HTML of a page, each with the `way` to it."""
        self.looked_for = True
        self._rows.clear()
        by_way = {match[2]: match for match in found}
        if len(by_way) < len(found):
            return  # Of two entries that lead to one page, each may have a title of its own.
        matches = [by_way.get(way(entry.url)) for entry in self.entries]
        for entry, match in zip(self.entries, matches, strict=True):
            if match:
                self.known[entry.url] = match[1], match[3]
        for one, other in pairwise(matches):
            if one and other:
                self.between = one.string[one.end() : other.start()]

    def html(self, first: int, last: int, base: str, way: Callable[[str], str]) -> str:
        """Return the HTML of the entries from one to another, for the pages that share a base."""
        if base not in self._rows:
            parts = ((it.url, self.known.get(it.url, ("", ""))) for it in self.entries)
            self._rows[base] = [way(url).join(known) for url, known in parts]
        return self.between.join(self._rows[base][first : last + 1])


@dataclass
class ThinNavigation:
    """The navigation of one build; `relative` returns the way to one address from another."""

    relative: Callable[[str, str], str]
    _lists: list[_List] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _folders: frozenset[str] = frozenset()
    _wanted: list[_List] = field(default_factory=list)

    def thin(self, nav: Any, page: Any) -> Any:
        """Return what the theme is to render for a page: the navigation, or a thinner copy of it.

        Both are as MkDocs has them: `items` are pages, links, and sections with `children`.
        """
        if not self._lists:
            self._folders = frozenset(_folders(page.url for page in nav.pages))
            self._number(nav.items)
        self._wanted = []
        # The ways from a page to those below it are others than from the pages beside it.
        if page.url in self._folders:
            return nav
        thin = copy(nav)
        thin.items = self._thin(nav.items, page, open_=page.parent is None)
        return thin

    def fill(self, html: str, page: Any) -> str:
        """Return a page as it is with the whole navigation, once the theme has rendered it."""
        start = html.find(_BEGINS)
        end = html.find(_ENDS, start)
        if start < 0 or end < 0:
            return html
        navigation = _BLANK_LINES.sub("\n", html[start:end])
        if self._wanted:
            found = list(_ENTRY.finditer(navigation))
            for entries in self._wanted:
                entries.learn(found, partial(self._way, page.url))
        folder = dirname(page.url.rstrip("/"))
        # As from a page of another name beside it: only to itself a page has another way.
        base = f"{folder}/-{'/' if page.url.endswith('/') else '.html'}"

        def entries_of(gap: re.Match[str]) -> str:
            number, first, last = map(int, gap.groups())
            return self._lists[number].html(first, last, base, partial(self._way, base))

        return html[:start] + _GAP.sub(entries_of, navigation) + html[end:]

    def _way(self, base: str, url: str) -> str:
        return self.relative(url, base)

    def _number(self, items: Sequence[Any]) -> None:
        self._numbers[id(items)] = len(self._lists)
        self._lists.append(_List(items))
        for item in items:
            if item.children:
                self._number(item.children)

    def _thin(self, items: Sequence[Any], page: Any, *, open_: bool) -> list[Any]:
        """Thin a list out; `open_` says that the page itself is in it, if in any."""
        number = self._numbers[id(items)]
        entries = self._lists[number]
        if entries.thinned and not open_:
            return entries.thinned
        if any(item.children for item in items):
            # The theme counts them, for the ids of sections.
            return [self._thin_section(item, page) if item.children else item for item in items]
        # The theme leads to the first of a closed section, and has a place for an index.
        kept = [
            index
            for index, item in enumerate(items)
            if not index or item is page or not item.is_page or item.is_index
        ]
        others = set(range(len(items))).difference(kept)
        if not all(items[index].url in entries.known for index in others):
            if open_ or not entries.looked_for:
                self._wanted.append(entries)
            return list(items)
        thin: list[Any] = []
        for index, after in pairwise([*kept, len(items)]):
            thin.append(items[index])
            if after > index + 1:
                thin.append(_Gap(f"#gap-{number}-{index + 1}-{after - 1}"))
        if not open_:
            entries.thinned = thin
        return thin

    def _thin_section(self, section: Any, page: Any) -> Any:
        entries, open_ = self._lists[self._numbers[id(section.children)]], page.parent is section
        if entries.closed and not open_:
            return entries.closed
        thin = copy(section)
        thin.children = self._thin(section.children, page, open_=open_)
        if thin.children is entries.thinned:
            entries.closed = thin
        return thin


def _folders(urls: Iterator[str]) -> Iterator[str]:
    """Yield each folder that addresses are in, with its slash; the outermost is empty."""
    for url in urls:
        parts = url.rstrip("/").split("/")
        yield from ("".join(f"{part}/" for part in parts[:depth]) for depth in range(len(parts)))
