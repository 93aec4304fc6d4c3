"""The fewest pages that have between them whatever the pages of a site look like."""

from collections.abc import Mapping, Set
from html.parser import HTMLParser
from pathlib import Path

Look = tuple[str, str]


class Looks(HTMLParser):
    """Gathers each tag of a page with each of its classes: style sheets go by these."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[Look] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        self.found |= {(tag, name) for name in classes or [""]}


def looks_of(site: Path, paths: list[str]) -> dict[str, Set[Look]]:
    """Return the looks of each page, by its path as readers' links have it."""
    files = {path: site / f"{path}index.html".lstrip("/") for path in paths}
    files |= {path: site / path.lstrip("/") for path in paths if path.endswith(".html")}
    return {path: Looks(file.read_text("utf-8")).found for path, file in files.items()}


def covering(pages: Mapping[str, Set[Look]]) -> list[str]:
    """Return pages that have all looks, each time the one that has most of what is missing."""
    missing, chosen = set[Look]().union(*pages.values()), list[str]()
    while missing:
        chosen.append(max(sorted(pages), key=lambda path: len(pages[path] & missing)))
        missing -= pages[chosen[-1]]
    return chosen
