"""A new page with all that belongs to it: its head, its place in the navigation, its date."""

import datetime
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_tools.cli.draft import event_values, points_of_events
from build_tools.cli.proposals import RefusedError
from build_tools.files.navigation import add_to_navigation
from build_tools.files.page_files import PAGE_SUFFIXES, written_pages
from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_text
from build_tools.files.yaml_places import parse_yaml
from build_tools.problems import InputProblems
from build_tools.site_data.changes import CHANGES, ChangesFile
from build_tools.sources.library import Source
from build_tools.templating import render

# As addresses are written: words in lower case, joined by hyphens, in folders of such names.
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


@dataclass(frozen=True)
class NewPage:
    """A page to be written; `uri` is its path below the folder of pages."""

    uri: str
    title: str
    description: str


def check_name(config: SiteConfig, given: str, generated: Iterable[str]) -> str:
    """Return the path below the folder of pages that a name means.

    Raises RefusedError for a name that is no good, or taken: by a page, one that the build makes,
    or a page that the changes tell of.
    """
    name = given.removesuffix(".md")
    if not _NAME.fullmatch(name):
        hint = "words in lower case joined by hyphens, such as talks/second-round"
        raise RefusedError(f"the name of a page must be {hint}; '{given}' is not")
    pages = [path.relative_to(config.docs).as_posix() for path in written_pages(config.docs)]
    taken = {_address(uri): uri for uri in (*generated, *pages)}
    if other := taken.get(_address(f"{name}.md")):
        raise RefusedError(f"the name is taken, by '{other}'")
    uri = f"{name}.md"
    for suffix in PAGE_SUFFIXES:
        if os.path.lexists(config.docs / f"{name}{suffix}"):
            raise RefusedError(f"the name is taken, by '{name}{suffix}'")
    return uri


def _address(uri: str) -> str:
    """Return what two pages may not share: `a.md` and `a/index.md` are published at one place."""
    return re.sub(r"(?:^|/)(?:index|README)$", "", re.sub(r"\.\w+$", "", uri))


def title_of(uri: str) -> str:
    """Return the title that a name suggests."""
    words = uri.removesuffix(".md").rpartition("/")[2].replace("-", " ")
    return words[:1].upper() + words[1:]


def write_page(
    config: SiteConfig, page: NewPage, today: datetime.date, on: Source | None = None
) -> None:
    """Write the page, its line in `mkdocs.yml` and its entry in the changes; all, or nothing.

    With a source, its head has the keys of the event that the source is on. Raises RefusedError or
    InputProblems.
    """
    for key, text in (("title", page.title), ("description", page.description)):
        if not text.strip() or not text.isprintable():
            raise RefusedError(f"the {key} must be text, on one line")
    try:
        navigation, before = add_to_navigation(config, page.uri)
    except ValueError as error:
        raise RefusedError(str(error)) from None
    changes = config.docs / CHANGES.path
    entry = render("new-change.yml.j2", page=page, today=today.isoformat(), quoted=_quoted)
    shown = changes.relative_to(config.root).as_posix()
    old = read_text(changes, shown, "changes") if changes.exists() else "changes:\n"
    event = event_values(on, points_of_events(config)) if on else {"source": None}
    text = render("new-page.md.j2", page=page, quoted=_quoted, **event)
    _write(
        {
            config.docs / page.uri: text,
            changes: _add_change(old, entry, before, shown),
            config.root / "mkdocs.yml": navigation,
        }
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _add_change(text: str, entry: str, before: str, shown: str) -> str:
    """Put an entry after the first of another page, so that two new pages are at two places."""
    lined = parse_yaml(text, shown)
    listed = lined.data.get("changes") if isinstance(lined.data, dict) else None
    entries = listed if isinstance(listed, list) else []
    lines = text.rstrip("\n").split("\n")
    of_page = [
        index
        for index, other in enumerate(entries)
        if isinstance(other, dict) and other.get("page") == before
    ]
    at = len(lines)
    if of_page and of_page[0] + 1 < len(entries):
        at = lined.place_of(("changes", of_page[0] + 1)).line - 1
    new = "\n".join([*lines[:at], *entry.rstrip("\n").split("\n"), *lines[at:], ""])
    try:
        found = ChangesFile.model_validate(parse_yaml(new, shown).data)
    except (InputProblems, ValueError):
        found = ChangesFile()
    if len(found.changes) != len(entries) + 1:
        raise RefusedError(f"{shown} must be a list of entries under 'changes:'")
    return new


def _write(texts: dict[Path, str]) -> None:
    """Write files, of which the first must be new; put all back where one cannot be written."""
    old = {path: path.read_bytes() if path.exists() else None for path in texts}
    try:
        for index, (path, text) in enumerate(texts.items()):
            path.parent.mkdir(parents=True, exist_ok=True)
            ends = "\r\n" if b"\r\n" in (old[path] or b"") else "\n"
            with path.open("w" if index else "x", encoding="utf-8", newline=ends) as file:
                file.write(text)
    except BaseException as error:
        if isinstance(error, FileExistsError):
            raise RefusedError(f"the name is taken, by '{next(iter(texts)).name}'") from None
        for path, data in old.items():
            if data is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(data)
        if isinstance(error, OSError):
            raise RefusedError(f"the files must be writable: {error.strerror}") from None
        raise
