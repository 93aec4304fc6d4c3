"""The islands' names: a strict file, and what the articles have of it."""

from pathlib import Path

import pytest
from fixture_types import Golden
from project import ROOT

from build_tools.explainer.island_names import Islands, load_islands, names_in
from build_tools.explainer.island_table import render_island_table
from build_tools.sources.library import Library

FILE = ROOT / "docs/_data/islands.yml"
ISLAND = """\
groups:
  - heading: One
    islands:
      - japan: {name: Etorofu, script: 択捉島}
        russia: {name: Iturup, script: Итуруп}
        map: {at: [147, 45], anchor: end}
"""


@pytest.fixture(scope="module")
def islands() -> Islands:
    found, problems = load_islands(FILE, "docs/_data/islands.yml", FILE.parent)
    assert problems == ()
    return found


@pytest.fixture(scope="module")
def articles(site_library: Library) -> list[str]:
    return [
        paragraph.folded.text
        for source in site_library.sources.values()
        for paragraph in source.article.paragraphs
    ]


def test_the_file_has_the_four_islands_with_hokkaido_and_what_they_are_called_together(
    islands: Islands,
) -> None:
    names = [island.both_names for island in islands]
    assert names[:4] == [
        ("Etorofu", "Iturup"),
        ("Kunashiri", "Kunashir"),
        ("Shikotan",),
        ("Habomai", "Khabomai"),
    ]
    assert {("Hokkaido",), ("Northern Territories", "Southern Kurils")} <= set(names)
    assert [islet.japan.name for islet in islands.missing_islets] == [
        "Akiyuri",
        "Harukari",
        "Moemoshiri",
    ]


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("groups:", "isles: []\ngroups:", "1:1", "the key 'isles' must be a known one"),
        ("Итуруп", "Iturup", "5:32", "must be in Cyrillic letters"),
        ("択捉島", "Итуруп", "4:32", "must be in Japanese script"),
        (", script: 択捉島", "", "4:9", "'groups.0.islands.0.japan.script' must be given"),
        ("[147, 45]", "[147, 451]", "6:25", "less than or equal to 85"),
        ("[147, 45]", "[147]", "6:15", "must be given"),
        ("[147, 45]", "north", "6:15", "must be a list"),
        ("anchor: end", "anchor: left", "6:30", "must be one of 'start', 'middle' or 'end'"),
        (ISLAND, "groups: []", "1:1", "'groups': must have at least one item"),
        ("groups:", "groups: [", "2:3", "the YAML must parse"),
    ],
)
def test_a_wrong_file_says_what_is_wrong_where(
    tmp_path: Path, old: str, new: str, place: str, message: str
) -> None:
    assert old in ISLAND
    path = tmp_path / "islands.yml"
    path.write_text(ISLAND.replace(old, new), encoding="utf-8")
    found, [problem] = load_islands(path, "docs/_data/islands.yml", tmp_path)
    assert message in problem.message
    assert str(problem.place) == f"docs/_data/islands.yml:{place}"
    assert problem.code == ("yaml" if "parse" in message else "islands")
    assert found.groups == ()


def test_a_file_may_be_missing_and_must_be_text(tmp_path: Path) -> None:
    path = tmp_path / "islands.yml"
    assert load_islands(path, "a", tmp_path) == (Islands(), ())
    path.write_bytes(b"groups: \xff")
    _, problems = load_islands(path, "a", tmp_path)
    assert [problem.message for problem in problems] == ["the file must be UTF-8 text"]


def test_names_are_found_in_whole_words_and_any_case(tmp_path: Path) -> None:
    path = tmp_path / "islands.yml"
    path.write_text(ISLAND, encoding="utf-8")
    [island], _ = load_islands(path, "islands.yml", tmp_path)
    assert names_in(island, ["He spoke of ITURUP.", "Etorofuji is no island."]) == ("Iturup",)
    assert names_in(island, ["択捉島 / Итуруп"]) == ("択捉島", "Итуруп")
    assert names_in(island, []) == ()


def test_the_table_says_what_the_articles_have(
    islands: Islands, articles: list[str], golden: Golden
) -> None:
    table = render_island_table(islands, articles)
    assert "\n\n" not in table
    assert "in the articles: Northern Territories, Southern Kurils" in table
    golden(table, "island-table.html")


def test_without_articles_all_is_outside_the_evidence(islands: Islands) -> None:
    table = render_island_table(islands, [])
    assert "in the articles:" not in table
    # Once for each island and once in the note.
    assert table.count("outside the evidence") == len(list(islands)) + 1
