"""The facts from outside the articles."""

from pathlib import Path

import pytest

from build_tools.problems import Problem
from build_tools.site_data.background import BackgroundFile, load_background

FACT = """\
  - id: {id}
    when: 1923-05
    fact: {fact}
    look-for:
      - name: Treaty of Sollin
        url: {url}
"""


def entry(id_: str = "sollin", fact: str = "A treaty.", url: str = "https://e.org/1923") -> str:
    return FACT.format(id=id_, fact=fact, url=url)


def loaded(tmp_path: Path, *entries: str) -> tuple[BackgroundFile, tuple[Problem, ...]]:
    path = tmp_path / "background.yml"
    path.write_text("facts:\n" + "".join(entries), encoding="utf-8")
    return load_background(path, "docs/_data/background.yml", tmp_path)


def test_a_fact_has_its_date_in_words(tmp_path: Path) -> None:
    file, problems = loaded(tmp_path, entry())
    assert problems == ()
    [fact] = file.facts
    assert fact.date == "May 1923"
    assert fact.documents[0].url == "https://e.org/1923"


def test_a_missing_file_has_no_facts(tmp_path: Path) -> None:
    assert load_background(tmp_path / "no.yml", "no.yml", tmp_path) == (BackgroundFile(), ())


@pytest.mark.parametrize(
    ("entries", "line", "message"),
    [
        ([entry(), entry()], 8, "'id' must be of one fact; 'sollin' is taken"),
        (
            [entry(fact='"A treaty [@osten-2019, para. 2]."')],
            4,
            "a fact from outside the articles must cite none",
        ),
        ([entry(id_="Sollin 1923")], 2, "'facts.0.id'"),
        ([entry(url="http://e.org/")], 7, "'facts.0.look-for.0.url'"),
        ([entry(url="javascript:alert(1)")], 7, "'facts.0.look-for.0.url'"),
        ([entry(url='"https://e.org/a) x"')], 7, "'facts.0.look-for.0.url'"),
        ([entry().replace("1923-05", "May 1923")], 3, "'facts.0.when'"),
        (["  - {id: a, when: 1923, fact: A., look-for: []}\n"], 2, "'facts.0.look-for'"),
    ],
)
def test_what_is_wrong_is_a_problem_at_its_key(
    entries: list[str], line: int, message: str, tmp_path: Path
) -> None:
    _, problems = loaded(tmp_path, *entries)
    [problem] = problems
    assert (problem.place.line, problem.code) == (line, "background")
    assert problem.message.startswith(message)
