"""What pages are, for machines."""

import json
from dataclasses import replace

from build_tools.generated.json_ld import (
    describe_article,
    describe_source,
    describe_web_page,
    render_json_ld,
)
from build_tools.generated.publication import LICENSE, Publication, PublishedPage
from build_tools.sources.library import Library
from build_tools.sources.records import Name

SITE = Publication("The site", "About it", "The authors", "https://example.org/x/")
PAGE = PublishedPage(
    "dispute.md", "dispute/", "The dispute", "What it is.", "2026-11-22", "2026-12-02"
)


def test_a_page_that_rests_on_sources_is_an_article_that_cites_them(library: Library) -> None:
    records = [library.sources[id_].record for id_ in ("kyodo-2021", "xinhua-2020")]
    node = describe_article(SITE, PAGE, records)
    organization = {"@type": "Organization", "name": "The site", "url": "https://example.org/x/"}
    assert {key: value for key, value in node.items() if key != "citation"} == {
        "@type": "BackgroundNewsArticle",
        "@id": "https://example.org/x/dispute/",
        "url": "https://example.org/x/dispute/",
        "mainEntityOfPage": "https://example.org/x/dispute/",
        "headline": "The dispute",
        "description": "What it is.",
        "inLanguage": "en",
        "datePublished": "2026-11-22",
        "dateModified": "2026-12-02",
        "license": LICENSE,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "WebSite", "name": "The site", "url": "https://example.org/x/"},
        "author": organization,
        "publisher": organization,
    }
    assert [cited["@id"] for cited in node["citation"]] == [record.url for record in records]


def test_a_source_is_described_by_its_record_and_no_further(library: Library) -> None:
    kyodo = describe_source(library.sources["kyodo-2021"].record)
    assert kyodo["@type"] == "NewsArticle"
    assert "headline" not in kyodo
    assert kyodo["description"] == "Report on Kishida's first telephone call with Putin"
    assert kyodo["author"] == [{"@type": "Organization", "name": "Kyodo"}]
    xinhua = describe_source(library.sources["xinhua-2020"].record)
    assert xinhua["datePublished"] == "2020-09-29T21:31"
    assert xinhua["dateModified"] == "2023-06-05T15:48"
    assert xinhua["isPartOf"]["name"] == "China Daily (Hong Kong edition)"
    # It was one of two days.
    nikkei = describe_source(library.sources["nikkei-2020"].record)
    assert {"datePublished", "author", "dateModified"}.isdisjoint(nikkei)


def test_a_person_is_a_person(library: Library) -> None:
    record = library.sources["kyodo-2021"].record.model_copy(
        update={"author": (Name(family="Doe", given="Jo"),), "type": "webpage"}
    )
    node = describe_source(record)
    assert node["author"] == [{"@type": "Person", "familyName": "Doe", "givenName": "Jo"}]
    assert node["@type"] == "WebPage"


def test_other_pages_are_web_pages(library: Library) -> None:
    record = library.sources["kyodo-2021"].record
    node = describe_web_page(SITE, PAGE, record)
    assert (node["@type"], node["name"]) == ("WebPage", "The dispute")
    assert node["about"] == describe_source(record)
    assert "about" not in describe_web_page(SITE, PAGE)
    undated = describe_web_page(SITE, replace(PAGE, published="", modified=""))
    assert {"datePublished", "dateModified"}.isdisjoint(undated)


def test_nothing_in_it_ends_the_script_it_stands_in() -> None:
    text = '</script><script>alert("1")</script><!-- & \u2028 Итуруп'
    rendered = render_json_ld({"name": text})
    assert not set("<>&\u2028") & set(rendered)
    assert json.loads(rendered) == {"@context": "https://schema.org", "name": text}
