"""Make an edition: compare it with the last, record it, and pack it under its permanent address."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from build_tools.assembly import generated_pages
from build_tools.files.site_config import SiteConfig
from build_tools.ledger import Ledger
from build_tools.manuscript.read import read_manuscript
from build_tools.release.packing import pack_site
from build_tools.release.replacement import replace_when_built
from build_tools.review.revision import Head
from build_tools.site_data.editions import EDITIONS, EDITIONS_FOLDER, Edition, name_edition
from build_tools.templating import render


class EditionError(Exception):
    """Raised where no edition can be made; the message says what must hold."""


def freeze(
    config: SiteConfig, head: Head, address: str, build: Callable[[Path, str], bool]
) -> tuple[Edition, Path]:
    """Make the edition of a commit that is checked out, whole; return it and its archive.

    `address` is that of the site; `build` makes the site in a folder for an address, and tells
    whether it could. Raises EditionError where the site has problems, as where a statement of the
    last edition went without a word, where that edition's archive is missing, or the build fails.
    """
    now = read_manuscript(config, processes=os.cpu_count() or 1)
    if now.problems:
        raise EditionError("the site must have no problems: see `python -m build_tools check`")
    earlier = now.kit.data.of(EDITIONS)
    if earlier.newest and not (config.root / earlier.newest.archive).exists():
        raise EditionError(
            f"the last edition must be there, to compare with: {earlier.newest.archive}"
        )
    edition = _record(head, address, now)
    record = config.docs / EDITIONS.path
    text = record.read_bytes() if record.exists() else None
    listed = render("editions.yml.j2", editions=[*earlier.editions, edition])
    archive = config.root / edition.archive
    archive.parent.mkdir(exist_ok=True)

    def pack(target: Path) -> bool:
        folder = target.with_name("site")
        if built := build(folder, edition.url):
            pack_site(folder, target, edition.name)
        return built

    done = False
    try:
        # The edition lists itself: readers find in it what it changed.
        record.write_text(listed, "utf-8")
        done = replace_when_built(archive, pack)
    finally:
        if not done and text is not None:
            record.write_bytes(text)
        elif not done:
            record.unlink(missing_ok=True)
    if not done:
        raise EditionError("the site must build without a warning")
    return edition, archive


def _record(head: Head, address: str, now: Ledger) -> Edition:
    editions = now.kit.data.of(EDITIONS)
    there = [f"{entry.page.uri}#{entry.statement.id}" for entry in now.entries]
    # The first has nothing to compare with.
    before = [one.address for one in editions.stated] if editions.newest else there
    pages = {*now.pages, *(page.uri for page in generated_pages(now.library))}
    return Edition(
        url=f"{address}{EDITIONS_FOLDER}/{name_edition(head.date, head.commit)}/",
        date=head.date,
        commit=head.commit,
        pages=tuple(sorted(pages)),
        statements=len(now.entries),
        new=_without(there, before),
        gone=_without(before, there),
    )


def _without(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    left = set(others)
    return tuple(one for one in some if one not in left)
