"""The file of stand-ins: what it may hold, and where words of ours and theirs are found."""

from pathlib import Path

import pytest

from build_tools.lexicon.stand_ins import (
    StandIn,
    StandIns,
    find_ours,
    find_phrase,
    find_superfluous,
    load_stand_ins,
)
from build_tools.problems import Outcome

SHOWN = "docs/_data/stand-ins.yml"


def load(tmp_path: Path, text: str) -> StandIns:
    path = tmp_path / "stand-ins.yml"
    path.write_text(text, encoding="utf-8")
    return load_stand_ins(path, SHOWN)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("wait", "They waited long.", ["waited"]),
        ("hands over", "It was handed over.", ["handed", "over"]),
        ("hands over", "It hands the bell over.", []),
        ("over hands", "It hands over a bell.", []),
        ("tower", "A bell.", []),
        # Of its family and its equals none is a form of a word.
        ("deal", "They dealt with it.", ["dealt"]),
        ("dealt", "They reached an agreement.", []),
        ("promises", "He pledged the bell.", []),
        ("kept", "The bell was retained.", []),
        ("leave", "He departed.", []),
    ],
)
def test_a_phrase_is_found_in_order_and_in_any_form(
    phrase: str, text: str, found: list[str]
) -> None:
    assert [word.text for word in find_phrase(phrase, text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orlavia wanted the bells back.", ["wanted", "back"]),
        ("Orlavia wanted the three old bells of the church back.", []),
        ("It wants one back and wanted two back.", ["wants", "back", "wanted", "back"]),
    ],
)
def test_words_of_ours_may_stand_apart_and_more_than_once(text: str, found: list[str]) -> None:
    entry = StandIn(ours="wants back", theirs="demanding the return")
    assert [word.text for word in find_ours(entry, text)] == found


_WIDE = ("leave", "postpone", "osten-2019, para. 3")


@pytest.mark.parametrize(
    ("other", "superfluous"),
    [
        (("leave to the next", "postpone it to the next", "osten-2019, para. 3"), True),
        (("leaves", "postponed", "osten-2019, para. 3"), True),
        (("leave", "postpone", "osten-2019, para. 4"), False),
        # It says more, or stands for something else.
        (("leave behind", "postpone it to the next", "osten-2019, para. 3"), False),
        (("leave to the next", "hand it to the next", "osten-2019, para. 3"), False),
        (("...", "postpone", "osten-2019, para. 3"), False),
    ],
)
def test_an_entry_is_superfluous_where_a_wider_one_does_as_much(
    other: tuple[str, str, str], superfluous: bool
) -> None:
    wide, entry = (
        StandIn(ours=ours, theirs=theirs, **{"in": only}) for ours, theirs, only in (_WIDE, other)
    )
    assert list(find_superfluous((wide, entry))) == ([(1, wide)] if superfluous else [])
    # In whatever order they stand, unless they say the same: then it is the later one.
    if superfluous and other[0] != "leaves":
        assert list(find_superfluous((entry, wide))) == [(0, wide)]


def test_an_entry_for_every_article_makes_that_for_one_superfluous() -> None:
    every, one = (
        StandIn(ours="leave", theirs="postpone"),
        StandIn.model_validate(
            {"ours": "leave", "theirs": "postpone", "in": "osten-2019, para. 3"}
        ),
    )
    assert list(find_superfluous((one, every))) == [(0, every)]


def test_entries_are_loaded(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        "stand-ins:\n"
        "  - {ours: scholar, theirs: professor}\n"
        "  - {ours: scholar, theirs: historian, in: 'coast-2020, para. 3'}\n",
    )
    assert found.problems == ()
    assert [(e.ours, e.theirs, e.only) for e in found.entries] == [
        ("scholar", "professor", None),
        ("scholar", "historian", "coast-2020, para. 3"),
    ]


def test_a_missing_file_has_no_entries(tmp_path: Path) -> None:
    found = load_stand_ins(tmp_path / "none.yml", SHOWN)
    assert (found.entries, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("entries", "line", "message"),
    [
        ("- {ours: scholar}", 2, "theirs"),
        ("- {ours: '', theirs: professor}", 2, "ours"),
        ("- {ours: scholar, theirs: professor, where: x}", 2, "where"),
        ("- {ours: scholar, theirs: professor, in: coast}", 2, "in"),
        (
            "- {ours: scholar, theirs: professor}\n  - {ours: Scholar, theirs: Professor}",
            3,
            "“Scholar” for “Professor” must stand once",
        ),
        (
            "- {ours: improved, theirs: soured}",
            2,
            "“improved” must not stand for “soured”: they say opposite things",
        ),
    ],
)
def test_a_wrong_entry_is_a_problem_at_its_line(
    tmp_path: Path, entries: str, line: int, message: str
) -> None:
    found = load(tmp_path, f"stand-ins:\n  {entries}\n")
    problem, *others = found.problems
    # Where no entry is known, it is said that what needs one is not checked.
    held = [Outcome.CANNOT_BE_CHECKED] if found.unread else []
    assert [other.outcome for other in others] == held
    assert found.unread is (message in ("theirs", "ours", "where", "in"))
    assert (problem.code, problem.place.path, problem.place.line) == ("stand-in", SHOWN, line)
    assert message in problem.message
