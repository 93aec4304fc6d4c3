"""What a record still needs a person for: guesses, and a day other than the text gives."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
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
    assert problem.hint == "it gives 2019-05-17; if the record is right, say why under 'sure'"
    assert problem.place.line == line_of(tmp_path, "issued: 2019-05-18")


@pytest.mark.parametrize(("issued", "wrong"), [("17", 0), ("20", 0), ("18", 1)])
def test_a_paper_may_give_the_day_of_its_issue_too(tmp_path: Path, issued: str, wrong: int) -> None:
    """Above the article's own: either may be the day of publication, and no other is."""
    seeds = shutil.copytree(SMALL / "seeds", tmp_path / "seeds")
    text, record = seeds / "meridian-2019.txt", seeds / "meridian-2019.yml"
    old = text.read_bytes()
    text.write_bytes(old.replace(b"\nPolitics\n", b"\n20 May 2019\n", 1))
    sums = [hashlib.sha256(it).hexdigest() for it in (old, text.read_bytes())]
    given = record.read_text("utf-8").replace(*sums)
    given = given.replace("published: 10", "published: 2, 10").replace(
        "furniture: 1-2,", "furniture: 1,"
    )
    record.write_text(given.replace("issued: 2019-05-17", f"issued: 2019-05-{issued}"), "utf-8")
    found = load_library(seeds, tmp_path).problems
    assert ["'issued' must be" in it.message for it in found] == [True] * wrong


def test_a_wrong_day_of_publication_is_one_finding(tmp_path: Path) -> None:
    """The weekdays of the text are reckoned from the day that the text gives."""
    (problem,) = problems_with(tmp_path, "issued: 2019-05-17", "issued: 2019-06-27")
    assert "'issued' must be" in problem.message


def test_a_wrong_day_of_publication_hides_no_wrong_day_of_the_event(tmp_path: Path) -> None:
    text = (SMALL / "seeds/meridian-2019.yml").read_text("utf-8")
    wrong = text.replace("date: 2019-05-16", "date: 2019-06-26")
    wrong = wrong.replace("issued: 2019-05-17", "issued: 2019-06-27")
    issued, event = problems_with(tmp_path, text, wrong)
    assert "'issued' must be" in issued.message
    assert "'event.date' must be" in event.message
    assert event.hint.startswith("it gives 2019-05-16, 2019-05-17; ")


def test_a_line_of_the_body_below_a_comment_is_in_doubt(tmp_path: Path) -> None:
    """A reader's words may read like an article's: where they stand tells of them."""
    text = (SMALL / "seeds/meridian-2019.yml").read_text("utf-8")
    [lines] = re.findall(r"(?m)^  body: (.*)$", text)
    first, *others = lines.split(", ")
    wrong = text.replace(
        f"  body: {lines}", f"  body: {first}, {others[-1]}\n  comment: {others[0]}"
    )
    wrong = wrong.replace("  furniture: ", f"  furniture: {', '.join(others[1:-1])}, ")
    found = problems_with(tmp_path, text, wrong)
    below = [it for it in found if "it stands below a comment" in it.message]
    assert [it.place.line for it in below] == [int(re.split(r"\D", others[-1])[-1])]


def line_of(folder: Path, text: str) -> int:
    record = (folder / "seeds/meridian-2019.yml").read_text("utf-8")
    return record[: record.index(text)].count("\n") + 1


def test_a_right_day_of_publication_can_be_confirmed(tmp_path: Path) -> None:
    reason = "issued: 2019-05-18\nsure:\n  issued: It was after midnight there."
    assert problems_with(tmp_path, "issued: 2019-05-17", reason) == ()


def test_the_day_of_the_event_is_one_that_the_text_gives(tmp_path: Path) -> None:
    (problem,) = problems_with(tmp_path, "date: 2019-05-16", "date: 2019-05-15")
    assert (problem.code, problem.place.line) == ("guess", line_of(tmp_path, "date: 2019-05-15"))
    assert problem.message == "'event.date' must be a day that the text of the article gives"
    assert problem.hint.startswith("it gives 2019-05-16, 2019-05-17; ")


def test_a_right_day_of_the_event_can_be_confirmed(tmp_path: Path) -> None:
    sure = "\nsure:\n  event.date: The ministry gives it.\n\nlines:"
    assert problems_with(tmp_path, "\nlines:", sure) != ()
    shutil.rmtree(tmp_path / "seeds")
    path = SMALL / "seeds/meridian-2019.yml"
    text = path.read_text("utf-8")
    event = text[text.index("\nevent:") :]
    assert (
        problems_with(
            tmp_path, event, event.replace("date: 2019-05-16", "date: 2019-05-15") + sure[:-7]
        )
        == ()
    )


def rewritten(folder: Path, line: str, *, kind: str = "body") -> tuple[int, Path]:
    """Put another line in place of a paragraph, and its checksum into the record."""
    seeds = Path(shutil.copytree(SMALL / "seeds", folder / "seeds"))
    source = load_library(seeds, folder).sources["meridian-2019"]
    number = source.article.paragraphs[2].line
    text, record = seeds / "meridian-2019.txt", seeds / "meridian-2019.yml"
    lines = text.read_text("utf-8").split("\n")
    lines[number - 1] = line
    text.write_text("\n".join(lines), "utf-8")
    new = record.read_text("utf-8").replace(
        source.record.sha256, hashlib.sha256(text.read_bytes()).hexdigest()
    )
    record.write_text(new, "utf-8")
    return number, seeds


@pytest.mark.parametrize(
    "line",
    [
        "Comments",
        "Read more: The bell",
        "Reply",
        "Sign up",
        "17 May 2019",
        "Photo: A",
        "Jo Lys",
        "Who rang it",
    ],
)
def test_a_line_that_is_no_paragraph_is_doubted(tmp_path: Path, line: str) -> None:
    number, seeds = rewritten(tmp_path, f" {line}")
    found = [(str(it.place), it.code) for it in load_library(seeds, tmp_path).problems]
    assert found == [(f"seeds/meridian-2019.txt:{number}:2", "guess")]
    record = seeds / "meridian-2019.yml"
    text = record.read_text("utf-8")
    sure = f'\nsure:\n  "{number}": It is so.\n\nlines:'
    record.write_text(text.replace("\nlines:", sure, 1), "utf-8")
    assert load_library(seeds, tmp_path).problems == ()


def test_a_reason_without_a_doubt_is_a_problem(tmp_path: Path) -> None:
    (problem,) = problems_with(tmp_path, "\nlines:", '\nsure:\n  "1": It is so.\n\nlines:')
    assert problem.message == "'sure' must name a line or a day that is in doubt; '1' is none"
