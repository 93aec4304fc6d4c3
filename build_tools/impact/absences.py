"""Words that a page says are in no article, or not in another report of the event, and now are."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from build_tools.impact.items import Item, Reading, join_alike, read_at
from build_tools.impact.newcomer import Newcomer
from build_tools.ledger import Entry
from build_tools.sources.library import Source
from build_tools.text.search_form import find_term


def in_no_article(new: Newcomer) -> tuple[Item, ...]:
    """List what a page says is missing from every other article that pages cite."""
    return _items(new, missing_everywhere=True)


def in_no_partner(new: Newcomer) -> tuple[Item, ...]:
    """List what is said to be missing from the other reports of the event, not from all."""
    return _items(new, missing_everywhere=False)


def _items(new: Newcomer, *, missing_everywhere: bool) -> tuple[Item, ...]:
    # What a page says of all of them is of those: another that is new too, it cannot know.
    everywhere = {
        citation.key for entry in new.ledger.entries for citation in entry.statement.citations
    } - {new.source.id}
    found: dict[object, list[Item]] = defaultdict(list)
    for (uri, term), claims in _claims(new).items():
        keys = {key for key, _ in claims}
        if (keys == everywhere) is not missing_everywhere:
            continue
        if not missing_everywhere and _is_told(term, new):
            continue
        entries = [entry for key, entry in claims if missing_everywhere or key in new.partners]
        if entries and (reading := _first(term, new.source)):
            places = tuple(dict.fromkeys(entry.statement.place for entry in entries))
            why = f"“{term}” (para. {reading.number})"
            item = Item(entries[0].statement.text, why, reading, places)
            # A matrix has many cells that say so, and is read as one.
            found[places if missing_everywhere else uri].append(item)
    return join_alike(_joined(items) for items in found.values())


def _joined(items: list[Item]) -> Item:
    """Join what is missing in the same place, or on the same page; the first is to be read."""
    places = dict.fromkeys(place for item in items for place in item.places)
    whys = dict.fromkeys(item.why for item in items)
    return replace(items[0], why=", ".join(whys), places=tuple(places))


def _is_told(term: str, new: Newcomer) -> bool:
    """Tell whether a report of the event has a term that a page says another one lacks."""
    return any(_first(term, partner) for partner in new.partners.values())


def _first(term: str, source: Source) -> Reading | None:
    for paragraph in source.article.paragraphs:
        if spans := find_term(term, paragraph.folded.text):
            return read_at(paragraph, spans[0][0])
    return None


def _claims(new: Newcomer) -> dict[tuple[str, str], list[tuple[str, Entry]]]:
    """For each page and term, the other sources that are said to lack it, with the statement.

    A page may need several statements to say it of all articles.
    """
    claims: dict[tuple[str, str], list[tuple[str, Entry]]] = defaultdict(list)
    for key, term, entry in _absences(new):
        claims[entry.page.uri, term].append((key, entry))
    return claims


def _absences(new: Newcomer) -> Iterator[tuple[str, str, Entry]]:
    for entry in new.ledger.entries:
        for citation in entry.statement.citations:
            for term in citation.absent_terms:
                if citation.key != new.source.id:
                    yield citation.key, term, entry
