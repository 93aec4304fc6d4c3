"""Records: what is refused, with the place of every error and all of them at once."""

from pathlib import Path

import pytest
import yaml
from project import SMALL

from build_tools.problems import InputProblems
from build_tools.sources.records import parse_line_ranges, parse_record

GOOD = (SMALL / "seeds/harbour-post-2015.yml").read_text(encoding="utf-8")


def problems_of(text: str) -> list[str]:
    with pytest.raises(InputProblems) as raised:
        parse_record(text, "seeds/x.yml")
    return [str(problem) for problem in raised.value.problems]


def changed(old: str, new: str) -> tuple[str, int]:
    """Change one line of a good record; return the text and the number of that line."""
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new), GOOD[: GOOD.index(old)].count("\n") + 1


@pytest.mark.parametrize("path", sorted((SMALL / "seeds").glob("*.yml")), ids=lambda p: p.stem)
def test_the_records_are_valid(path: Path) -> None:
    assert parse_record(path.read_text(encoding="utf-8"), path.name).record.id == path.stem


@pytest.mark.parametrize(
    ("old", "new", "column", "message"),
    [
        ("type: article-newspaper", "type: newspaper", 1, "'type' must be one of"),
        ("publisher: ", "publischer: ", 1, "the key 'publischer' must be a known one"),
        ("issued: 2015-10-09", "issued: 9 October 2015", 1, "'issued': must be"),
        ("issued: 2015-10-09", "issued: 1599-12-31", 1, "'issued': must be in 1600"),
        ("issued: 2015-10-09", "issued: 2015-02-30", 1, "'issued': "),
        ("issued: 2015-10-09", "issued: 2015-10-09T25:00", 1, "'issued': "),
        ("URL: https://www", "URL: www", 1, "'URL': "),
        ("URL: https://www", "URL: https://good@www", 1, "'URL': must not have a user's name"),
        ("URL: https://www", "URL: https://e.org/x)[c](www", 1, "'URL': must be escaped"),
        ("URL: https://www", "URL: https://e.org/x){onclick=a}(www", 1, "'URL': must be escaped"),
        ("URL: https://www", "URL: https://e.org/'www", 1, "'URL': must be escaped"),
        ("URL: https://www", "URL: https://e.org/\\www", 1, "'URL': must be escaped"),
        ("URL: https://www", "URL: javascript://www", 1, "'URL': "),
        ("id: harbour-post-2015", "id: index", 1, "'id': must not be “index”"),
        ("id: harbour-post-2015", "id: _x", 1, "'id': must be words of a-z and 0-9"),
        ("id: harbour-post-2015", "id: Harbour", 1, "'id': must be words of a-z and 0-9"),
        ("  dek: 6", "  deck: 6", 3, "'lines.deck' must be one of"),
        ("  dek: 6", "  dek: 6 and 7", 3, "'lines.dek': must be numbers"),
        ("  dek: 6", "  dek: 0", 3, "'lines.dek': must be numbers"),
        ("  dek: 6", "  dek: 7-6", 3, "'lines.dek': must be numbers"),
        ("sha256: 18468", "sha256: G8468", 1, "'sha256': "),
        (
            "  id: harbour-post\n",
            "  name: harbour-post\n",
            3,
            "the key 'origin.name' must be a known one",
        ),
        ("title: Ministers", "titel: Ministers", 1, "the key 'titel' must be a known one"),
    ],
)
def test_a_wrong_key_is_said_at_its_line(old: str, new: str, column: int, message: str) -> None:
    text, line = changed(old, new)
    problems = problems_of(text)
    start = f"seeds/x.yml:{line}:{column}: record: {message}"
    assert any(problem.startswith(start) for problem in problems), problems


def test_a_near_key_is_suggested() -> None:
    text, _ = changed("publisher: ", "publischer: ")
    assert any("did you mean 'publisher'?" in problem for problem in problems_of(text))


def test_all_errors_are_said_at_once() -> None:
    text = GOOD.replace("language: en\n", "").replace("  dek: 6", "  dek: six")
    text = text.replace("URL: https://", "URL: ")
    codes = " ".join(problems_of(text))
    assert all(name in codes for name in ("'language'", "'lines.dek'", "'URL'"))


def test_either_a_title_or_a_description() -> None:
    without, _ = changed("title: Ministers leave", "# Ministers leave")
    both, _ = changed("language: en", "language: en\ndescription: A report")
    for text in (without, both):
        [problem] = problems_of(text)
        assert "must have either 'title', or 'description'" in problem


@pytest.mark.parametrize("author", ["{}", "{given: Sigrun}", "{literal: Osten, family: Evandt}"])
def test_a_name_has_one_form(author: str) -> None:
    before, _, rest = GOOD.partition("author:\n")
    text = f"{before}{rest[rest.index('issued:') :]}author:\n  - {author}\n"
    [problem] = problems_of(text)
    line = text.count("\n")
    assert problem.startswith(f"seeds/x.yml:{line}:5: record: 'author.0': must have either")


def test_an_empty_file_is_no_record() -> None:
    [problem] = problems_of("# nothing yet\n")
    assert "must be a mapping" in problem


def test_numbers_in_yaml_are_text_here() -> None:
    """`headline: 4` is an integer to YAML; a writer must not have to quote it."""
    assert yaml.safe_load(GOOD)["lines"]["headline"] == 4
    assert parse_record(GOOD, "x.yml").record.lines["headline"] == "4"


def test_line_ranges() -> None:
    assert parse_line_ranges("6, 8, 10-12") == [(6, 6), (8, 8), (10, 12)]
