"""The page of editions, and what a page says of them: where it is fixed, and what is gone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from posixpath import dirname, relpath

from build_tools.files.data_files import SiteData
from build_tools.generated.publication import Publication, PublishedPage
from build_tools.ledger import Ledger
from build_tools.site_data.editions import EDITIONS, GONE, Edition, Gone, GonePage
from build_tools.templating import render
from build_tools.text.dates import format_edtf

EDITIONS_PAGE = "editions.md"


@dataclass(frozen=True)
class FixedPage:
    """A page as it was in the newest edition that has it: its address, and the day in words."""

    url: str
    day: str


@dataclass(frozen=True)
class GoneStatement:
    """A statement that is on a page no longer; the day is in words.

    `now` is the page and the id of what took its place, both empty where nothing did. Where the
    whole page is gone `reason` may be empty.
    """

    id: str
    day: str
    text: str
    reason: str
    now: tuple[str, str]


def render_editions_page(ledger: Ledger) -> str:
    """Return the Markdown of the page; statements that are still there are linked."""
    return render(
        "editions.md.j2",
        editions=[
            _listed(edition, ledger) for edition in ledger.kit.data.of(EDITIONS).editions[::-1]
        ],
        pages=ledger.kit.data.of(GONE).pages,
        titles={page.page: page.title for page in ledger.kit.data.of(GONE).pages},
        day=format_edtf,
    )


def render_gone_page(entry: GonePage, ledger: Ledger) -> str:
    """Return the Markdown of the page that says of another, at its address, that it is gone."""

    def link(page: str, id_: str) -> str:
        return relpath(page, dirname(entry.page)) + f"#{id_}" * bool(id_) if page else ""

    return render(
        "gone-page.md.j2",
        page=entry,
        now=link(entry.now or "", ""),
        statements=[(it, link(*it.now)) for it in gone_statements(ledger, entry.page)],
        day=format_edtf(entry.date),
    )


def _listed(edition: Edition, ledger: Ledger) -> dict[str, object]:
    """Return an edition with what is known today of the statements that came and went with it.

    One that went as another took its place has changed: neither of the two is listed twice.
    """
    known = ledger.kit.data.of(GONE).by_address
    texts = _texts(ledger)
    became = {
        address: known[address].now
        for address in edition.gone
        if address in known and known[address].now in edition.new
    }
    went = [(address, known.get(address), _now(address, known, texts)) for address in edition.gone]
    return {
        **{key: getattr(edition, key) for key in ("name", "url", "date", "commit", "statements")},
        "new": [
            (address, texts.get(address, ""))
            for address in edition.new
            if address not in became.values()
        ],
        "changed": [one for one in went if one[0] in became],
        "gone": [one for one in went if one[0] not in became],
    }


def fixed_page(data: SiteData, site: Publication, page: PublishedPage) -> FixedPage | None:
    """Return where a page is fixed in the newest edition that has it; None where none has."""
    edition = data.of(EDITIONS).newest_with(page.uri)
    if edition is None:
        return None
    own = replace(site, address=edition.url)
    return FixedPage(own.address_of(page.url), format_edtf(edition.date))


def gone_statements(ledger: Ledger, uri: str) -> tuple[GoneStatement, ...]:
    """Return the statements that are gone from a page, other than ones that have come back."""
    known = ledger.kit.data.of(GONE).by_address
    entries = [entry for entry in known.values() if entry.page == uri]
    # Most pages have none, and to gather all texts for each takes the square of the pages.
    texts = _texts(ledger) if entries else {}
    return tuple(
        GoneStatement(
            entry.id,
            format_edtf(entry.date),
            entry.text,
            entry.reason or "",
            _parts(_now(entry.statement, known, texts)),
        )
        for entry in entries
        if entry.statement not in texts
    )


def _texts(ledger: Ledger) -> dict[str, str]:
    """Return the text of each statement by its address."""
    return {
        f"{entry.page.uri}#{entry.statement.id}": entry.statement.text for entry in ledger.entries
    }


def _now(address: str, known: Mapping[str, Gone], texts: Mapping[str, str]) -> str:
    """Return the address of what has taken the place of a statement by now; empty where none has.

    What took its place may have gone in its turn.
    """
    passed: set[str] = set()
    while address in known and address not in passed:
        passed.add(address)
        if (address := known[address].now or "") in texts:
            return address
    return ""


def _parts(address: str) -> tuple[str, str]:
    page, _, id_ = address.partition("#")
    return page, id_
