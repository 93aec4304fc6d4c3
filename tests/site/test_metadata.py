"""What the built site says of itself to machines: structured data, addresses, feed, site map."""

import csv
import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import parse

import bibtexparser
import pytest
import rispy
import yaml
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from pandoc import items_of
from project import ROOT, SITE_KIT

from build_tools.generated.bibliography import FORMATS
from build_tools.generated.items import item_of_source
from build_tools.site_data.changes import CHANGES
from build_tools.site_data.search_words import SEARCH_WORDS
from build_tools.sources.library import Library
from build_tools.text.folding import fold


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


def test_the_head_says_how_to_cite_the_page_or_its_article(
    built_site: Path, site_library: Library
) -> None:
    tags = re.compile(
        r'<meta name="(author|citation_\w+|prism\.\w+|z:itemType)" content="([^"]*)">'
    )
    for path in sorted(built_site.rglob("index.html")):
        html = path.read_text("utf-8")
        source = site_library.sources.get(path.parent.name)
        address = source.record.url if source else found(r'rel="canonical" href="([^"]*)"', html)
        there = {name: unescape(content) for name, content in tags.findall(html)}
        assert there["citation_public_url"] == address
        assert there["z:itemType"] == ("newspaperArticle" if source else "webpage")
        # Where no writer is named Zotero takes this for one, and this name makes it a journal's.
        assert ("author" in there) is not bool(source)
        assert "citation_journal_title" not in there
        if source:
            assert there["prism.publicationName"] == source.record.container_title
        if source and source.record.title:
            assert there["citation_title"] == source.record.title


@pytest.mark.parametrize(
    ("suffix", "format_"),
    [
        (".csl.json", "csljson"),
        (".csl.yaml", "markdown"),
        (".bib", "biblatex"),
        (".bib", "bibtex"),
    ],
)
def test_pandoc_reads_every_article_whole_from_the_published_files(
    built_site: Path, site_library: Library, suffix: str, format_: str
) -> None:
    there = items_of((built_site / f"sources{suffix}").read_text("utf-8"), format_)
    # BibLaTeX has no field for a section; an apostrophe may become typographic on the way.
    unlike = {"section"} if suffix == ".bib" else set()
    for source in site_library.sources.values():
        wanted, got = item_of_source(source.record).csl(), there.pop(source.id)
        assert {key: fold(str(got.get(key))).text for key in wanted.keys() - unlike} == {
            key: fold(str(wanted[key])).text for key in wanted.keys() - unlike
        }
    assert not there


def test_pandoc_reads_what_it_knows_of_every_article_from_the_published_ris(
    built_site: Path, site_library: Library
) -> None:
    """It is an early reader: it takes every name for a person's, and no note or section."""
    there = items_of((built_site / "sources.ris").read_text("utf-8"), "ris")
    for source in site_library.sources.values():
        wanted, got = item_of_source(source.record).csl(), there.pop(source.id)
        authors = [name.get("literal") or name for name in wanted.get("author", ())]
        assert [
            name if len(name) > 1 else name["family"] for name in got.get("author", ())
        ] == authors
        unread = {"author", "section", "note"}
        assert {key: got.get(key) for key in wanted.keys() - unread} == {
            key: wanted[key] for key in wanted.keys() - unread
        }
    assert not there


# The rows of the table that says what the files tell, as CSL, BibLaTeX and rispy call them.
FIELDS = {
    "Headline": ("title", "title", "title"),
    "Writers": ("author", "author", "authors"),
    "Outlet": ("container-title", "journal", "secondary_title"),
    "Publisher": ("publisher", "publisher", "publisher"),
    "Day": ("issued", "date", "publication_year"),
    "Section of the newspaper": ("section", "section", "section"),
    "Address": ("URL", "url", "urls"),
    "Language": ("language", "langid", "language"),
    "Note": ("note", "note", "notes"),
}


def test_the_table_of_what_the_files_tell_is_true(built_site: Path, site_library: Library) -> None:
    page = BeautifulSoup((built_site / "reuse/index.html").read_text("utf-8"), "html.parser")
    [table] = [it for it in page.select("table") if "Section of the newspaper" in it.get_text()]
    head, *rows = [[cell.get_text() for cell in row.select("th, td")] for row in table.select("tr")]

    def text(suffix: str) -> str:
        return (built_site / f"sources{suffix}").read_text("utf-8")

    bibtex = bibtexparser.parse_string(text(".bib")).entries
    # What each program reads, and which of the names of a field it knows.
    read: dict[str, tuple[int, dict[str, Any]]] = {
        "CSL-JSON": (0, {item["id"]: item for item in json.loads(text(".csl.json"))}),
        "CSL-YAML": (0, items_of(text(".csl.yaml"), "markdown")),
        "BibLaTeX": (1, {entry.key: entry.fields_dict for entry in bibtex}),
        "RIS": (2, {entry["id"]: entry for entry in rispy.loads(text(".ris"))}),
        "RIS, read by Pandoc": (0, items_of(text(".ris"), "ris")),
    }
    assert head[1:] == list(read)
    assert [row[0] for row in rows] == list(FIELDS)
    items = [item_of_source(source.record).csl() for source in site_library.sources.values()]
    for field, *told in rows:
        having = [item["id"] for item in items if FIELDS[field][0] in item]
        assert having, field
        found = [
            {bool(there[id_].get(FIELDS[field][name])) for id_ in having}
            for name, there in read.values()
        ]
        assert found == [{it == "yes"} for it in told], field


def test_each_page_has_and_links_its_references_in_every_format(built_site: Path) -> None:
    def ids(text: str, suffix: str) -> list[str]:
        if suffix == ".csl.json":
            return [item["id"] for item in json.loads(text)]
        if suffix == ".csl.yaml":
            return [item["id"] for item in next(yaml.safe_load_all(text))["references"]]
        if suffix == ".bib":
            library = bibtexparser.parse_string(text)
            assert not library.failed_blocks
            return [entry.key for entry in library.entries]
        return [entry["id"] for entry in rispy.loads(text)]

    pages = list(built_site.rglob("index.html"))
    assert len(pages) > 25
    for page in pages:
        links = found('<p class="cite__files">(.*?)</p>', page.read_text("utf-8"))
        files = [
            (page.parent / href).resolve()
            for href in re.findall(r'<a href="([^"]*)" download>', links)
        ]
        suffixes = [f".{file.name.partition('.')[2]}" for file in files]
        assert suffixes == [kind.suffix for kind in FORMATS], page
        in_each = [ids(f.read_text("utf-8"), end) for f, end in zip(files, suffixes, strict=True)]
        assert in_each[0]
        assert in_each == [in_each[0]] * len(FORMATS), page


def test_the_files_of_the_evidence_agree(built_site: Path) -> None:
    def read(name: str) -> Any:
        return json.loads((built_site / name).read_text("utf-8"))

    evidence = read("evidence.json")
    Draft202012Validator(read("evidence.schema.json")).validate(evidence)
    annotations = read("annotations.jsonld")["first"]["items"]
    statements = evidence["statements"]
    assert [one["body"]["id"] for one in annotations] == [one["url"] for one in statements]
    assert [one["body"]["standIn"] for one in annotations] == [
        one["stand_ins"] for one in statements
    ]
    assert any(one["stand_ins"] for one in statements)
    table = (built_site / "evidence.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(table.splitlines(keepends=True)))
    assert len(rows) == sum(len(one["citations"]) for one in statements)
    # An address leads to the statement.
    for one in statements:
        path, _, id_ = one["url"].removeprefix("http://127.0.0.1:8000/").partition("#")
        assert f'id="{id_}"' in (built_site / path / "index.html").read_text("utf-8")


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


def test_words_that_readers_type_lead_to_sections_that_are_there(built_site: Path) -> None:
    index = json.loads((built_site / "search/search_index.json").read_text("utf-8"))
    typed = SITE_KIT.data.of(SEARCH_WORDS)
    listed = {*typed.words.values()}
    found_by = {entry["words"] for entry in index["docs"] if "words" in entry}
    assert {" ".join(words) for words in listed} == found_by
    misspelt = [entry["location"] for entry in index["docs"] if "misspelt" in entry]
    assert len(misspelt) == len(typed.misspelt) > 0


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
