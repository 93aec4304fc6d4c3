"""Make an edition: compare it with the last, record it, and pack it under its permanent address."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from build_tools.assembly import generated_pages
from build_tools.files.site_config import SiteConfig
from build_tools.ledger import Entry, Ledger
from build_tools.manuscript.read import read_manuscript
from build_tools.release.packing import SUFFIX, pack_site
from build_tools.release.replacement import replace_when_built
from build_tools.review.comparison import Comparison
from build_tools.review.revision import Head, checked_out
from build_tools.site_data.editions import (
    EDITIONS,
    EDITIONS_FOLDER,
    GONE,
    Edition,
    EditionsFile,
    WhatIsGone,
    name_edition,
)
from build_tools.templating import render


class EditionError(Exception):
    """Raised where no edition can be made; the message says what must hold."""


@dataclass(frozen=True)
class Difference:
    """The statements that came and went between two readings, by their addresses.

    `became` has the address of what has taken the place of one that went.
    """

    new: tuple[str, ...]
    gone: dict[str, Entry]
    became: dict[str, str]


def compare(before: Ledger, now: Ledger) -> Difference:
    """Tell which addresses of statements came, and which went."""
    old, new = ({_address(entry): entry for entry in it.entries} for it in (before, now))
    changed = Comparison(before, now).statements
    return Difference(
        tuple(address for address in new if address not in old),
        {address: entry for address, entry in old.items() if address not in new},
        {_address(one.before): _address(one.now) for one in changed if one.before},
    )


def freeze(
    config: SiteConfig, head: Head, address: str, build: Callable[[Path, str], bool]
) -> tuple[Edition, Path]:
    """Make the edition of a commit that is checked out, whole; return it and its archive.

    `address` is that of the site; `build` makes the site in a folder for an address, and tells
    whether it could. Raises EditionError where a statement went without a word, or the build fails,
    and RevisionError where git does not have the last edition.
    """
    now = read_manuscript(config, processes=os.cpu_count() or 1)
    if now.problems:
        raise EditionError("the site must have no problems: see `python -m build_tools check`")
    earlier: EditionsFile = now.kit.data.of(EDITIONS)
    edition = _record(config, head, address, now)
    record = config.docs / EDITIONS.path
    text = record.read_bytes() if record.exists() else None
    # The edition lists itself: readers find in it what it changed.
    record.write_text(render("editions.yml.j2", editions=[*earlier.editions, edition]), "utf-8")
    archive = config.root / EDITIONS_FOLDER / f"{edition.name}{SUFFIX}"
    archive.parent.mkdir(exist_ok=True)

    def pack(target: Path) -> bool:
        folder = target.with_name("site")
        if built := build(folder, edition.url):
            pack_site(folder, target, edition.name)
        return built

    done = False
    try:
        done = replace_when_built(archive, pack)
    finally:
        if not done and text is not None:
            record.write_bytes(text)
        elif not done:
            record.unlink()
    if not done:
        raise EditionError("the site must build without a warning")
    return edition, archive


def _record(config: SiteConfig, head: Head, address: str, now: Ledger) -> Edition:
    difference = Difference((), {}, {})
    pages = {*now.pages, *(page.uri for page in generated_pages(now.library))}
    if last := now.kit.data.of(EDITIONS).newest:
        with checked_out(config, last.commit) as older:
            difference = compare(read_manuscript(older, processes=os.cpu_count() or 1), now)
        _require_reasons(difference, {*last.pages} - pages, now.kit.data.of(GONE), head)
    return Edition(
        url=f"{address}{EDITIONS_FOLDER}/{name_edition(head.date, head.commit)}/",
        date=head.date,
        commit=head.commit,
        pages=tuple(sorted(pages)),
        statements=len(now.entries),
        new=difference.new,
        gone=tuple(difference.gone),
    )


def _require_reasons(
    difference: Difference, pages: set[str], known: WhatIsGone, head: Head
) -> None:
    missing = [
        (address, entry.statement.text, difference.became.get(address, ""))
        for address, entry in difference.gone.items()
        if address not in known.by_address
    ]
    there = {entry.page for entry in known.pages}
    if missing or pages - there:
        raise EditionError(
            render(
                "gone.yml.j2",
                missing=missing,
                pages=sorted(pages - there),
                gone_pages=pages | there,
                date=head.date,
            )
        )


def _address(entry: Entry) -> str:
    return f"{entry.page.uri}#{entry.statement.id}"
