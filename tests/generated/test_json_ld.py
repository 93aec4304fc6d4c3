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
    records = [library.sources[id_].record for id_ in ("osten-2019", "harbour-post-2015")]
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
    record = library.sources["osten-2019"].record
    osten = describe_source(record)
    assert osten["@type"] == "NewsArticle"
    assert osten["headline"] == "Verelin, Ulvholt agree to step up talks on Saint Ilva's Bell"
    assert osten["author"] == [{"@type": "Organization", "name": "Osten News Agency"}]
    assert osten["datePublished"] == "2019-05-16T19:40"
    assert osten["dateModified"] == "2019-05-17T08:15"
    assert osten["isPartOf"]["name"] == "Osten News Agency"
    untitled = {"title": None, "description": "Report on the first telephone call"}
    described = describe_source(record.model_copy(update=untitled))
    assert "headline" not in described
    assert described["description"] == "Report on the first telephone call"
    # It was one of two days.
    vague = {"issued": "2019-05-16/2019-05-17", "updated": None, "author": ()}
    node = describe_source(record.model_copy(update=vague))
    assert {"datePublished", "author", "dateModified"}.isdisjoint(node)


def test_a_person_is_a_person(library: Library) -> None:
    record = library.sources["osten-2019"].record.model_copy(
        update={"author": (Name(family="Doe", given="Jo"),), "type": "webpage"}
    )
    node = describe_source(record)
    assert node["author"] == [{"@type": "Person", "familyName": "Doe", "givenName": "Jo"}]
    assert node["@type"] == "WebPage"


def test_other_pages_are_web_pages(library: Library) -> None:
    record = library.sources["osten-2019"].record
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
