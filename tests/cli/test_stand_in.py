"""The command `stand-in`: what it proposes, what it asks, what it writes and what it refuses."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import ROOT, Project

from build_tools.__main__ import main
from build_tools.cli import stand_in
from build_tools.lexicon.stand_ins import StandIn, load_stand_ins

FILE = "docs/_data/stand-ins.yml"
PAGE = "docs/page.md"
FOUND = "A poll measured 58 percent of Kestrians against the return [@meridian-2019, para. 10].\n"
LINE = '- {ours: measured, theirs: showed, in: "meridian-2019, para. 10"}'


@pytest.fixture
def small(small_project: Project) -> Project:
    small_project.write(PAGE, FOUND)
    return small_project


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stand_in, "in_terminal", lambda: True)


def run(project: Project, *arguments: str, answers: str | None = None) -> Result:
    result = CliRunner().invoke(
        main, ["--root", str(project.root), "stand-in", *arguments], input=answers
    )
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def entries(project: Project) -> tuple[StandIn, ...]:
    loaded = load_stand_ins(project.root / FILE, FILE)
    assert loaded.problems == ()
    return loaded.entries


def entry(ours: str, theirs: str, only: str | None = None) -> StandIn:
    return StandIn(ours=ours, theirs=theirs, **{"in": only})


# PAGE


def test_in_a_pipe_it_lists_and_writes_nothing(small: Project) -> None:
    result = run(small, PAGE)
    assert result.exit_code == 1
    assert "docs/page.md:1:8\n" in result.output
    assert "A poll «measured» 58 percent" in result.output
    assert "A poll released last month showed that" in result.output
    assert re.search(r"^ +\d  showed$", result.output, re.MULTILINE)
    assert "Nothing was written" in result.output
    assert not (small.root / FILE).exists()


def test_a_page_without_findings(small: Project) -> None:
    result = run(small, "docs/index.md")
    assert (result.exit_code, result.output.startswith("Nothing is missing")) == (0, True)


@pytest.mark.usefixtures("terminal")
def test_a_number_and_the_default_write_an_entry_for_the_paragraph(small: Project) -> None:
    choices = re.findall(r"^ +(\d+)  (.+)$", run(small, PAGE, answers="q\n").output, re.MULTILINE)
    (number,) = [number for number, word in choices if word == "showed"]
    result = run(small, PAGE, answers=f"{number}\n\n")
    assert result.exit_code == 0
    assert small.text(FILE).endswith(f"stand-ins:\n  {LINE}\n")
    assert "1 written, 0 left." in result.output


@pytest.mark.usefixtures("terminal")
def test_words_of_ones_own_and_every_article(small: Project) -> None:
    run(small, PAGE, answers="poll released last month showed\ne\n")
    assert entries(small) == (entry("measured", "poll released last month showed"),)


@pytest.mark.usefixtures("terminal")
def test_yes_is_for_the_likeliest_word_and_may_be_taken_back(small: Project) -> None:
    small.write(PAGE, "The leaders upheld the 1923 treaty [@osten-2019, para. 5].\n")
    result = run(small, PAGE, answers="?\ny\nn\nyes\n\n")
    assert "y (yes, for “reaffirmed”), a number" in result.output
    assert "Ctrl-C" in result.output
    assert entries(small) == (entry("upheld", "reaffirmed", "osten-2019, para. 5"),)


@pytest.mark.usefixtures("terminal")
def test_help_at_the_second_question_is_on_that_question(small: Project) -> None:
    result = run(small, PAGE, answers="showed\n?\ne\n")
    assert "e is for words that say the same in any context" in result.output
    assert "Error" not in result.output
    assert entries(small) == (entry("measured", "showed"),)


@pytest.mark.usefixtures("terminal")
def test_no_yes_for_a_longer_phrase(small: Project) -> None:
    small.write(PAGE, "The leaders solemnly upheld anew the 1923 treaty [@osten-2019, para. 5].\n")
    result = run(small, PAGE, answers="y\ns\nn\ny\np\nn\n")
    assert "The leaders «solemnly» «upheld» «anew»" in result.output
    assert "no word is likely enough for a yes" in result.output
    assert entries(small) == (entry("upheld", "reaffirmed", "osten-2019, para. 5"),)


@pytest.mark.usefixtures("terminal")
def test_words_of_every_cited_paragraph_may_be_chosen(small: Project) -> None:
    text = "The call took 35 minutes, and Verelin felicitated her [@osten-2019, paras. 2, 4].\n"
    small.write(PAGE, text)
    result = run(small, PAGE, answers="q\n")
    # The paragraphs in full; then the choices, of the one that fits best first.
    places = re.findall(r"^osten-2019, para\. (\d):$", result.output, re.MULTILINE)
    assert places == ["2", "4", "4", "2"]
    choices = re.findall(r"^ +(\d+)  (\w+)$", result.output, re.MULTILINE)
    numbers = {word: number for number, word in choices}
    one, other = numbers["congratulated"], numbers["discussed"]
    answers = f"{one}-{other}\n{other}\nn\n{one}\n\n"
    assert "must be of one sentence" in run(small, PAGE, answers=answers).output
    assert entries(small) == (entry("felicitated", "congratulated", "osten-2019, para. 4"),)


@pytest.mark.usefixtures("terminal")
def test_the_words_elsewhere_are_shown_as_they_stand_there(small: Project) -> None:
    small.write(PAGE, "The two discussed the students [@osten-2019, para. 2].\n")
    result = run(small, PAGE)
    assert "osten-2019, para. 7, has “student”" in result.output
    # "Will be returned" says nothing of who is willing.
    small.write(PAGE, "The leaders were willing to talk [@osten-2019, para. 2].\n")
    assert ", has “" not in run(small, PAGE).output


@pytest.mark.usefixtures("terminal")
def test_no_yes_where_no_word_is_likely(small: Project) -> None:
    small.write(PAGE, "Ulvholt generously thanked him [@osten-2019, para. 4].\n")
    result = run(small, PAGE, answers="y\nq\n")
    assert "no word is likely enough for a yes" in result.output
    assert not (small.root / FILE).exists()


@pytest.mark.usefixtures("terminal")
def test_what_the_article_denies_is_taken_where_the_statement_denies_it(small: Project) -> None:
    small.write(PAGE, "The ministers could never decide a quarrel [@harbour-post-2015, para. 1].\n")
    run(small, PAGE, answers="settle\n\n")
    assert entries(small) == (entry("decide", "settle", "harbour-post-2015, para. 1"),)
    small.write(PAGE, "The ministers are to fix a quarrel [@harbour-post-2015, para. 1].\n")
    result = run(small, PAGE, answers="settle\nq\n")
    assert "“failed on Thursday to” with it" in " ".join(result.output.split())
    assert len(entries(small)) == 1


@pytest.mark.usefixtures("terminal")
def test_no_and_quit_write_nothing(small: Project) -> None:
    for answers in ("n\n", "q\n", "N\n", "quit\n"):
        result = run(small, PAGE, answers=answers)
        assert (result.exit_code, "0 written, 1 left." in result.output) == (1, True)
    assert not (small.root / FILE).exists()


@pytest.mark.usefixtures("terminal")
def test_a_wrong_answer_is_told_and_asked_again(small: Project) -> None:
    result = run(small, PAGE, answers="99\n0\n\nfrank and friendly\n...\nshowed\np\n")
    assert "there is no choice 99" in result.output
    assert "there is no choice 0" in result.output
    assert "“frank and friendly” must stand in meridian-2019, para. 10" in result.output
    assert entries(small) == (entry("measured", "showed", "meridian-2019, para. 10"),)


@pytest.mark.usefixtures("terminal")
def test_what_was_accepted_stays_when_the_dialogue_is_broken_off(small: Project) -> None:
    # To click an end of input is what Ctrl-C is.
    small.write(PAGE, f"{FOUND}\n- It emerged in a poll [@meridian-2019, para. 10].\n")
    result = run(small, PAGE, answers="showed\np\n")
    assert result.exit_code == 1
    assert "1 written, 1 left." in result.output
    assert entries(small) == (entry("measured", "showed", "meridian-2019, para. 10"),)


@pytest.mark.usefixtures("terminal")
def test_words_beside_each_other_may_be_taken_one_by_one(small: Project) -> None:
    small.write(PAGE, "A poll vividly measured it, Meridian wrote [@meridian-2019, para. 10].\n")
    result = run(small, PAGE, answers="s\nn\nshowed\np\n")
    assert "A poll «vividly» «measured» it" in result.output
    assert "A poll «vividly» measured it" in result.output
    assert entries(small) == (entry("measured", "showed", "meridian-2019, para. 10"),)


def test_words_of_two_clauses_are_no_phrase(small: Project) -> None:
    small.write(PAGE, "A poll measured it, vividly, Meridian wrote [@meridian-2019, para. 10].\n")
    result = run(small, PAGE)
    assert "A poll «measured» it, vividly" in result.output
    assert "A poll measured it, «vividly»" in result.output


@pytest.mark.usefixtures("terminal")
def test_one_entry_answers_every_place_of_its_words(small: Project) -> None:
    small.write(PAGE, "A poll measured it, and measured 58 percent [@meridian-2019, para. 10].\n")
    result = run(small, PAGE, answers="showed\np\n")
    assert "1 written, 0 left." in result.output


# The file.


def test_an_entry_goes_after_the_last_of_its_kind_and_all_else_stays(small: Project) -> None:
    small.write(
        FILE,
        "# A head.\nstand-ins:\n  # For all.\n  - {ours: wanted, theirs: claims}  # why\n\n"
        '  # For one.\n  - ours: held\n    theirs: agreed\n    in: "osten-2019, para. 1"\n',
    )
    assert run(small, "--ours", "measured", "--theirs", "showed").exit_code == 0
    run(small, "--ours", "measured", "--theirs", "opposed", "--in", "meridian-2019:10")
    assert small.text(FILE) == (
        "# A head.\nstand-ins:\n  # For all.\n  - {ours: wanted, theirs: claims}  # why\n"
        "  - {ours: measured, theirs: showed}\n\n"
        '  # For one.\n  - ours: held\n    theirs: agreed\n    in: "osten-2019, para. 1"\n'
        '  - {ours: measured, theirs: opposed, in: "meridian-2019, para. 10"}\n'
    )


@pytest.mark.parametrize("text", ["stand-ins: []\n", "stand-ins: []", "# A head.\nstand-ins: [ ]"])
def test_an_empty_list_is_filled(small: Project, text: str) -> None:
    small.write(FILE, text)
    assert run(small, "--ours", "measured", "--theirs", "showed").exit_code == 0
    assert entries(small) == (entry("measured", "showed"),)


@pytest.mark.parametrize(
    "text",
    ["stand-ins: [{ours: wanted, theirs: claims}]\n", "stand-ins: {\n", "stand-ins:\n", "- a\n"],
)
def test_a_file_that_no_line_can_be_added_to_stays_as_it_is(small: Project, text: str) -> None:
    small.write(FILE, text)
    for arguments in (["--ours", "measured", "--theirs", "showed"], [PAGE]):
        result = run(small, *arguments)
        assert result.exit_code == 1
        assert small.text(FILE) == text


def test_line_ends_stay(small: Project) -> None:
    (small.root / FILE).write_bytes(b"stand-ins:\r\n- {ours: wanted, theirs: claims}\r\n")
    assert run(small, "--ours", "measured", "--theirs", "showed").exit_code == 0
    assert (small.root / FILE).read_bytes() == (
        b"stand-ins:\r\n- {ours: wanted, theirs: claims}\r\n- {ours: measured, theirs: showed}\r\n"
    )


@pytest.mark.parametrize("ours", ["bell: it", 'a "find"', "# bell", "bell \\ it", "- bell"])
def test_what_yaml_would_read_otherwise_is_quoted(small: Project, ours: str) -> None:
    assert run(small, "--ours", ours, "--theirs", "showed").exit_code == 0
    assert entries(small) == (entry(ours, "showed"),)


def test_the_head_of_a_new_file_is_that_of_this_site() -> None:
    head = (ROOT / "build_tools/templates/stand-ins.yml.j2").read_text("utf-8")
    assert (ROOT / FILE).read_text("utf-8").startswith(head)


# A pair.


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give a page, or --ours and --theirs"),
        ([PAGE, "--ours", "a", "--theirs", "b"], "give a page, or --ours and --theirs"),
        (["--ours", "measured"], "give a page, or --ours and --theirs"),
        (["--in", "osten-2019:1"], "give a page, or --ours and --theirs"),
        (["docs/pgae.md"], "did you mean 'docs/page.md'?"),
        (["--ours", "", "--theirs", "showed"], "give words for both"),
        (["--ours", "measured", "--theirs", "revealed"], "and stands in none"),
        (["--ours", "measured", "--theirs", "showed", "--in", "osten-2019:1"], "and does not"),
        (["--ours", "measured", "--theirs", "showed", "--in", "ostn-2019:1"], "mean 'osten-2019'?"),
        (["--ours", "measured", "--theirs", "showed", "--in", "osten-2019:99"], "and no 99"),
        (["--ours", "measured", "--theirs", "showed", "--in", "osten-2019"], "SOURCE:NUMBER"),
        (["--ours", "measured", "--theirs", "showed", "--in", ""], "SOURCE:NUMBER"),
        (["--ours", "refused", "--theirs", "agreed"], "say opposite things"),
        (["--ours", "rejected", "--theirs", "expressed hope"], "refuses or denies"),
        (["--ours", "decided", "--theirs", "settle", "--in", "harbour-post-2015:1"],
         "“failed on Thursday to” with it"),
        (["--ours", "progress", "--theirs", "no progress"], "“no” with it"),
        (["--ours", "of the", "--theirs", "showed"], "needs no entry"),
        (["--ours", "...", "--theirs", "showed"], "give words"),
        (["--ours", "fo\x07und", "--theirs", "showed"], "give words"),
    ],
)  # fmt: skip
def test_what_is_refused(small: Project, arguments: list[str], said: str) -> None:
    result = run(small, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert not (small.root / FILE).exists()


def test_a_pair_that_is_there_is_refused(small: Project) -> None:
    one = ["--ours", "measured", "--theirs", "showed", "--in", "meridian-2019:10"]
    assert run(small, *one).exit_code == 0
    assert "there already, for meridian-2019, para. 10" in run(small, *one).output
    assert run(small, *one[:4]).exit_code == 0
    assert "there already" in run(small, "--ours", "Measured", "--theirs", "showed").output
    assert len(entries(small)) == 2


def test_a_pair_is_taken_where_each_statement_that_wants_it_denies_it(small: Project) -> None:
    pair = ["--ours", "decide", "--theirs", "settle", "--in", "harbour-post-2015:1"]
    denying = "The ministers could never decide a quarrel [@harbour-post-2015, para. 1].\n"
    plain = "The ministers are to decide a quarrel [@harbour-post-2015, para. 1].\n"
    for text in (
        plain,
        f"{denying}\n{plain}",
        "The ministers met [@harbour-post-2015, para. 1].\n",
    ):
        small.write(PAGE, text)
        assert "“failed on Thursday to” with it" in " ".join(run(small, *pair).output.split())
    small.write(PAGE, denying)
    assert run(small, *pair).exit_code == 0
    assert entries(small) == (entry("decide", "settle", "harbour-post-2015, para. 1"),)
    assert "is there already" in run(small, *pair).output


def test_what_a_new_entry_makes_superfluous_is_told_at_once(small: Project) -> None:
    first = run(small, "--ours", "measured", "--theirs", "showed", "--in", "meridian-2019:10")
    assert "superfluous" not in first.output
    wider = " ".join(run(small, "--ours", "measured", "--theirs", "showed").output.split())
    assert "“showed” is superfluous: “measured” for “showed”, for every article, does" in wider
    # What was superfluous before is not told again.
    again = run(small, "--ours", "heads", "--theirs", "director", "--in", "meridian-2019:11")
    assert again.exit_code == 0
    assert "superfluous" not in again.output


# A record that is wrong, and one that is not finished.
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("language: en", "langauge: en"),
        ("id: {}\n", "id: {}\nto-confirm: {{issued: by the address}}\n"),
    ],
)
def test_a_record_that_is_not_right_stops_only_the_pages_that_cite_it(
    small: Project, old: str, new: str
) -> None:
    small.change("seeds/osten-2019.yml", old.format("osten-2019"), new.format("osten-2019"))
    result = run(small, PAGE)
    assert "A poll «measured» 58 percent" in result.output
    assert "osten-2019.yml" not in result.output
    small.write(PAGE, f"{FOUND}\nVerelin thanked Ulvholt [@osten-2019, para. 4].\n")
    result = run(small, PAGE)
    assert result.exit_code == 1
    assert (
        f"First correct what {PAGE} cannot be read without:\nseeds/osten-2019.yml" in result.output
    )
    assert "measured" not in result.output


def test_a_source_that_does_not_load_has_no_paragraph_for_a_pair(small: Project) -> None:
    small.change("seeds/osten-2019.yml", "language: en", "langauge: en")
    result = run(small, "--ours", "a", "--theirs", "b", "--in", "osten-2019:1")
    assert (result.exit_code, "does not load" in result.output) == (2, True)


def test_a_file_that_cannot_be_written(small: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, data: bytes) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    result = run(small, "--ours", "measured", "--theirs", "showed")
    assert (result.exit_code, "Permission denied" in result.output) == (1, True)


def test_in_a_real_terminal(small: Project) -> None:
    pty = pytest.importorskip("pty")
    mine, theirs = pty.openpty()
    os.write(mine, b"showed\n\n")
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", "--root", str(small.root), "stand-in", PAGE],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        timeout=60,
        check=False,
    )
    os.close(theirs)
    os.close(mine)
    assert done.returncode == 0
    assert entries(small) == (entry("measured", "showed", "meridian-2019, para. 10"),)
