"""What can be cited, as items of a bibliography."""

from dataclasses import replace

import pytest

from build_tools.generated.items import Item, item_of_page, item_of_source
from build_tools.generated.publication import Publication, PublishedPage
from build_tools.sources.library import Library
from build_tools.sources.records import Record

SITE = Publication("One bell, two names", "", "The authors", "https://example.org/x/")
PAGE = PublishedPage("talks/call.md", "talks/call/", "A call", "", "2026-11-22", "2026-12-02")


@pytest.fixture
def record(library: Library) -> Record:
    return library.sources["osten-2019"].record


def test_a_source_is_an_item_of_its_type_with_its_day(record: Record) -> None:
    item = item_of_source(record)
    assert item.csl() == {
        "id": "osten-2019",
        "type": "article-newspaper",
        "title": "Verelin, Ulvholt agree to step up talks on Saint Ilva's Bell",
        "author": [{"literal": "Osten News Agency"}],
        "container-title": "Osten News Agency",
        "publisher": "Osten News Agency",
        "issued": {"date-parts": [[2019, 5, 16]]},
        "URL": "https://www.osten.example/en/20190516/verelin-ulvholt-agree-to-step-up-talks",
        "language": "en",
    }


def test_a_person_has_a_name_in_parts(library: Library) -> None:
    item = item_of_source(library.sources["harbour-post-2015"].record)
    assert item.csl()["author"] == [
        {"family": "Tøfting", "given": "Sigrun"},
        {"family": "Evandt", "given": "Pål"},
    ]


def test_one_of_two_days_and_a_missing_headline_are_said_in_a_note(record: Record) -> None:
    item = item_of_source(
        record.model_copy(
            update={
                "issued": "2019-05-16/2019-05-17",
                "title": None,
                "description": "Report on a call",
            }
        )
    )
    assert item.csl()["issued"] == {"date-parts": [[2019, 5, 16], [2019, 5, 17]]}
    assert item.title == "[Report on a call]"
    assert item.described
    assert item.note == (
        "The text has no headline: what is in brackets describes it. "
        "Published on 16 or 17 May 2019."
    )


@pytest.mark.parametrize(
    ("issued", "known"),
    [
        ("", ()),
        ("2019-05-16", ("2019", "05", "16")),
        ("2019-05-16/2019-05-17", ("2019", "05")),
        ("2019-05-31/2019-06-01", ("2019",)),
        ("2019-12-31/2020-01-01", ()),
    ],
)
def test_of_two_days_only_what_both_have_is_known(issued: str, known: tuple[str, ...]) -> None:
    item = Item("a", "webpage", "A", "The site", "https://example.org/", "en", issued=issued)
    assert item.known_date == known


def test_a_page_is_an_item_of_its_last_change_with_the_site_in_its_id() -> None:
    assert item_of_page(SITE, PAGE).csl() == {
        "id": "one-bell-two-names/talks/call",
        "type": "webpage",
        "title": "A call",
        "author": [{"literal": "The authors"}],
        "container-title": "One bell, two names",
        "issued": {"date-parts": [[2026, 12, 2]]},
        "URL": "https://example.org/x/talks/call/",
        "language": "en",
    }
    assert "issued" not in item_of_page(SITE, replace(PAGE, published="", modified="")).csl()
