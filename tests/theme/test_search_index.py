"""The index of the search: names of pages, other spellings, and words that a page does not have."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from build_tools.theme.search_index import refine_index, refine_index_file

CONFIG = {"lang": ["en"], "separator": "[ ,]+"}
NAMES = {"": "Home", "bell/": "The bell", "sources/osten/": "Osten, 16 May 2019"}


def entry(location: str, title: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"location": location, "title": title, "text": text, **more}


def refined(*entries: dict[str, Any], **words: tuple[str, ...]) -> list[dict[str, Any]]:
    index = {"config": CONFIG, "docs": list(entries)}
    fields = {"words": {f"bell/{section}": typed for section, typed in words.items()}}
    found = refine_index(index, NAMES, fields)
    assert found["config"]["lang"] == CONFIG["lang"]
    docs: list[dict[str, Any]] = found["docs"]
    return docs


def test_a_page_goes_by_its_name_and_a_section_by_its_heading() -> None:
    page, section, named = refined(
        entry("bell/", "A bell divides two countries"),
        entry("bell/#talks", "The talks"),
        entry("sources/osten/", "Osten, 16 May 2019"),
    )
    assert page["title"] == "The bell: A bell divides two countries"
    assert section["title"] == "The talks"
    assert named["title"] == "Osten, 16 May 2019"


def test_markers_are_no_text() -> None:
    [page] = refined(entry("bell/", "The bell", "Sailors seized it.<sup>12</sup> It was sold."))
    assert page["text"] == "Sailors seized it. It was sold."


def test_words_are_found_without_accents_and_dots_and_from_within_a_name() -> None:
    [page] = refined(entry("", "Home", "Hoppō Ryōdo, 北方領土, Зелёный, the U.S. and Кунашир"))
    _, _, more = page["text"].partition(" <p>")
    assert more == "Hoppo Ryodo Зеленый US 方領土 領土</p>"
    [plain] = refined(entry("", "Home", "Nothing else is typed."))
    assert plain["text"] == "Nothing else is typed."


def test_a_page_is_found_by_words_that_it_does_not_have() -> None:
    page, section = refined(
        entry("bell/", "The bell", "Text."),
        entry("bell/#talks", "Talks"),
        **{"": ("chime", "gong")},
    )
    assert (page["text"], page["words"]) == ("Text.", "chime gong")
    assert (section["text"], "words" in section) == ("", False)


def test_so_is_a_section() -> None:
    page, section = refined(
        entry("bell/", "The bell"), entry("bell/#talks", "Talks"), **{"#talks": ("parley",)}
    )
    assert ("words" in page, section["words"]) == (False, "parley")


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("What", []),
        ("is", []),
        ("isle", ["isle"]),
        ("the,bell", ["the", "bell"]),
        ("US", ["US"]),
    ],
)
def test_a_word_that_only_asks_is_none_of_those_typed(typed: str, left: list[str]) -> None:
    """The theme cuts each piece between spaces by the separator."""
    separator = refine_index({"config": CONFIG, "docs": []}, {}, {})["config"]["separator"]
    assert [word for word in re.split(separator, typed) if word] == left


def test_the_home_page_has_its_name_and_fields_too(tmp_path: Path) -> None:
    file = tmp_path / "search/search_index.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"config": CONFIG, "docs": [entry("", "A bell")]}), "utf-8")
    fields = {"words": {"index.md": ("map",)}, "misspelt": {"index.md": ("bel",)}}
    refine_index_file(tmp_path, {"index.md": ("./", "Home")}, fields)
    [home] = json.loads(file.read_text("utf-8"))["docs"]
    assert (home["title"], home["words"], home["misspelt"]) == ("Home: A bell", "map", "bel")


def test_the_sections_of_a_page_come_behind_others_and_its_name_does_not() -> None:
    bell, page, section = refined(
        entry("bell/", "The bell"),
        entry("sources/osten/", "Osten, 16 May 2019", boost=0.2),
        entry("sources/osten/#para-1", "Paragraph 1", boost=0.2),
    )
    assert page["boost"] == bell["boost"] < 1
    assert section["boost"] == 0.2
