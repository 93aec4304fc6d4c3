"""What the newest edition has and the site has no longer: each must say so at its old address."""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime

from build_tools.pages.likeness import Worded, most_alike
from build_tools.pages.statements import PageEvidence, Statement
from build_tools.problems import Place, Problem
from build_tools.site_data.editions import CODE, Editions, WhatIsGone
from build_tools.site_data.stated import Stated
from build_tools.templating import render


def check_gone(
    pages: Mapping[str, PageEvidence],
    editions: Editions,
    gone: WhatIsGone,
    there: Collection[str] | None,
) -> Iterator[Problem]:
    """Find statements and pages of the newest edition that are gone without a word.

    `pages` are those that were read and `there` all that the site has, by their paths below docs;
    of a page that was not read nothing is known, nor of any where the file of what is gone is
    wrong. The hints have the entries to paste.
    """
    if not gone.known:
        return
    now = {f"{uri}#{it.id}": (uri, it) for uri, page in pages.items() for it in page.statements}
    missing = [
        one
        for one in editions.stated
        if one.address not in {*now, *gone.by_address}
        and (one.page in pages or _is_away(one.page, gone, there))
    ]
    became = _what_became(missing, editions.stated, now) if missing else {}
    for one in missing:
        address, place = became.get(one.address), Place(gone.path)
        if one.page in pages:
            place = Place(pages[one.page].page.path)
        if address and now[address][0] == one.page:
            place = now[address][1].place
        message = f"“{one.text}” must say why it is gone: the newest edition states it here"
        if one.page not in pages:
            message = f"“{one.text}” must be among what is gone with {one.page}"
        entry = render(
            "gone.yml.j2",
            statement=one,
            now=address,
            date=_today(),
            needs_reason=one.page in pages,
        )
        yield Problem(place, CODE, message, f"paste this under 'gone' in {gone.path}: {entry}")
    for uri in editions.newest.pages if editions.newest else ():
        if _is_away(uri, gone, there) and not gone.page_at(uri):
            message = f"'{uri}' must say why it is gone: the newest edition has that page"
            entry = render("gone-page.yml.j2", page=uri, date=_today())
            hint = f"paste this under 'pages' in {gone.path}: {entry}"
            yield Problem(Place(gone.path), CODE, message, hint)


def _is_away(uri: str, gone: WhatIsGone, there: Collection[str] | None) -> bool:
    """Tell whether a page is known to be there no longer."""
    return gone.page_at(uri) is not None or (there is not None and uri not in there)


def _what_became(
    missing: list[Stated], stated: tuple[Stated, ...], now: Mapping[str, tuple[str, Statement]]
) -> dict[str, str]:
    """Return, by the address that a statement had, that of what has most likely taken its place."""
    old = {one.address for one in stated}
    new = [(address, uri, it) for address, (uri, it) in now.items() if address not in old]
    before = {at: Worded(it.page, it.text, it.sources) for at, it in enumerate(missing)}
    after = {
        at: Worded(uri, it.text, frozenset(citation.key for citation in it.citations))
        for at, (_, uri, it) in enumerate(new)
    }
    found: dict[int, int] = {}
    for index, place in most_alike(after, before):
        if place not in found and index not in found.values():
            found[place] = index
    return {missing[place].address: new[index][0] for place, index in found.items()}


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()
