"""A new page: what is written, where, and what is refused with nothing written."""

import datetime
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from project import ROOT, Project, git

from build_tools.__main__ import main
from build_tools.cli import new_page
from build_tools.files.navigation import add_to_navigation, check_navigation
from build_tools.files.site_config import load_site_config
from build_tools.lexicon.names import load_names
from build_tools.lexicon.stand_ins import load_stand_ins

TEXTS = ("--title", 'The "second" bell: a copy', "--description", "Who cast the second bell.")


def run(project: Project, *arguments: str, typed: str | None = None) -> Result:
    result = CliRunner().invoke(
        main, ["--root", str(project.root), "new-page", *arguments], input=typed
    )
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def state(project: Project) -> dict[str, bytes]:
    files = (path for path in project.root.rglob("*") if path.is_file())
    return {path.relative_to(project.root).as_posix(): path.read_bytes() for path in files}


def findings(project: Project, *paths: str) -> str:
    return CliRunner().invoke(main, ["--root", str(project.root), "check", *paths]).output


def test_a_new_page_has_all_that_a_page_must_have(small_project: Project) -> None:
    before = findings(small_project)
    assert ": 0 problems" in before
    result = run(small_project, "talks/second-bell", *TEXTS)
    assert result.exit_code == 0, result.output
    assert "docs/talks/second-bell.md" in result.output
    assert ": 0 problems" in findings(small_project)
    head = yaml.safe_load(small_project.text("docs/talks/second-bell.md").split("---\n")[1])
    assert head == {"title": TEXTS[1], "description": TEXTS[3]}
    nav = yaml.safe_load(small_project.text("mkdocs.yml"))["nav"]
    assert nav[1]["Talks"][-1] == "talks/second-bell.md"
    today = datetime.date.today()
    name = f"docs/_data/changes/{today}-page-talks-second-bell.yml"
    change = yaml.safe_load(small_project.text(name))
    assert (change["date"], change["kind"], change["page"]) == (
        today,
        "page",
        "talks/second-bell.md",
    )
    written = f"Written: docs/talks/second-bell.md, {name}, mkdocs.yml. "
    assert result.output.startswith(written)
    assert result.output.endswith("python -m build_tools check docs/talks/second-bell.md\n")


def test_a_page_of_no_folder_goes_before_the_sources(small_project: Project) -> None:
    assert run(small_project, "bells.md", *TEXTS).exit_code == 0
    nav = yaml.safe_load(small_project.text("mkdocs.yml"))["nav"]
    assert nav.index("bells.md") == nav.index({"Timeline": "timeline.md"}) + 1


def test_comments_and_line_ends_stay(small_project: Project) -> None:
    path = small_project.root / "mkdocs.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    old = state(small_project)
    assert run(small_project, "bells", *TEXTS).exit_code == 0
    new = state(small_project)
    left = new["mkdocs.yml"].splitlines(keepends=True)
    for line in old["mkdocs.yml"].splitlines(keepends=True):
        left.remove(line)
    assert left == [b"  - bells.md\r\n"]
    assert {name for name in old if old[name] != new[name]} == {"mkdocs.yml"}


def test_a_page_of_a_folder_that_is_listed_needs_no_line(small_project: Project) -> None:
    small_project.change("mkdocs.yml", "  - Timeline", "      - talks/\n  - Timeline")
    old = small_project.text("mkdocs.yml")
    result = run(small_project, "talks/second-bell", *TEXTS)
    assert (result.exit_code, "mkdocs.yml" in result.output) == (0, False)
    assert small_project.text("mkdocs.yml") == old
    assert ": 0 problems" in findings(small_project)


def begin(project: Project) -> Path:
    git(project.root, "init", "--quiet", "--initial-branch=main")
    shutil.copy(ROOT / ".gitattributes", project.root)
    git(project.root, "add", "--all")
    git(project.root, "commit", "--quiet", "--message=Begin")
    return project.root


def branch(project: Project, name: str, add: Callable[[], object]) -> None:
    """Let a branch of its own add something."""
    git(project.root, "switch", "--quiet", "--create", name, "main")
    add()
    git(project.root, "add", "--all")
    git(project.root, "commit", "--quiet", f"--message={name}")


def test_the_new_pages_of_two_branches_merge(small_project: Project) -> None:
    """Pages of one folder too, where the navigation has an entry for it."""
    small_project.change("mkdocs.yml", "  - Timeline", "      - talks/\n  - Timeline")
    root = begin(small_project)
    names = ("bells", "talks/third", "talks/fourth")
    for name in names:
        branch(small_project, name, partial(run, small_project, name, *TEXTS))
    git(root, "merge", "--quiet", "--no-edit", *names[:2])
    assert ": 0 problems" in findings(small_project)
    for name in names:
        assert (root / f"docs/{name}.md").exists()


def test_what_two_branches_add_to_a_list_merges(small_project: Project) -> None:
    """Stand-ins and names have a line for each, and both lines stay."""
    root = begin(small_project)
    pairs = {"one": ("fees", "tolls"), "other": ("row", "quarrel")}

    def add(ours: str, theirs: str) -> None:
        options = ["stand-in", "--ours", ours, "--theirs", theirs]
        done = CliRunner().invoke(main, ["--root", str(root), *options])
        assert done.exit_code == 0, done.output
        small_project.change(
            "docs/_data/names.yml", "people:\n", f"people:\n  - [{ours.title()}]\n"
        )

    for name, pair in pairs.items():
        branch(small_project, name, partial(add, *pair))
    git(root, "merge", "--quiet", "--no-edit", "one")
    stand_ins = load_stand_ins(root / "docs/_data/stand-ins.yml", "stand-ins.yml")
    assert stand_ins.problems == ()
    assert set(pairs.values()) <= {(it.ours, it.theirs) for it in stand_ins.entries}
    names = load_names(root / "docs/_data/names.yml", "names.yml")
    assert names.problems == ()
    assert {("Fees",), ("Row",)} <= set(names.file.people)


def test_the_title_and_the_description_are_asked_for(small_project: Project) -> None:
    result = run(small_project, "second-bell", typed="\nWho cast the second bell.\n")
    assert result.exit_code == 0, result.output
    assert 'title: "Second bell"' in small_project.text("docs/second-bell.md")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("timeline", "the name is taken, by 'timeline.md'"),
        ("timeline.md", "the name is taken, by 'timeline.md'"),
        ("talks", "the name is taken, by 'talks/index.md'"),
        ("timeline/index", "the name is taken, by 'timeline.md'"),
        ("evidence", "the name is taken, by 'evidence.md'"),
        ("sources/osten-2019", "the name is taken, by 'sources/osten-2019.md'"),
        ("New Page", "must be words in lower case"),
        ("../outside", "must be words in lower case"),
        ("/tmp/outside", "must be words in lower case"),
        ("_data/page", "must be words in lower case"),
        ("page.markdown", "must be words in lower case"),
        ("", "must be words in lower case"),
    ],
)
def test_a_name_that_is_taken_or_ill_formed(small_project: Project, name: str, why: str) -> None:
    before = state(small_project)
    result = run(small_project, name, *TEXTS)
    assert result.exit_code == 2
    assert why in result.output
    assert state(small_project) == before


def test_a_file_that_is_no_page_is_not_written_over(small_project: Project) -> None:
    small_project.write("docs/bells.mkd", "Something else.\n")
    (small_project.root / "docs/chimes.md").symlink_to("nowhere")
    for name in ("bells", "chimes"):
        result = run(small_project, name, *TEXTS)
        assert (result.exit_code, "the name is taken" in result.output) == (2, True)


@pytest.mark.parametrize("nav", ["nav: [index.md, timeline.md]\n", "nav: []\n", ""])
def test_a_navigation_that_no_line_can_be_added_to(small_project: Project, nav: str) -> None:
    text = small_project.text("mkdocs.yml")
    small_project.write("mkdocs.yml", text[: text.index("nav:\n")] + nav)
    before = state(small_project)
    result = run(small_project, "bells", *TEXTS)
    assert result.exit_code == 2
    assert "nav in mkdocs.yml must" in result.output
    assert state(small_project) == before


def test_wrong_texts_are_refused(small_project: Project) -> None:
    before = state(small_project)
    assert run(small_project, "bells", "--title", "a\nb", "--description", "c").exit_code == 2
    assert state(small_project) == before


def test_an_answer_that_does_not_come_writes_nothing(small_project: Project) -> None:
    before = state(small_project)
    assert run(small_project, "bells", typed="").exit_code == 1
    assert state(small_project) == before


def test_an_interruption_between_two_files_undoes_the_first(
    small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = state(small_project), Path.open

    def interrupted(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "mkdocs.yml" and arguments[:1] == ("w",):
            raise KeyboardInterrupt
        return real(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(new_page.Path, "open", interrupted)
    assert run(small_project, "bells", *TEXTS).exit_code == 1
    monkeypatch.undo()
    assert state(small_project) == before


# A page that the navigation does not have.


def test_a_page_that_is_not_listed_is_found_with_the_line_to_paste(small_project: Project) -> None:
    small_project.write("docs/talks/third.md", "# Third\n")
    [problem] = check_navigation(load_site_config(small_project.root))
    line = small_project.text("mkdocs.yml").split("\n").index("nav:") + 1
    assert (problem.place.path, problem.code) == ("mkdocs.yml", "nav")
    assert problem.hint == "- talks/third.md"
    assert f"mkdocs.yml:{line}:1: nav: 'talks/third.md' must" in findings(small_project)
    assert f"mkdocs.yml:{line}:1: nav: 'talks/third.md' must" in findings(
        small_project, "docs/talks/third.md"
    )
    assert "nav: " not in findings(small_project, "docs/talks/index.md")


def test_a_page_without_a_day_is_found_where_the_page_alone_is_checked(
    small_project: Project,
) -> None:
    small_project.write("docs/talks/third.md", "# Third\n")
    found = (
        "docs/_data/changes:1:1: changes: 'talks/third.md' must have a change of the kind 'page'"
    )
    assert found in findings(small_project, "docs/talks/third.md")
    assert "changes: " not in findings(small_project, "docs/talks/index.md")


def test_drafts_excluded_pages_and_a_site_without_a_navigation(small_project: Project) -> None:
    small_project.write("docs/_drafts/third.md", "# Third\n")
    small_project.write("docs/old/third.md", "# Third\n")
    small_project.change("mkdocs.yml", "nav:\n", "not_in_nav: /old/\nnav:\n")
    assert list(check_navigation(load_site_config(small_project.root))) == []
    text = small_project.text("mkdocs.yml")
    small_project.write("mkdocs.yml", text[: text.index("nav:\n")])
    small_project.write("docs/another.md", "# Another\n")
    assert list(check_navigation(load_site_config(small_project.root))) == []


def test_a_line_is_added_below_an_entry_of_several_lines(small_project: Project) -> None:
    small_project.change(
        "mkdocs.yml", "  - Timeline: timeline.md\n", "  - Timeline:\n      timeline.md\n"
    )
    new = add_to_navigation(load_site_config(small_project.root), "bells.md")
    assert "      timeline.md\n  - bells.md\n" in new


def test_a_page_on_an_event_has_its_keys_to_be_filled_in(small_project: Project) -> None:
    result = run(small_project, "talks/second-bell", *TEXTS, "--event", "osten-2019")
    assert result.exit_code == 0, result.output
    text = small_project.text("docs/talks/second-bell.md")
    assert "    is: 2019-05-16\n" in text
    assert '    "The tolls": "[@osten-2019, para. 1]"\n---\n' in text
    assert text.endswith("\n```event\n```\n")
    said = findings(small_project)
    assert "second-bell.md:8:5: event: 'kind.stated' must say what 'kind.is' gives" in said


def test_an_event_is_that_of_a_source_here(small_project: Project) -> None:
    before = state(small_project)
    result = run(small_project, "talks/second-bell", *TEXTS, "--event", "osten-2091")
    assert (result.exit_code, state(small_project)) == (2, before)
    assert "did you mean 'osten-2019'?" in result.output
