"""The feed of changes, in Atom (RFC 4287)."""

import uuid
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from build_tools.generated.publication import LICENSE, Publication
from build_tools.site_data.changes import Change, Changes

FEED = "feed.xml"
# The namespace of the ids of this site's changes.
_CHANGES = uuid.UUID("6a5d3f0e-7c1b-4b8e-9d52-0f8a1e4c7b36")
_TITLES = {"page": "New page", "addition": "Addition", "correction": "Correction"}


def render_feed(site: Publication, changes: Changes, urls: Mapping[str, str]) -> str:
    """Return the feed as XML, the newest change first.

    `urls` gives the address in the site of each existing page; changes of others, which are
    problems of their own, are left out.
    """
    address = site.address_of(FEED)
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language})
    _add(feed, "id", address)
    _add(feed, "title", site.name)
    _add(feed, "subtitle", site.description)
    _add(feed, "updated", _moment(changes.latest or "1970-01-01"))
    _add(feed, "rights", LICENSE)
    _add(SubElement(feed, "author"), "name", site.author)
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": site.address})
    for change in changes.entries:
        if change.page in urls:
            _add_entry(feed, change, site.address_of(urls[change.page]))
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _add_entry(feed: Element, change: Change, page_address: str) -> None:
    entry = SubElement(feed, "entry")
    # An id must never change, though the wording or the site's address may; no two changes have
    # all three of these.
    name = " ".join((change.date, change.kind, change.page))
    _add(entry, "id", uuid.uuid5(_CHANGES, name).urn)
    _add(entry, "title", f"{_TITLES[change.kind]}: {change.title}")
    _add(entry, "updated", _moment(change.date))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page_address})
    SubElement(entry, "category", {"term": change.kind})
    _add(entry, "summary", change.summary)


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
