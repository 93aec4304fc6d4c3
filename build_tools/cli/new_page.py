"""A new page with all that belongs to it: its head, its place in the navigation, its date."""

import datetime
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_tools.cli.admission import RefusedError
from build_tools.cli.draft import event_values, points_of_events
from build_tools.expressions import expression
from build_tools.files.navigation import CODE, SETTINGS, add_to_navigation
from build_tools.files.page_files import PAGE_SUFFIXES, written_uris
from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_text
from build_tools.site_data.changes import CHANGES
from build_tools.sources.library import Source
from build_tools.templating import render

# As addresses are written: words in lower case, joined by hyphens, in folders of such names.
_NAME = expression(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


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
    taken = {_address(uri): uri for uri in (*generated, *written_uris(config.docs))}
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
) -> tuple[Path, ...]:
    """Write the page, the file of its change, and its line in `mkdocs.yml`; all, or nothing.

    With a source, its head has the keys of the event that the source is on. Returns the files that
    were written; without `mkdocs.yml` where an entry of its folder leads to the page already.
    Raises RefusedError or InputProblems.
    """
    for key, text in (("title", page.title), ("description", page.description)):
        if not text.strip() or not text.isprintable():
            raise RefusedError(f"the {key} must be text, on one line")
    try:
        navigation = add_to_navigation(config, page.uri)
    except ValueError as error:
        raise RefusedError(str(error)) from None
    day = today.isoformat()
    name = f"{day}-page-{page.uri.removesuffix('.md').replace('/', '-')}.yml"
    change = render("new-change.yml.j2", page=page, today=day, quoted=_quoted)
    event = event_values(on, points_of_events(config)) if on else {"source": None}
    text = render("new-page.md.j2", page=page, quoted=_quoted, **event)
    new = {config.docs / page.uri: text, config.docs / CHANGES.path / name: change}
    settings = config.root / SETTINGS
    old = read_text(settings, SETTINGS, CODE)
    _write(new, {} if old == navigation else {settings: navigation})
    return tuple(new) if old == navigation else (*new, settings)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write(new: dict[Path, str], changed: dict[Path, str]) -> None:
    """Write files that are not there yet and ones that are; put all back where one cannot be."""
    old = {path: path.read_bytes() for path in changed}
    begun: list[Path] = []
    try:
        for path, text in (new | changed).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            ends = "\r\n" if b"\r\n" in old.get(path, b"") else "\n"
            with path.open("x" if path in new else "w", encoding="utf-8", newline=ends) as file:
                begun.append(path)
                file.write(text)
    except BaseException as error:
        for path in begun:
            if path in old:
                path.write_bytes(old[path])
            else:
                path.unlink()
        if isinstance(error, FileExistsError):
            raise RefusedError(f"the name is taken, by '{Path(error.filename).name}'") from None
        if isinstance(error, OSError):
            raise RefusedError(f"the files must be writable: {error.strerror}") from None
        raise
