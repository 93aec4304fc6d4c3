"""Words by which a page is looked for."""

from pathlib import Path

from build_tools.site_data.search_words import SearchWordsFile, load_search_words


def test_words_are_of_a_page_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "bell.md").touch()
    path = tmp_path / "words.yml"
    text = "words:\n  bell.md: [chime]\n  bell.md#talks: [parley]\n  bel.md: [gong]\n"
    path.write_text(f"{text}misspelt:\n  belt.md: people\n", encoding="utf-8")
    file, [problem, other] = load_search_words(path, "docs/_data/search-words.yml", tmp_path)
    assert file.words["bell.md"] == ("chime",)
    assert (problem.place.line, problem.code) == (4, "search-words")
    assert problem.message == "'bel.md' must be the path of a page below docs"
    assert (other.place.line, "'belt.md' must be" in other.message) == (6, True)


def test_a_missing_file_has_no_words(tmp_path: Path) -> None:
    found = load_search_words(tmp_path / "no.yml", "no.yml", tmp_path)
    assert found == (SearchWordsFile(), ())
