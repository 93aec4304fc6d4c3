"""The feed of changes."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from build_tools.generated.feed import render_feed
from build_tools.generated.publication import Publication
from build_tools.site_data.changes import Change, Changes

SITE = Publication("Islands & a treaty", "About <both>", "The authors", "https://example.org/x/")
ATOM = {"a": "http://www.w3.org/2005/Atom"}
URLS = {"index.md": "./", "dispute.md": "dispute/"}


def change(date: str, kind: str = "page", page: str = "dispute.md", title: str = "A") -> Change:
    return Change.model_validate(
        {"date": date, "kind": kind, "page": page, "title": title, "summary": "“old” & “new”"}
    )


def parsed(*changes: Change, site: Publication = SITE) -> Element:
    return fromstring(render_feed(site, Changes(changes), URLS))


def texts(feed: Element, path: str) -> list[str | None]:
    return [found.text for found in feed.iterfind(path, ATOM)]


def test_a_feed_says_what_atom_asks_of_it() -> None:
    feed = parsed(change("2026-12-02", "correction"), change("2026-11-22"))
    assert texts(feed, "a:id") == ["https://example.org/x/feed.xml"]
    assert texts(feed, "a:title") == ["Islands & a treaty"]
    assert texts(feed, "a:updated") == ["2026-12-02T00:00:00Z"]
    assert texts(feed, "a:author/a:name") == ["The authors"]
    links = {link.get("rel"): link.get("href") for link in feed.iterfind("a:link", ATOM)}
    assert links == {
        "self": "https://example.org/x/feed.xml",
        "alternate": "https://example.org/x/",
    }
    assert texts(feed, "a:entry/a:title") == ["Correction: A", "New page: A"]
    assert texts(feed, "a:entry/a:updated") == ["2026-12-02T00:00:00Z", "2026-11-22T00:00:00Z"]
    assert texts(feed, "a:entry/a:summary") == ["“old” & “new”"] * 2
    [link, _] = feed.iterfind("a:entry/a:link", ATOM)
    assert link.get("href") == "https://example.org/x/dispute/"


def test_an_entry_keeps_its_id_and_no_other_has_it() -> None:
    first = change("2026-11-22")
    others = [change("2026-11-23", "addition"), change("2026-11-23", "correction")]
    alone, with_others = parsed(first), parsed(*others, first)
    ids = texts(with_others, "a:entry/a:id")
    assert texts(alone, "a:entry/a:id") == ids[-1:]
    assert len(set(ids)) == 3
    elsewhere = parsed(first, site=replace(SITE, address="https://example.com/"))
    reworded = parsed(change("2026-11-22", title="B"))
    for feed in (elsewhere, reworded):
        assert texts(feed, "a:entry/a:id") == ids[-1:]


def test_a_page_that_is_not_there_is_left_out() -> None:
    assert texts(parsed(change("2026-11-22", page="gone.md")), "a:entry/a:id") == []


def test_a_feed_without_changes_is_a_feed() -> None:
    assert texts(parsed(), "a:updated") == ["1970-01-01T00:00:00Z"]
