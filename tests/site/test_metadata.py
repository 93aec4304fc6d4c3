"""What the built site says of itself to machines: structured data, addresses, feed, site map."""

import json
import re
from pathlib import Path
from xml.etree.ElementTree import parse

from project import ROOT, SITE_KIT

from build_tools.site_data.changes import CHANGES
from build_tools.sources.library import Library


def found(pattern: str, html: str) -> str:
    match = re.search(pattern, html, re.DOTALL)
    assert match, pattern
    return match[1]


def test_every_page_is_described_at_its_own_address(built_site: Path) -> None:
    types = set()
    for path in sorted(built_site.rglob("index.html")):
        html = path.read_text("utf-8")
        node = json.loads(found(r'<script type="application/ld\+json">(.*?)</script>', html))
        canonical = found(r'<link rel="canonical" href="([^"]*)"', html)
        folder = path.parent.relative_to(built_site).as_posix()
        assert canonical == f"http://127.0.0.1:8000/{'' if folder == '.' else f'{folder}/'}"
        assert node["@id"] == canonical == found(r'property="og:url" content="([^"]*)"', html)
        assert node["description"]
        assert node["dateModified"]
        types.add(node["@type"])
    assert types == {"BackgroundNewsArticle", "WebPage"}


def test_the_feed_and_the_site_map_agree_on_addresses_and_days(
    built_site: Path, site_library: Library
) -> None:
    entries = parse(built_site / "feed.xml").getroot().findall("{*}entry")
    assert len(entries) == len(SITE_KIT.data.of(CHANGES).entries)
    days = {
        url.findtext("{*}loc"): url.findtext("{*}lastmod")
        for url in parse(built_site / "sitemap.xml").getroot()
    }
    for entry in entries:
        link, updated = entry.find("{*}link"), entry.findtext("{*}updated")
        assert link is not None
        assert updated is not None
        # The site map tells the day of the page's last change, the feed that of each.
        assert updated[:10] <= (days[link.get("href")] or "")


def test_robots_are_led_to_the_site_map(built_site: Path) -> None:
    robots = (built_site / "robots.txt").read_text("utf-8")
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml\n" in f"{robots}\n"


def test_every_page_ends_with_the_links_of_the_configuration(built_site: Path) -> None:
    listed = re.search(
        r"^  footer: \[(.*)\]$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )
    assert listed
    folders = [name.removesuffix(".md") for name in listed[1].split(", ")]
    for path in built_site.rglob("index.html"):
        links = found('<nav class="site-links"[^>]*>(.*?)</nav>', path.read_text("utf-8"))
        hrefs = re.findall(r'href="([^"]*)">\s*\S', links)
        there = [(path.parent / href).resolve().name for href in hrefs]
        assert there == folders, path


def test_a_page_has_one_name_in_the_menu_in_its_title_and_in_the_search(built_site: Path) -> None:
    index = json.loads((built_site / "search/search_index.json").read_text("utf-8"))
    found_as = {entry["location"]: entry["title"] for entry in index["docs"]}
    home = (built_site / "index.html").read_text("utf-8")
    menu = re.findall(
        r'<a href="([^"#:]*)" class="md-nav__link[^"]*">\s*<span class="md-ellipsis">\s*(.*?)\s*<',
        home,
    )
    named = {href: name for href, name in menu if href not in (".", "")}
    assert len(named) > 15
    for href, name in named.items():
        html = (built_site / href / "index.html").read_text("utf-8")
        title = found("<title>(.*?)</title>", html)
        assert title.startswith(f"{name}: Kuril Islands / Northern Territories - "), href
        # Some pages are left out of the search.
        assert found_as.get(href, name).startswith(name)
    assert found("<title>(.*?)</title>", home).startswith("Kuril Islands / Northern Territories - ")
