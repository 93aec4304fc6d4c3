"""How to cite a page and the articles that it rests on."""

import pytest

from build_tools.generated.citing import Citing, items_of_page, make_citing
from build_tools.generated.publication import Publication, PublishedPage
from build_tools.ledger import Ledger

SITE = Publication("One bell, two names", "", "The authors", "https://example.org/x/")
ALL = ["harbour-post-2015", "osten-2019", "meridian-2019"]


def published(uri: str) -> PublishedPage:
    return PublishedPage(uri, uri.removesuffix(".md") + "/", "The title", "", "", "2026-12-02")


def citing_of(ledger: Ledger, page: PublishedPage) -> Citing:
    return make_citing(ledger.pages.get(page.uri), ledger.library, SITE, page)


def test_a_page_has_its_articles_and_itself_apart(manuscript: Ledger) -> None:
    citing = citing_of(manuscript, published("talks/holmvik-revnik-2015.md"))
    [article] = citing.articles
    assert (article.outlet, article.uri) == ("Harbour Post", "sources/harbour-post-2015.md")
    assert [one.style for one in article.references] == ["Chicago, note", "APA"]
    assert article.references[1].text == (
        "Tøfting, S., & Evandt, P. (2015, October 9). Ministers leave Lindhaven with no deal on "
        "Harbour Bell. The Harbour Post. https://www.harbourpost.example/culture/2015/10/"
        "ministers-leave-lindhaven-with-no-deal-on-harbour-bell"
    )
    assert citing.page[0].text == (
        "The authors, “The title,” One bell, two names, December 2, 2026, "
        "https://example.org/x/talks/holmvik-revnik-2015/."
    )
    assert not citing.of_source
    assert dict(citing.tags) == {
        "z:itemType": "webpage",
        "citation_title": "The title",
        "citation_author": "The authors,",
        "citation_publication_date": "2026/12/02",
        "citation_language": "en",
        "citation_public_url": "https://example.org/x/talks/holmvik-revnik-2015/",
    }


def test_the_page_of_a_source_says_how_to_cite_the_article(manuscript: Ledger) -> None:
    citing = citing_of(manuscript, published("sources/harbour-post-2015.md"))
    assert citing.of_source
    assert [article.outlet for article in citing.articles] == ["Harbour Post"]
    record = manuscript.library.sources["harbour-post-2015"].record
    assert citing.tags == (
        ("z:itemType", "newspaperArticle"),
        ("citation_title", record.title),
        ("citation_author", "Tøfting, Sigrun"),
        ("citation_author", "Evandt, Pål"),
        ("citation_publication_date", "2015/10/09"),
        # With Highwire's `citation_journal_title` Zotero would make it an article in a journal.
        ("prism.publicationName", "The Harbour Post"),
        ("citation_publisher", "Harbour Post Ltd."),
        ("citation_language", "en"),
        ("citation_public_url", record.url),
    )


@pytest.mark.parametrize(
    ("uri", "ids"),
    [
        ("sources/osten-2019.md", ["osten-2019"]),
        ("sources/index.md", ALL),
        ("index.md", ["one-bell-two-names/index", "harbour-post-2015", "meridian-2019"]),
        ("corrections.md", ["one-bell-two-names/corrections"]),
    ],
)
def test_files_hold_the_page_and_what_it_cites(
    manuscript: Ledger, uri: str, ids: list[str]
) -> None:
    assert [item.id for item in items_of_page(manuscript, SITE, published(uri))] == ids


def test_files_lie_beside_the_page(manuscript: Ledger) -> None:
    def paths(uri: str) -> list[str]:
        return [path for _, path in citing_of(manuscript, published(uri)).files]

    assert paths("talks/call.md")[0] == "talks/call.csl.json"
    assert paths("talks/index.md")[2] == "talks.bib"
    assert paths("index.md")[3] == "index.ris"
