"""References in words."""

import pytest

from build_tools.sources.library import Library
from build_tools.sources.references import Reference, make_reference


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("kyodo-2021", "Kyodo"),
        ("nikkei-2020", "Nikkei Asia"),
        ("sputnik-2016", "Sputnik"),
        ("telesur-2021", "teleSUR"),
        ("xinhua-2020", "Xinhua"),
    ],
)
def test_an_outlet_is_called_by_the_agency_or_by_its_short_name(
    library: Library, id_: str, name: str
) -> None:
    assert library.sources[id_].record.outlet == name


@pytest.mark.parametrize(
    ("id_", "parts"),
    [
        # An agency's report names the paper that carried it; a missing headline is bracketed.
        (
            "kyodo-2021",
            (
                "Kyodo",
                "The Japan Times",
                "[Report on Kishida's first telephone call with Putin]",
                "8 October 2021",
            ),
        ),
        (
            "xinhua-2020",
            (
                "Xinhua",
                "China Daily (Hong Kong edition)",
                "“Suga seeks progress on peace treaty in first call to Putin”",
                "29 September 2020",
            ),
        ),
        # The paper is not named twice, nor where the short name is a part of the long one.
        (
            "nikkei-2020",
            (
                "Nikkei Asia",
                "",
                "“Suga and Putin affirm goal of peace treaty based on 1956 declaration”",
                "29 or 30 September 2020",
            ),
        ),
        (
            "sputnik-2016",
            (
                "Sputnik",
                "",
                "“Tokyo Expects to Discuss Peace Treaty, Politics, Economy With Putin in Japan”",
                "2 September 2016",
            ),
        ),
    ],
)
def test_references(library: Library, id_: str, parts: tuple[str, str, str, str]) -> None:
    record = library.sources[id_].record
    assert make_reference(record) == Reference(*parts, record.url)
