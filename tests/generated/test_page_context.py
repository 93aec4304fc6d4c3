"""What stands around a page's text."""

import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

from project import KIT

from build_tools.files.repository import Repository
from build_tools.generated.page_context import (
    ContextInputs,
    PageContext,
    make_page_context,
    publish_page,
)
from build_tools.generated.publication import Publication, PublishedPage
from build_tools.ledger import Ledger
from build_tools.site_data.changes import CHANGES
from build_tools.sources.library import Library

SITE = Publication("The site", "About it", "The authors", "https://example.org/x/")


def context(manuscript: Ledger, uri: str, repository: Repository | None = None) -> PageContext:
    url = uri.removesuffix(".md") + "/"
    page = PublishedPage(uri, url, "The title", "What it is.", "2026-11-22", "2026-12-02")
    return make_page_context(ContextInputs.of(manuscript, page), SITE, repository)


def test_a_page_with_evidence(manuscript: Ledger) -> None:
    found = context(manuscript, "talks/holmvik-revnik-2015.md")
    assert found.rests_on_sources
    assert found.evidence_ends == "16 May 2019"
    # From then to the library's newest change, 8 November 2026.
    assert found.evidence_age == 7
    # It has no page for what came later.
    assert found.background == ""
    assert found.modified == "2 December 2026"
    assert "Danica Revnik" in [topic.name for topic in found.topics["person"]]
    assert [topic.name for topic in found.topics["outlet"]] == ["Harbour Post"]
    node = json.loads(found.structured_data)
    assert node["@type"] == "BackgroundNewsArticle"
    assert [cited["publisher"]["name"] for cited in node["citation"]] == ["Harbour Post Ltd."]


def test_a_page_of_a_source_and_one_of_the_site(manuscript: Ledger) -> None:
    source = context(manuscript, "sources/osten-2019.md")
    assert source.rests_on_sources
    assert json.loads(source.structured_data)["about"]["@type"] == "NewsArticle"
    corrections = context(manuscript, "corrections.md")
    assert not corrections.rests_on_sources
    assert not any(corrections.topics.values())
    assert json.loads(corrections.structured_data)["@type"] == "WebPage"


def test_the_evidence_ends_with_the_last_event_not_with_the_last_report(manuscript: Ledger) -> None:
    records = [source.record for source in manuscript.library.sources.values()]
    assert max(record.issued for record in records).startswith("2019-05-17")
    assert manuscript.library.end_of_evidence == date(2019, 5, 16)
    assert Library({}).end_of_evidence is None


def test_a_page_goes_out_with_what_its_head_says_as_text(manuscript: Ledger) -> None:
    head = {"title": date(2020, 9, 29), "description": 1956}
    page = publish_page(manuscript, "timeline.md", "timeline/", "Timeline", head)
    assert (page.title, page.description) == ("2020-09-29", "1956")
    assert page.published == KIT.data.of(CHANGES).published("timeline.md") != ""
    untitled = publish_page(manuscript, "a.md", "a/", "The navigation's", {"title": None})
    assert (untitled.title, untitled.description) == ("The navigation's", "")


def test_a_report_has_the_page_filled_in(manuscript: Ledger) -> None:
    assert context(manuscript, "timeline.md").report == ""
    found = context(manuscript, "timeline.md", Repository("https://codeberg.org/a/b")).report
    assert found.startswith("https://codeberg.org/a/b/issues/new?title=Problem")
    query = parse_qs(urlsplit(found).query)
    assert query["title"] == ["Problem: The title"]
    assert "https://example.org/x/timeline/" in query["body"][0]
