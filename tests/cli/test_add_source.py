"""`add-source`: what it writes of a page, what it refuses, and that it writes all or nothing."""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import ROOT, Project, copy_small_project

from build_tools.__main__ import main
from build_tools.sources.library import load_library

PAGE = (ROOT / "tests/data/saved/lighthouse.html").read_text("utf-8").replace("¶", "")
PASTED = (ROOT / "tests/data/saved/glacier.txt").read_text("utf-8").replace("¶", "")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    project = copy_small_project(tmp_path / "small")
    shutil.copy(ROOT / "seeds/TEMPLATE.yml", project.root / "seeds")
    return project


def add(project: Project, given: str | bytes, *options: str, id_: str = "coast-2018") -> Result:
    data = given.encode() if isinstance(given, str) else given
    (project.root / "given").write_bytes(data)
    arguments = ["--root", str(project.root), "add-source", str(project.root / "given")]
    return CliRunner().invoke(main, [*arguments, "--id", id_, *options])


def seeds(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project.root / "seeds").iterdir()}


def fill_in(small: Project) -> Path:
    """Replace what only a person knows; what was guessed stays to be confirmed."""
    path = small.root / "seeds/coast-2018.yml"
    text = path.read_text("utf-8")
    for old, new in (
        ("The company or body that publishes it", "Coast"),
        ("published by The Company, a private company", "private"),
        ("Whom the outlet belongs to, or who pays for it.", "Its owner."),
        ("Where this was looked up.", "The imprint."),
        ("id: outlet\n", "id: coast\n"),
        ("How you can tell.", "The byline."),
        ("What in the text gives the day.", "Paragraph 1."),
    ):
        text = text.replace(old, new)
    path.write_text(text.replace("date: 2019-05-16", "date: 2018-03-09"), "utf-8")
    return path


def test_a_saved_page_becomes_two_files(small: Project) -> None:
    before = seeds(small)
    result = add(small, PAGE, "--url", "https://example.org/light", "--event", "osten-2019")
    assert result.exit_code == 0, result.output
    after = seeds(small)
    assert {name: after[name] for name in before} == before
    assert after.keys() - before.keys() == {"coast-2018.html", "coast-2018.txt", "coast-2018.yml"}
    assert after["coast-2018.html"] == PAGE.encode()
    record = small.text("seeds/coast-2018.yml")
    for line in (
        'title: "Keeper leaves Skarra light after forty years"',
        "issued: 2018-03-09",
        'container-title: "Coast Journal"',
        '  - family: "Harrow"',
        '    given: "Ines"',
        'URL: "https://example.org/light"',
    ):
        assert line in record
    assert "\x1b[" not in result.output
    # Every visible line is kept, and in a class.
    assert "Advertisement" in small.text("seeds/coast-2018.txt")


def test_pasted_text_is_kept_as_it_is(small: Project) -> None:
    assert add(small, PASTED).exit_code == 0
    assert small.text("seeds/coast-2018.txt") == PASTED
    assert not (small.root / "seeds/coast-2018.html").exists()


def test_pasted_bytes_are_kept_whatever_ends_their_lines(small: Project) -> None:
    data = b"\xef\xbb\xbf" + PASTED.replace("\n", "\r\n").encode()
    assert add(small, data).exit_code == 0
    assert seeds(small)["coast-2018.txt"] == data


def test_the_input_is_read_for_a_dash(small: Project) -> None:
    arguments = ["--root", str(small.root), "add-source", "-", "--id", "coast-2018"]
    assert CliRunner().invoke(main, arguments, input=PASTED).exit_code == 0


def test_check_fails_until_each_guess_is_confirmed(small: Project) -> None:
    add(small, PAGE, "--url", "https://example.org/light", "--event", "osten-2019")
    path = fill_in(small)
    library = load_library(small.root / "seeds", small.root)
    assert "coast-2018" in library.sources
    guesses = {problem.message for problem in library.problems if problem.code == "guess"}
    assert "'issued' must be confirmed by a person" in guesses
    assert "'lines.body' must be confirmed by a person" in guesses
    assert all(p.place.path == "seeds/coast-2018.yml" and p.hint for p in library.problems)
    head, _, rest = path.read_text("utf-8").partition("to-confirm:\n")
    path.write_text(head + rest[rest.index("\nownership") :], "utf-8")
    assert load_library(small.root / "seeds", small.root).problems == ()


@pytest.mark.parametrize(
    "id_",
    ["Coast-2018", "coast_2018", "../x", "index", "readme", "-a", "osten-2019", "a--b", ""],
)
def test_an_id_that_is_ill_formed_or_taken_is_refused(small: Project, id_: str) -> None:
    before = seeds(small)
    result = add(small, PAGE, id_=id_)
    assert result.exit_code == 1
    assert "the id must be" in result.output
    assert seeds(small) == before


HELD = (ROOT / "tests/library/seeds/osten-2019.txt").read_text("utf-8")
LINKS = "".join(f"<li><a href='/{n}'>A headline of four words {n}</a></li>" for n in range(30))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (HELD, "its text is that of 'osten-2019'"),
        (f"Menu\nHome\n\n{HELD}\n\nAnother footer", "its text is that of 'osten-2019'"),
        ("", "nothing was given"),
        ("  \n\n", "nothing was given"),
        ("<html><body><script>x()</script></body></html>", "nothing was given"),
        ("Home\nNews\nSport\n", "none were found"),
        (b"\xff\x00\x81\x82", "must be UTF-8"),
        (b"%PDF-1.4\x00\x01", "only characters that can be shown"),
        ("Please verify that you are human.\nComplete the CAPTCHA to go on.", "you are human"),
        ("<html><body><p>We value your privacy.</p></body></html>", "consent"),
        (f"<html><body><h1>World news</h1><ul>{LINKS}</ul></body></html>", "a list of links"),
        ("Bridge opens\n\nIt opened on Monday.\n\nSign in to continue reading.", "log in or"),
    ],
)  # fmt: skip
def test_what_is_no_new_article_is_refused(small: Project, given: str | bytes, said: str) -> None:
    before = seeds(small)
    result = add(small, given)
    assert result.exit_code == 1
    assert said in result.output
    assert "Nothing was written." in result.output
    assert seeds(small) == before


def test_a_file_that_is_there_is_never_overwritten(small: Project) -> None:
    small.write("seeds/coast-2018.txt", "mine")
    before = seeds(small)
    assert add(small, PAGE).exit_code == 1
    assert seeds(small) == before


def test_each_of_several_authors_is_one(small: Project) -> None:
    text = (
        "Bell found in the lake\n\nBy Ada Brann and Ministry of Bells and Ropes\n\n9 March 2018\n\n"
        "Divers found the bell in the lake on Friday, the mayor of Osten told reporters there.\n\n"
        "It had lain in the lake since the winter of the storm, the divers said on Friday.\n"
    )
    assert add(small, text).exit_code == 0
    record = small.text("seeds/coast-2018.yml")
    assert "family: Brann" in record.replace('"', "")
    assert "literal: Ministry of Bells and Ropes" in record.replace('"', "")


def test_an_article_is_held_whatever_a_person_has_made_of_its_lines(small: Project) -> None:
    assert (
        add(small, PAGE, "--event", "osten-2019", "--url", "https://example.org/light").exit_code
        == 0
    )
    path = fill_in(small)
    text = re.sub(
        r"^# Each guess.*?\n\n", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    # Two of its paragraphs are no longer of the body.
    text = re.sub(
        r"^  body: (\d+), (\d+), ", r"  dateline: \1, \2\n  body: ", text, flags=re.MULTILINE
    )
    path.write_text(text, "utf-8")
    assert "coast-2018" in load_library(small.root / "seeds").sources
    result = add(small, PAGE, id_="coast-2019")
    assert result.exit_code == 1
    assert "its text is that of 'coast-2018'" in result.output
    # What goes on where another stops is another's text.
    more = PAGE.replace("</p>", f"</p><p>{'The lamp was lit again by a widow. ' * 20}</p>", 1)
    assert add(small, more, id_="coast-2019").exit_code == 0


def test_an_article_whose_record_is_not_right_yet_is_held_too(small: Project) -> None:
    assert add(small, PAGE).exit_code == 0
    result = add(small, PAGE, id_="coast-2019")
    assert result.exit_code == 1
    assert "coast-2018" in result.output
    assert not (small.root / "seeds/coast-2019.txt").exists()


IN_DOUBT = """Bell found in the lake near Osten

9 March 2018

Divers found the bell in the lake on Friday, the mayor of Osten told reporters.

Better days

It had lain in the lake since the winter of the storm, the divers said on Friday.

The bell on the quay, with its rope (Jo Lund / Gazette)

The village has kept the rope, and the bell is to hang from it again in the spring.
"""


def in_terminal(small: Project, typed: bytes, *, then: int | None = None) -> tuple[int, str]:
    """Type at a question, perhaps send a signal then; return how it ended and what was shown."""
    pty = pytest.importorskip("pty")
    small.write("given.txt", IN_DOUBT)
    mine, theirs = pty.openpty()
    arguments = ["--root", str(small.root), "add-source", str(small.root / "given.txt")]
    process = subprocess.Popen(
        [sys.executable, "-m", "build_tools", *arguments, "--id", "coast-2018"],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    sent = False
    try:
        while True:
            silent = not select.select([mine], [], [], 2)[0]
            if not silent:
                if not (data := os.read(mine, 4096)):
                    break
                shown += data
            if b"lists them" not in shown:
                continue
            if typed:
                os.write(mine, typed)
                typed = b""
            # Python may miss a signal that comes just as it begins to wait: it is sent again.
            elif then and (silent or not sent):
                process.send_signal(then)
                sent = True
    except OSError:
        pass  # So a terminal ends where nobody writes to it any more.
    finally:
        os.close(mine)
    return process.wait(timeout=60), shown.decode("utf-8")


def test_a_terminal_shows_the_body_in_a_colour_and_a_pipe_shows_none(small: Project) -> None:
    _, shown = in_terminal(small, b"\n")
    [line] = [line for line in shown.splitlines() if "Divers found" in line]
    assert line.startswith("\x1b[32m")
    assert "\ufffd" not in shown
    (small.root / "seeds/coast-2018.txt").unlink()
    (small.root / "seeds/coast-2018.yml").unlink()
    piped = add(small, IN_DOUBT).output
    assert "Divers found" in piped
    assert "\x1b" not in piped


def test_a_question_says_how_to_answer_and_what_is_answered_is_confirmed(small: Project) -> None:
    code, shown = in_terminal(small, b"?\n\n")
    assert code == 0, shown
    assert "Line 7: subheading? Enter for yes, or another class; ? lists them" in shown
    assert "headline, dek, byline" in shown
    assert "Error" not in shown
    record = small.text("seeds/coast-2018.yml")
    assert "  subheading: 7\n" in record
    assert "line 7:" not in record


def test_ctrl_c_at_a_question_says_that_nothing_was_written(small: Project) -> None:
    before = seeds(small)
    code, shown = in_terminal(small, b"", then=signal.SIGINT)
    assert code == 1
    assert "Nothing was written." in shown
    assert "Traceback" not in shown
    assert seeds(small) == before


def test_a_caption_that_ends_in_a_credit_is_to_be_divided(small: Project) -> None:
    result = add(small, IN_DOUBT)
    assert "Line 11 ends in a credit, “(Jo Lund / Gazette)”: divide it under `split`" in " ".join(
        result.output.split()
    )
    record = small.text("seeds/coast-2018.yml")
    assert "divide it under `split`, with credit: (Jo Lund / Gazette)" in record
    # Nobody has answered what the line without a full stop is.
    assert "line 7: " in record


@pytest.mark.parametrize("at", [0, 1])
def test_an_interruption_leaves_nothing(
    small: Project, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before, calls, link = seeds(small), [], os.link

    def interrupt(*arguments: Path) -> None:
        calls.append(arguments)
        if len(calls) > at:
            raise KeyboardInterrupt
        link(*arguments)

    monkeypatch.setattr(os, "link", interrupt)
    result = add(small, PAGE)
    assert result.exit_code == 1
    assert "Aborted" in result.output
    assert len(calls) == at + 1
    assert seeds(small) == before


def test_another_encoding_is_read_where_the_page_declares_it(small: Project) -> None:
    page = (ROOT / "tests/data/saved/ice-ja.html").read_text("utf-8").replace("¶", "")
    data = page.replace("<head>", '<head><meta charset="shift_jis">').encode("shift_jis")
    assert add(small, data).exit_code == 0
    assert seeds(small)["coast-2018.html"] == data
    assert "氷の博物館、夏も営業へ" in small.text("seeds/coast-2018.txt")


def test_a_saved_page_that_was_edited_is_a_problem(small: Project) -> None:
    add(small, PAGE, "--url", "https://example.org/light", "--event", "osten-2019")
    fill_in(small)
    (small.root / "seeds/coast-2018.html").write_text("edited", "utf-8")
    problems = load_library(small.root / "seeds", small.root).problems
    assert "the SHA-256 must be that of coast-2018.html: a saved page is never edited" in {
        problem.message for problem in problems
    }


def test_html_without_its_libraries_is_refused(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "build_tools.intake.saved_page", raising=False)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    before = seeds(small)
    result = add(small, PAGE)
    assert result.exit_code == 1
    assert "pip install -e '.[intake]'" in result.output
    assert seeds(small) == before


@pytest.mark.parametrize("option", ["--event", "--version-of"])
def test_a_source_with_an_unfinished_record_is_told_from_one_that_is_not_there(
    small: Project, option: str
) -> None:
    assert add(small, PAGE, id_="light-2018").exit_code == 0
    before = seeds(small)
    refused = add(small, PASTED, option, "light-2018")
    assert refused.exit_code == 1
    assert f"{option} must be a source whose record is finished: 'light-2018' is there" in (
        refused.output
    )
    assert "check seeds/light-2018.yml" in refused.output
    assert seeds(small) == before


def test_an_updated_version_is_a_source_of_its_own_and_the_same_witness(small: Project) -> None:
    """It is no duplicate: what differs is said, and an option tells what it is."""
    last = (
        load_library(ROOT / "tests/library/seeds").sources["osten-2019"].article.paragraphs[-1].text
    )
    updated = HELD.replace(last, f"{last}\n\nThe bell was rung again on Friday, the mayor said.")
    before = seeds(small)
    refused = add(small, updated, id_="osten-2019b")
    assert refused.exit_code == 1
    assert "nearly that of 'osten-2019'" in refused.output
    assert "which has not 1 of these" in refused.output
    assert "The bell was rung again" in refused.output
    assert "`--version-of osten-2019`" in refused.output
    assert seeds(small) == before
    # The very same text is none.
    same = add(small, HELD, "--version-of", "osten-2019", id_="osten-2019b")
    assert "its text is that of 'osten-2019'" in same.output
    unknown = add(small, updated, "--version-of", "ostern-2019", id_="osten-2019b")
    assert "--version-of must be a source here" in unknown.output
    done = add(small, updated, "--version-of", "osten-2019", id_="osten-2019b")
    assert done.exit_code == 0, done.output
    record = small.text("seeds/osten-2019b.yml")
    held = load_library(ROOT / "tests/library/seeds").sources["osten-2019"].record
    assert f"origin:\n  id: {held.origin.id}\n" in record
    assert "derived-from:\n  id: osten-2019\n" in record
    assert held.event.name in record
