"""A new page: what is written, where, and what is refused with nothing written."""

import datetime
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from project import Project, git

from build_tools.__main__ import main
from build_tools.cli import new_page
from build_tools.files.navigation import add_to_navigation, check_navigation
from build_tools.files.site_config import load_site_config

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
    changes = yaml.safe_load(small_project.text("docs/_data/changes.yml"))["changes"]
    [entry] = [it for it in changes if it["page"] == "talks/second-bell.md"]
    assert entry["kind"] == "page"
    assert entry["date"] == datetime.date.today()


def test_a_page_of_no_folder_goes_before_the_sources(small_project: Project) -> None:
    assert run(small_project, "bells.md", *TEXTS).exit_code == 0
    nav = yaml.safe_load(small_project.text("mkdocs.yml"))["nav"]
    assert nav.index("bells.md") == nav.index({"Timeline": "timeline.md"}) + 1


def test_comments_and_line_ends_stay(small_project: Project) -> None:
    for name in ("mkdocs.yml", "docs/_data/changes.yml"):
        path = small_project.root / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    old = state(small_project)
    assert run(small_project, "bells", *TEXTS).exit_code == 0
    new = state(small_project)
    for name in ("mkdocs.yml", "docs/_data/changes.yml"):
        left = new[name].splitlines(keepends=True)
        for line in old[name].splitlines(keepends=True):
            left.remove(line)
        assert 1 <= len(left) <= 5
        assert b"\n" not in new[name].replace(b"\r\n", b"")
    assert {name for name in old if old[name] != new[name]} == {
        "mkdocs.yml",
        "docs/_data/changes.yml",
    }


def test_two_new_pages_do_not_collide(small_project: Project) -> None:
    """Their entries go to places of their own, so that two branches merge."""
    assert run(small_project, "bells", *TEXTS).exit_code == 0
    assert run(small_project, "talks/third", *TEXTS).exit_code == 0
    lines = small_project.text("docs/_data/changes.yml").split("\n")
    one, other = (lines.index(f"    page: {name}") for name in ("bells.md", "talks/third.md"))
    assert abs(one - other) > 5


def test_the_new_pages_of_two_branches_merge(small_project: Project) -> None:
    root = small_project.root
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Begin")
    for name in ("bells", "talks/third"):
        git(root, "switch", "--quiet", "--create", name, "main")
        assert run(small_project, name, *TEXTS).exit_code == 0
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message=Add a page")
    git(root, "merge", "--quiet", "--no-edit", "bells")
    assert ": 0 problems" in findings(small_project)
    assert "page: bells.md" in small_project.text("docs/_data/changes.yml")


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


def test_wrong_texts_and_changes_are_refused(small_project: Project) -> None:
    before = state(small_project)
    assert run(small_project, "bells", "--title", "a\nb", "--description", "c").exit_code == 2
    assert state(small_project) == before
    small_project.write("docs/_data/changes.yml", "changes: [\n")
    before = state(small_project)
    assert run(small_project, "bells", *TEXTS).exit_code == 1
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
    # What the page says may be checked before anything leads to it.
    alone = findings(small_project, "docs/talks/third.md")
    assert "nav: " not in alone
    assert " elsewhere, " in alone


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
    new, before = add_to_navigation(load_site_config(small_project.root), "bells.md")
    assert before == "timeline.md"
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
