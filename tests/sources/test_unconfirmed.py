"""What a record still needs a person for: guesses, and a day other than the text gives."""

import shutil
from pathlib import Path

from project import SMALL

from build_tools.problems import Problem
from build_tools.sources.library import load_library


def problems_with(folder: Path, old: str, new: str) -> tuple[Problem, ...]:
    seeds = shutil.copytree(SMALL / "seeds", folder / "seeds")
    path = seeds / "meridian-2019.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return load_library(seeds, folder).problems


def test_a_guess_left_is_a_problem_at_its_line(tmp_path: Path) -> None:
    guess = '\nto-confirm:\n  issued: "found in the address"\n\nlines:'
    (problem,) = problems_with(tmp_path, "\nlines:", guess)
    assert problem.code == "guess"
    assert problem.message == "'issued' must be confirmed by a person"
    assert problem.hint.startswith("found in the address; ")
    lines = (tmp_path / "seeds/meridian-2019.yml").read_text("utf-8").split("\n")
    assert lines[problem.place.line - 1] == '  issued: "found in the address"'


def test_the_day_of_publication_is_that_of_the_text(tmp_path: Path) -> None:
    (problem,) = problems_with(tmp_path, "issued: 2019-05-17", "issued: 2019-05-18")
    assert problem.code == "guess"
    assert problem.hint == "it gives 2019-05-17"
