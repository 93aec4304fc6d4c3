"""What a review shows of a change, in a repository of its own: the small project, and git."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from project import SMALL, Project, copy_small_project, git

from build_tools.__main__ import main
from build_tools.lexicon.stand_ins import StandIn
from build_tools.review.marks import Piece, mark_ours, mark_theirs
from build_tools.sources.library import Library

PAGE = "docs/talks/verelin-ulvholt-2019.md"
NEW = "Verelin congratulated Ulvholt on taking office, Osten reported [@osten-2019, para. 4].\n"


def start(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Begin")


@pytest.fixture
def repository(tmp_path: Path) -> Project:
    """The small project as the branch `main` has it; the work is on another."""
    project = copy_small_project(tmp_path / "small")
    start(project.root)
    git(project.root, "switch", "--quiet", "--create=work")
    return project


def review(project: Project, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(project.root), "review", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def shown(project: Project, *arguments: str) -> str:
    result = review(project, *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


SENTENCE = "Ulvholt thanked Verelin for the invitation, Osten reported [@osten-2019, para. 4]."


@pytest.fixture
def cited(repository: Project) -> Project:
    """The repository, whose `main` has one more sentence."""
    repository.write(PAGE, f"{repository.text(PAGE)}\n{SENTENCE}\n")
    git(repository.root, "commit", "--quiet", "--all", "--message=Say it")
    git(repository.root, "branch", "--force", "main")
    return repository


def test_without_a_change_there_is_nothing_to_review(repository: Project) -> None:
    assert "Nothing: no statement" in shown(repository)


def test_a_new_statement_stands_beside_its_paragraph(repository: Project) -> None:
    repository.write(PAGE, f"{repository.text(PAGE)}\n{NEW}")
    for text in (shown(repository), shown(repository, "HEAD"), shown(repository, "main")):
        assert f"{PAGE}:" in text
        assert ": new" in text
        assert "‹Verelin› congratulated ‹Ulvholt› on taking office" in " ".join(text.split())
        assert "osten-2019, para. 4:" in text
    # The same once it is committed; what the branch has of `main` is no part of it.
    git(repository.root, "commit", "--quiet", "--all", "--message=Say more")
    assert ": new" in shown(repository)
    assert "Nothing: no statement" in shown(repository, "HEAD")


def test_a_changed_statement_is_known_again(cited: Project) -> None:
    cited.change(PAGE, "Ulvholt thanked Verelin for", "That day Ulvholt thanked Verelin for")
    found = shown(cited)
    assert ": other words" in found
    assert "it was:\n    Ulvholt thanked Verelin" in found
    assert ": new" not in found
    assert "What left the site" not in found


def test_a_changed_citation_and_a_moved_statement(cited: Project) -> None:
    cited.change(PAGE, SENTENCE, SENTENCE.replace("para. 4", "para. 5"))
    assert ": other citation" in shown(cited)
    cited.change(PAGE, SENTENCE.replace("para. 4", "para. 5"), "")
    cited.write("docs/index.md", f"{cited.text('docs/index.md')}\n{SENTENCE}\n")
    found = shown(cited)
    assert f": moved from {PAGE}" in found
    assert "other words" not in found


def test_like_cells_of_other_articles_are_not_taken_for_one_another(cited: Project) -> None:
    cited.change(PAGE, SENTENCE, "")
    other = "Ulvholt thanked Verelin for the invitation, Osten reported [@meridian-2019, para. 4]."
    cited.write("docs/index.md", f"{cited.text('docs/index.md')}\n{other}\n")
    found = shown(cited)
    assert "moved" not in found
    assert ": new" in found
    assert "What left the site" in found


def test_what_left_the_site_is_told(cited: Project) -> None:
    cited.change(PAGE, SENTENCE, "")
    (cited.root / "docs/timeline.md").unlink()
    gone = " ".join(shown(cited).split()).partition("What left the site")[2]
    assert "The page timeline.md" in gone
    assert "Ulvholt thanked Verelin for the invitation" in gone


def test_stand_ins_and_waivers_come_first(repository: Project) -> None:
    stand_ins = "docs/_data/stand-ins.yml"
    line = '  - {ours: complimented, theirs: congratulated, in: "osten-2019, para. 4"}\n'
    repository.write(stand_ins, f"stand-ins:\n{line}")
    repository.write(
        PAGE,
        f"{repository.text(PAGE)}\nVerelin complimented Ulvholt on taking office, Osten reported "
        "[@osten-2019, para. 4]. <!-- waive name: for the test -->\n\n"
        "Nobody reads this.\n{: .no-claim }\n",
    )
    found = shown(repository)
    heads = [
        "New stand-ins",
        "New waivers",
        "New text that is said to make no claim",
        "Statements, new or changed",
    ]
    places = [found.index(head) for head in heads]
    assert places == sorted(places)
    assert "“complimented” for “congratulated”, in osten-2019, para. 4" in found
    assert "«complimented»" in found
    assert "«congratulated»" in found
    assert "name: for the test" in found
    assert "Nobody reads this." in found


def test_a_changed_article_shows_at_its_statements(repository: Project) -> None:
    article = repository.root / "seeds/osten-2019.txt"
    changed = article.read_text("utf-8").replace("Ulvholt", "Ulvholdt")
    article.write_text(changed, encoding="utf-8")
    record = (repository.root / "seeds/osten-2019.yml").read_text("utf-8")
    digest = hashlib.sha256(changed.encode()).hexdigest()
    repository.write("seeds/osten-2019.yml", re.sub(r"sha256: \S+", f"sha256: {digest}", record))
    assert "the cited text changed" in shown(repository)


def test_markdown_and_html_say_the_same(repository: Project) -> None:
    hostile = "Verelin thanked <script>alert(1)</script> Ulvholt, Osten reported"
    repository.write(PAGE, f"{repository.text(PAGE)}\n{NEW}\n`{hostile}` [@osten-2019, para. 4].\n")
    markdown = shown(repository, "--format", "markdown")
    assert "<i>Verelin</i> congratulated <i>Ulvholt</i>" in markdown
    assert "<script" not in markdown
    html = shown(repository, "--format", "html")
    assert '<mark class="name">Verelin</mark> congratulated' in html
    assert "<script" not in html
    assert html.startswith("<!doctype html>")
    # It is one file, which asks for no other.
    assert not re.search(r"\b(?:src|href|url)\b", html)
    open_tags: list[str] = []

    class Balance(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            open_tags.extend([] if tag == "meta" else [tag])

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Balance().feed(html)
    assert open_tags == []


def test_in_public_only_few_words_of_an_article_are_shown(
    repository: Project, library: Library
) -> None:
    for index, paragraph in enumerate(library.sources["osten-2019"].article.paragraphs):
        repository.write(
            PAGE,
            f"{repository.text(PAGE)}\nPoint {index} [@osten-2019, para. {paragraph.number}].\n",
        )
    at_home = " ".join(shown(repository).split())
    in_public = " ".join(shown(repository, "--public").split())
    body = [
        re.findall(r"\w+", paragraph.text) for paragraph in
        library.sources["osten-2019"].article.paragraphs
    ]  # fmt: skip
    most = library.limits.largest_quotation

    def longest_of(text: str) -> int:
        words = " ".join(re.findall(r"\w+", re.sub("[«»‹›]", "", text)))
        return max(
            size
            for paragraph in body
            for first in range(len(paragraph))
            for size in range(1, len(paragraph) - first + 1)
            if " ".join(paragraph[first : first + size]) in words
        )

    assert longest_of(at_home) > most >= longest_of(in_public)
    assert "(nothing of it is shown in public)" in in_public


def test_in_public_the_words_that_bear_on_a_statement_are_shown(repository: Project) -> None:
    repository.write(PAGE, f"{repository.text(PAGE)}\n{NEW}")
    told = " ".join(re.sub("[«»‹›]", "", shown(repository, "--public")).split())
    _, _, passage = told.partition("osten-2019, para. 4: ")
    assert "congratulated Ulvholt on taking office" in passage
    # The rest of the paragraph is not.
    assert "Milena Dorsch" not in passage
    assert "Milena Dorsch" in shown(repository)


def test_marks_are_on_whole_phrases(library: Library) -> None:
    entry = StandIn(ours="wanted back", theirs="asked for the return")
    ours = mark_ours("In 1911 Verelin wanted back the bell", library.names, [entry])
    assert ours == (
        Piece("In "), Piece("1911", "number"), Piece(" "), Piece("Verelin", "name"), Piece(" "),
        Piece("wanted back", "stand-in"), Piece(" the bell"),
    )  # fmt: skip
    theirs = mark_theirs("They asked for the return of it", library.names, [entry])
    assert Piece("asked for the return", "stand-in") in theirs
    assert mark_ours("", library.names, [entry]) == ()
    talks = StandIn(ours="met", theirs="hold in-person talks")
    hyphen = mark_theirs("The two will hold in-person talks.", library.names, [talks])
    assert Piece("hold in-person talks", "stand-in") in hyphen
    assert all(piece.text == piece.text.strip() for piece in hyphen if piece.kind)


# What cannot be reviewed.


def test_an_unknown_revision_and_one_that_is_an_option(repository: Project) -> None:
    result = review(repository, "no-such-branch")
    assert result.exit_code == 2
    assert "there is no commit 'no-such-branch' here" in result.output
    assert review(repository, "--", "--output=stolen").exit_code == 2
    assert not (repository.root / "stolen").exists()


def test_a_folder_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = copy_small_project(tmp_path / "small")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = review(project)
    assert result.exit_code == 2
    assert "not a git repository" in result.output


def test_git_must_be_there(repository: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = review(repository)
    assert (result.exit_code, "git must be installed" in result.output) == (2, True)


def test_without_a_main_branch_a_base_is_asked_for(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "small")
    start(project.root)
    git(project.root, "branch", "--move", "main", "other")
    result = review(project)
    assert result.exit_code == 2
    assert "there is no branch 'main': name a commit" in result.output
    assert "Nothing: no statement" in shown(project, "other")


def test_a_part_of_the_history_is_said_to_be_one(repository: Project, tmp_path: Path) -> None:
    git(repository.root, "commit", "--quiet", "--allow-empty", "--message=More")
    part = tmp_path / "part"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository.root}", str(part))
    result = review(Project(part), "main")
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.output


def test_a_base_without_pages_makes_everything_new(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("Nothing yet\n", encoding="utf-8")
    start(tmp_path)
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    found = shown(Project(tmp_path))
    assert "The source osten-2019" in found
    assert "The page talks/index.md" in found
    assert "What left the site" not in found


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "top/below")
    start(tmp_path / "top")
    repository_text = project.text(PAGE)
    project.write(PAGE, f"{repository_text}\n{NEW}")
    found = shown(project)
    assert ": new" in found
    assert found.count(": new") == 1


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 1), (signal.SIGTERM, 143)])
def test_nothing_stays_behind_when_it_is_interrupted(
    repository: Project, tmp_path: Path, sign: signal.Signals, code: int
) -> None:
    """The unpacking is made to wait, by a git that never ends once the folder is there."""
    temporary, tools = tmp_path / "temporary", tmp_path / "tools"
    temporary.mkdir()
    tools.mkdir()
    real = shutil.which("git")
    slow = tools / "git"
    slow.write_text(f'#!/bin/sh\n[ "$1" = archive ] && exec sleep 60\nexec {real} "$@"\n')
    slow.chmod(0o755)
    # A shell that runs the tests in the background has it ignored, and so would the process.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "build_tools", "--root", str(repository.root), "review"],
        env={**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
             "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(temporary.glob("review-*/docs")) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert list(temporary.glob("review-*/docs"))
    process.send_signal(sign)
    output, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Traceback" not in errors
    assert output == ""
    assert list(temporary.iterdir()) == []
