"""References in words."""

import pytest

from build_tools.sources.library import Library
from build_tools.sources.records import Name, Record
from build_tools.sources.references import Reference, make_reference


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("harbour-post-2015", "Harbour Post"),
        ("meridian-2019", "Meridian"),
        ("osten-2019", "Osten News Agency"),
    ],
)
def test_an_outlet_is_called_by_the_agency_or_by_its_short_name(
    library: Library, id_: str, name: str
) -> None:
    assert library.sources[id_].record.outlet == name


def changed(record: Record, **values: object) -> Record:
    return record.model_copy(update=values)


def test_the_paper_is_not_named_twice(library: Library) -> None:
    record = library.sources["harbour-post-2015"].record
    # Nor where the short name is a part of the long one.
    assert record.outlet != record.container_title
    assert make_reference(record) == Reference(
        "Harbour Post",
        "",
        "“Ministers leave Lindhaven with no deal on Harbour Bell”",
        "9 October 2015",
        record.url,
    )


def test_an_agency_s_report_names_the_paper_that_carried_it(library: Library) -> None:
    record = library.sources["meridian-2019"].record
    carried = changed(record, author=(*record.author, Name(literal="Osten News Agency")))
    reference = make_reference(carried)
    assert (reference.outlet, reference.container) == ("Osten News Agency", "The Meridian")


def test_a_missing_headline_is_bracketed(library: Library) -> None:
    record = library.sources["osten-2019"].record
    described = changed(record, title=None, description="Report on the first telephone call")
    assert make_reference(described).title == "[Report on the first telephone call]"


def test_a_report_of_one_of_two_days_says_so(library: Library) -> None:
    record = library.sources["osten-2019"].record
    assert make_reference(changed(record, issued="2019-05-16/2019-05-17")).date == (
        "16 or 17 May 2019"
    )
