"""The titles that an article gives people, and the countries these are of."""

from pathlib import Path

import pytest
from project import write_source

from build_tools.sources.cast import Cast, find_cast, find_casts, named_in_titles, titles_in
from build_tools.sources.library import Library, load_library


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Prime Minister Maren Ulvholt left.", [("Maren Ulvholt", "prime minister")]),
        ("Brekken, director of the museum, left.", [("Torvald Brekken", "director")]),
        ("Skarvang is a professor.", [("Elin Skarvang", "professor")]),
        ("Kešlar stayed on as foreign minister.", [("Radomir Kešlar", "foreign minister")]),
        ("As Verelin's foreign minister, Kešlar left.", [("Radomir Kešlar", "foreign minister")]),
        ("Dorsch, Verelin's spokeswoman, left.", [("Milena Dorsch", "spokesman")]),
        # Behind its title and what it is of, whoever stands before.
        (
            "In a call with Ulvholt, the president of Orlavia, Verelin, agreed.",
            [("Tovan Verelin", "president")],
        ),
        ("Verelin, the president of Orlavia, left.", [("Tovan Verelin", "president")]),
        # Another one's, or another sentence's.
        ("The president's spokeswoman, Dorsch, left.", [("Milena Dorsch", "spokesman")]),
        ("The president left. Ulvholt stayed.", []),
        ("Ulvholt met the president.", []),
    ],
)
def test_titles_beside_people(library: Library, text: str, pairs: list[tuple[str, str]]) -> None:
    found = [(person.name, title.name) for person, title in titles_in(text, library.names)]
    assert found == pairs


def test_an_article_has_a_cast(library: Library) -> None:
    cast = find_cast(library.sources["meridian-2019"])
    assert cast.titles["Maren Ulvholt"] == {"prime minister"}
    assert cast.titles["Karin Voldsey"] == {"finance minister"}
    assert cast.countries["Tovan Verelin"] == {"Orlavia"}


def test_who_holds_a_title(library: Library) -> None:
    cast = find_cast(library.sources["meridian-2019"])
    assert cast.holders("president", frozenset()) == {"Tovan Verelin"}
    assert cast.holders("president", frozenset(["Kestria"])) == frozenset()
    # Whoever governs may be called a leader.
    assert "Maren Ulvholt" in cast.holders("leader", frozenset(["Kestria"]))
    assert "Tovan Verelin" not in cast.holders("leader", frozenset(["Kestria"]))


def test_several_articles_have_one_cast(library: Library) -> None:
    sources = tuple(library.sources[id_] for id_ in ("osten-2019", "harbour-post-2015"))
    cast = find_casts(sources)
    assert cast.titles["Radomir Kešlar"] == {"foreign minister"}
    assert cast.titles["Anders Holmvik"] == {"culture minister"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Orlavian president left.", {"Orlavia"}),
        ("Orlavia's new president left.", {"Orlavia"}),
        ("The Orlavian leader left.", {"Orlavia"}),
        # Of a country alone, of another's title, and of nobody named, it says nothing.
        ("Orlavia left, said the president.", set()),
        ("The Kestrian president left.", set()),
        ("The Kestrian prime minister left.", set()),
    ],
)
def test_a_country_in_the_title_of_somebody_named(
    library: Library, text: str, countries: set[str]
) -> None:
    cast = find_cast(library.sources["meridian-2019"])
    assert named_in_titles(text, library.names, cast, {"Tovan Verelin"}) == countries


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Foreign Ministry's spokeswoman left.", {"Foreign Ministry"}),
        ("A Foreign Ministry spokeswoman left.", {"Foreign Ministry"}),
        ("The spokeswoman of the Foreign Ministry left.", {"Foreign Ministry"}),
        ("A spokeswoman for Orlavia's Foreign Ministry left.", {"Foreign Ministry", "Orlavia"}),
        ("The Orlavian Foreign Ministry's spokeswoman left.", {"Foreign Ministry", "Orlavia"}),
        # Of another country, another body, another title, and of a body by itself.
        ("A spokeswoman for Kestria's Foreign Ministry left.", {"Foreign Ministry"}),
        ("A spokeswoman for the Coast Party left.", set()),
        ("The Foreign Ministry's director left.", set()),
        ("The Foreign Ministry left, the spokeswoman said.", set()),
    ],
)
def test_a_body_in_the_title_of_somebody_named(
    library: Library, text: str, named: set[str]
) -> None:
    cast = Cast(
        titles={"Milena Dorsch": frozenset(["spokesman"])},
        countries={"Milena Dorsch": frozenset(["Orlavia"])},
        bodies={"Milena Dorsch": frozenset(["Foreign Ministry"])},
    )
    assert named_in_titles(text, library.names, cast, {"Milena Dorsch"}) == named


def test_an_article_tells_the_body_of_a_title(library: Library, tmp_path: Path) -> None:
    """Right before the title, or after it."""
    text = "Orlavian Foreign Ministry spokeswoman Milena Dorsch left with Elin Skarvang, a "
    text += "professor at Lindhaven University."
    write_source(tmp_path, "coast-2020", [text])
    cast = find_cast(load_library(tmp_path, names=library.names).sources["coast-2020"])
    assert cast.bodies == {
        "Milena Dorsch": {"Foreign Ministry"},
        "Elin Skarvang": {"Lindhaven University"},
    }
