"""A draft: what is written, that it says what is left to write, and what is refused."""

import re

import pytest
from click.testing import CliRunner, Result
from fixture_types import ReadPage
from project import ROOT, Project

from build_tools.__main__ import main
from build_tools.cli.draft import as_comment, render_draft
from build_tools.pages.refused_markup import is_comment
from build_tools.sources.library import Library, load_library

DRAFT = "docs/_drafts/osten-2019.md"


def run(project: Project, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(project.root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def codes(result: Result) -> list[str]:
    return re.findall(r"^docs/\S+: ([\w-]+): ", result.output, re.MULTILINE)


def test_a_draft_has_each_paragraph_with_its_citation(
    small_project: Project, library: Library
) -> None:
    result = run(small_project, "draft", "osten-2019")
    assert result.exit_code == 0, result.output
    assert DRAFT in result.output
    text = small_project.text(DRAFT)
    paragraphs = library.sources["osten-2019"].article.paragraphs
    for paragraph in paragraphs:
        words = " ".join(text.split())
        assert paragraph.text in words
        assert f"\n[@osten-2019, para. {paragraph.number}].\n" in text


def test_the_site_is_none_the_worse_for_a_draft(small_project: Project) -> None:
    run(small_project, "draft", "osten-2019")
    result = run(small_project, "check")
    assert (result.exit_code, codes(result)) == (0, [])
    assert "7 pages" in result.output


@pytest.mark.parametrize("path", [DRAFT, "docs/_drafts"])
def test_a_draft_checked_by_its_path_says_what_is_left_to_write(
    small_project: Project, path: str
) -> None:
    run(small_project, "draft", "osten-2019")
    result = run(small_project, "check", path)
    # One finding for each citation that follows nothing, and none for what it would need besides.
    assert codes(result) == ["uncited"] * 10
    small_project.change(
        DRAFT,
        "[@osten-2019, para. 2]",
        "The call lasted 53 minutes, Osten reported [@osten-2019, para. 2]",
    )
    assert sorted(codes(run(small_project, "check", path))) == ["number", *["uncited"] * 9]


def test_the_keys_of_an_event_say_what_is_left_to_fill_in(small_project: Project) -> None:
    run(small_project, "draft", "osten-2019", "--event")
    text = small_project.text(DRAFT)
    assert (
        'stated: "It was on 16 May 2019, Osten News Agency reported [@osten-2019, para. 1]."'
        in text
    )
    assert '"The tolls": ' in text
    found = codes(run(small_project, "check", DRAFT))
    assert found == ["event"] * 3 + ["uncited"] * 10
    small_project.change(DRAFT, "name: ", "nmae: ")
    assert codes(run(small_project, "check", DRAFT))[0] == "front-matter"


def test_stand_ins_are_asked_for_in_a_draft(small_project: Project) -> None:
    small_project.write(DRAFT, "The envoys applauded, Osten reported [@osten-2019, para. 2].\n")
    result = run(small_project, "stand-in", DRAFT)
    assert result.exit_code == 1
    assert "applauded" in result.output


def test_nothing_is_written_over(small_project: Project) -> None:
    small_project.write(DRAFT, "mine")
    result = run(small_project, "draft", "osten-2019")
    assert (result.exit_code, small_project.text(DRAFT)) == (2, "mine")
    assert "is there already" in result.output


def test_what_cannot_be_written_is_said(small_project: Project) -> None:
    drafts = small_project.root / "docs/_drafts"
    drafts.symlink_to(small_project.root / "nowhere")
    result = run(small_project, "draft", "osten-2019")
    assert result.exit_code == 2
    assert "must be one that can be written" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draft", "osten-2091"], "did you mean 'osten-2019'?"),
        (["check", "docs/_drafts/none.md"], "nothing is checked at"),
        (["check", "docs/_data/none.md"], "nothing is checked at"),
    ],
)
def test_bad_input_has_a_clear_error(
    small_project: Project, arguments: list[str], said: str
) -> None:
    result = run(small_project, *arguments)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize(
    "text",
    ["a --> b", "a <!-- b", "a --!> b", "a -- b", "```js", "~~~", "a\u200bb\u00a0c", "ends -"],
)
def test_any_words_make_one_comment(text: str) -> None:
    comment = f"<!-- x:\n\n{as_comment(text)} -->"
    assert is_comment(comment)
    assert "```" not in comment
    assert "\u200b" not in comment


def test_drafts_on_the_articles_of_this_site_have_only_plain_text(read_page: ReadPage) -> None:
    library = load_library(ROOT / "seeds")
    for source in library.sources.values():
        text = render_draft(source, points=None)
        page = read_page(text, library)
        assert page.problems == ()
        assert not any(statement.says_something for statement in page.statements)
        assert len(page.statements) == len(source.article.paragraphs)
