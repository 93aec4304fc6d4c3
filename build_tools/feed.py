"""The feed of changes, in Atom (RFC 4287)."""

import uuid
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from build_tools.changes import Change, Changes
from build_tools.publication import LICENSE, Publication

FEED = "feed.xml"
_TITLES = {"page": "New page", "addition": "Addition", "correction": "Correction"}


def render_feed(site: Publication, changes: Changes, urls: Mapping[str, str]) -> str:
    """Return the feed as XML, the newest change first.

    `urls` gives the address in the site of each page that there is; changes of others, which are
    problems by themselves, are left out.
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
            _add_entry(feed, change, address, site.address_of(urls[change.page]))
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _add_entry(feed: Element, change: Change, feed_address: str, page_address: str) -> None:
    entry = SubElement(feed, "entry")
    # An id must never change: it is made of what makes the change this one.
    name = " ".join((feed_address, change.date, change.kind, change.page, change.title))
    _add(entry, "id", uuid.uuid5(uuid.NAMESPACE_URL, name).urn)
    _add(entry, "title", f"{_TITLES[change.kind]}: {change.title}")
    _add(entry, "updated", _moment(change.date))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page_address})
    SubElement(entry, "category", {"term": change.kind})
    _add(entry, "summary", change.summary)


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
