"""The command line: what is reported, what is found, and the code that each command ends with."""

import ast
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fixture_types import Golden, ReadPage
from project import ROOT, SMALL, Project, copy_small_project

from build_tools.__main__ import main
from build_tools.assembly import ALL_RULES as RULES
from build_tools.checks.count import check_count, check_nothing
from build_tools.checks.quotation import check_quotation
from build_tools.ledger import Ledger
from build_tools.sources.library import Library

GOOD = "The Harbour Post wrote that they met for 90 minutes [@harbour-post-2015, para. 2].\n"
MISQUOTED = (
    'The bell was "taken away by Kestrian sailors", Orlavia says in The Harbour Post '
    '[@harbour-post-2015, para. 3, "during the Straits War of 1911"].\n'
)
UNREAD = "![The talks: [@harbour-post-2015, para. 2]](talks.svg)\n{: .no-claim }\n"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """The invented articles and names, with one good page and one that cites them wrongly."""
    shutil.copy(SMALL / "mkdocs.yml", tmp_path)
    shutil.copytree(SMALL / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "seeds/TEMPLATE.yml", tmp_path / "seeds")
    # Without the dated changes, which name other pages.
    without = shutil.ignore_patterns("changes")
    shutil.copytree(SMALL / "docs/_data", tmp_path / "docs/_data", ignore=without)
    project = Project(tmp_path)
    # The navigation names other pages as well.
    config = project.text("mkdocs.yml")
    project.write("mkdocs.yml", config[: config.index("nav:\n")] + "plugins: []\n")
    project.write("docs/good.md", GOOD)
    project.write("docs/folder/talks.svg", "<svg/>")
    project.write("docs/folder/wrong.md", f"---\ntitle: Wrong\n---\n\n{MISQUOTED}\n{UNREAD}")
    return project


def run(project: Project, *arguments: str) -> Result:
    result = CliRunner().invoke(
        main, ["--root", str(project.root), *arguments], prog_name="python -m build_tools"
    )
    # `sys.exit` is how a command ends; any other exception would be a traceback.
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def findings(project: Project, *arguments: str) -> list[tuple[str, str]]:
    """Return path and code of all that `check` reports."""
    document = json.loads(run(project, "check", "--format", "json", *arguments).stdout)
    return [(found["path"], found["code"]) for found in document["findings"]]


# check


def test_check_in_text(small: Project, golden: Golden) -> None:
    small.change("seeds/osten-2019.yml", "language: en", "langauge: en")
    small.write("docs/good.md", f"{GOOD}\nOsten reported the call [@osten-2019, para. 1].\n")
    result = run(small, "check", "--select", "quotation,count", "--select", "record,source")
    golden(result.output, "check.txt")
    assert result.exit_code == 1


def test_check_tells_how_pages_read(small: Project) -> None:
    result = run(small, "check", "docs/good.md", "--reading")
    # Ten words in one sentence, which names its outlet and has one marker.
    assert re.search(r"^docs/good\.md +10 +10\.0 +10\.0 +10\.0$", result.output, re.MULTILINE)
    assert "docs/folder/wrong.md" not in result.output
    assert re.search(r"^together +10 ", result.output, re.MULTILINE)
    of_all = run(small, "check", "docs", "--reading").output
    assert re.search(r"^docs/folder/wrong\.md +\d", of_all, re.MULTILINE)
    assert "How the pages read" not in run(small, "check").output
    # Nothing is read below seeds/, and other programs have no use for a table.
    assert "How the pages read" not in run(small, "check", "seeds", "--reading").output
    assert run(small, "check", "--reading", "--format", "json").exit_code == 2


def test_check_reports_all_or_what_is_asked_for(small: Project) -> None:
    wrong = "docs/folder/wrong.md"
    all_of_it = [(wrong, "quotation"), (wrong, "quotation"), (wrong, "count")]
    assert findings(small) == all_of_it
    for path in ("docs", "docs/folder", "docs/folder/", wrong, str(small.root / wrong), "."):
        assert findings(small, path) == all_of_it, path
    assert findings(small, "docs/good.md", "seeds/harbour-post-2015.yml") == []
    assert findings(small, "docs/good.md", "docs/folder") == all_of_it
    assert findings(small, "--select", "count") == all_of_it[2:]
    assert findings(small, "--ignore", "count, name") == all_of_it[:2]
    assert findings(small, "--select", "count,quotation", "--ignore", "quotation") == all_of_it[2:]


def test_check_ends_by_what_it_reports(small: Project) -> None:
    assert run(small, "check").exit_code == 1
    assert run(small, "check", "docs/good.md").exit_code == 0
    assert run(small, "check", "--select", "name").exit_code == 0


def test_a_path_is_taken_from_here_or_from_the_root(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.root / "docs")
    assert len(findings(small, "folder/wrong.md")) == 3
    assert len(findings(small, "docs/folder/wrong.md")) == 3


def test_what_cannot_be_checked_does_not_fail(small: Project) -> None:
    small.write("docs/folder/wrong.md", "Osten wrote so [@osten-2019, para. 1].\n")
    small.change("seeds/osten-2019.yml", "language: en", "langauge: en")
    result = run(small, "check", "--select", "source")
    assert result.exit_code == 0
    assert "Cannot be checked, and needs a person:\n\ndocs/folder/wrong.md:1:" in result.output
    assert "0 problems here, 1 elsewhere, 1 cannot be checked" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "docs/godo.md"], "at 'docs/godo.md': did you mean 'docs/good.md'?"),
        (["check", "mkdocs.yaml"], "did you mean 'mkdocs.yml'?"),
        (["check", "/etc/passwd"], "nothing is checked at '/etc/passwd'"),
        (["check", "seeds/TEMPLATE.yml"], "nothing is checked at 'seeds/TEMPLATE.yml'"),
        (["check", "--select", "quotaton"], "did you mean 'quotation'?"),
        (["check", "--ignore", "nmae,count"], "did you mean 'name'?"),
        (["check", "--select", ""], "there is no code ''"),
        (["check", "--select", "name", "--ignore", "name"], "nothing is left to report"),
        (["check", "--format", "jsn"], "did you mean 'json'?"),
        (["explain", "quotations"], "did you mean 'quotation'?"),
        (["show", "ostn-2019"], "did you mean 'osten-2019'?"),
        (["show", "osten"], "did you mean 'osten-2019'?"),
        (["find", "bell", "--source", "meridan-2019"], "did you mean 'meridian-2019'?"),
        (["find", '""'], "give words to look for"),
        (["fnd", "bell"], "Did you mean 'find'?"),
        (["--root", "nowhere", "check"], "nowhere"),
        (["check", "--fast"], "No such option"),
    ],
)  # fmt: skip
def test_wrong_usage_is_answered_with_the_nearest_right_one(
    small: Project, arguments: list[str], said: str
) -> None:
    result = run(small, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_the_help_shows_the_words_of_an_option_where_they_are_few(small: Project) -> None:
    assert "--format [text|github|gitlab|json|sarif]" in run(small, "check", "--help").output
    assert "[CODE]" in run(small, "explain", "--help").output


# Nothing may be left out of a check.


@pytest.mark.parametrize("arguments", [[], ["--select", "name"], ["docs/_data"]])
def test_a_check_of_nothing_fails(small: Project, arguments: list[str]) -> None:
    small.write("docs/good.md", "Nothing is cited here.\n{: .no-claim }\n")
    (small.root / "docs/folder/wrong.md").unlink()
    result = run(small, "check", *arguments)
    assert result.exit_code == 1
    assert "nothing: there must be citations to check; 1 pages have none" in result.output


def test_a_folder_of_any_name_is_read_in_any_locale(tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONPATH": str(ROOT)}
    project = Project(copy_small_project(tmp_path / "Беринг é").root, plain)
    project.write("docs/ō.md", "# Ō\n\nThe call lasted 36 minutes [@osten-2019, para. 2].\n")
    done = project.run("build_tools", "check")
    assert done.returncode == 1, done.output
    assert re.search(r"^docs/ō.md:3:\d+: number: ", done.output, re.MULTILINE), done.output


def test_a_check_without_pages_or_sources_fails(small: Project) -> None:
    shutil.rmtree(small.root / "docs")
    assert run(small, "check").exit_code == 1
    shutil.rmtree(small.root / "seeds")
    result = run(small, "check")
    assert result.exit_code == 1
    assert "0 sources, 0 pages, 0 statements, 0 citations: 2 problems" in result.output


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - build_tools.markdown_extension", "  - build_tools.markdown_extension\n  - nowhere"),
        ("markdown_extensions:\n", "markdown_extensions: all\nothers:\n"),
        ("plugins: []\n", "docs_dir: /\n"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_is_a_problem(small: Project, old: str, new: str) -> None:
    small.change("mkdocs.yml", old, new)
    for name in ("text", "github", "gitlab", "json", "sarif"):
        result = run(small, "check", "--format", name)
        assert result.exit_code == 1
        assert "config" in result.output


def test_all_citations_of_all_pages_are_counted(manuscript: Ledger, library: Library) -> None:
    pages = manuscript.pages.values()
    assert [it for page in pages for it in check_count.run(page, library)] == []
    assert list(check_nothing.run(list(manuscript.pages.values()), library)) == []


@pytest.mark.parametrize(
    "text",
    [
        UNREAD,
        "A picture: ![@osten-2019](a.png)",
    ],
)
def test_a_citation_that_is_not_read_is_counted(
    read_page: ReadPage, library: Library, text: str
) -> None:
    (problem,) = check_count.run(read_page(f"{GOOD}\n{text}\n"), library)
    assert (problem.place.line, problem.place.column) == (3, text.index("@") + 1)
    assert "has 2" in problem.message
    assert "have 1" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "`[@osten-2019, para. 3]` and ``a ` @osten-2019``",
        "```\n[@osten-2019, para. 3]\n```",
        "> ~~~ yaml\n> @osten-2019\n> ~~~",
        "<!-- [@osten-2019, para. 3] -->",
        "name@osten-2019, \\@osten-2019, https://example.com/@osten-2019, @osten-2019s",
        "Malformed [@osten-2019, p. 3].",
        "- A list [@meridian-2019, para. 3]; [@{osten-2019}, para. 4].\n\n"
        "    @osten-2019 [para. 4].",
    ],
)
def test_what_is_no_citation_is_not_counted(
    read_page: ReadPage, library: Library, text: str
) -> None:
    page = read_page(f"{GOOD}\n{text}\n\n{{: .no-claim }}\n")
    assert list(check_count.run(page, library)) == []


def test_the_examples_of_the_counts(read_page: ReadPage, library: Library) -> None:
    assert list(check_count.run(read_page(check_count.fails), library))
    assert not list(check_count.run(read_page(check_count.passes), library))
    assert list(check_nothing.run([read_page(check_nothing.fails)], library))
    assert not list(check_nothing.run([read_page(check_nothing.passes)], library))


# explain


def test_every_code_that_a_problem_is_given_is_explained() -> None:
    """Outside checks, whose own codes are explained by what they are made of."""
    given = set()
    for path in (ROOT / "build_tools").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                given |= {a.value for a in node.args[1:2] if isinstance(a, ast.Constant)}
    assert len(given) > 5
    assert given <= RULES.keys()


@pytest.mark.parametrize("code", RULES)
def test_explain_says_rule_mend_and_both_examples(small: Project, code: str) -> None:
    rule = RULES[code]
    result = run(small, "explain", code)
    assert result.exit_code == 0
    assert rule.rule.endswith(".")
    for said in (rule.rule, rule.fix, rule.fails.split("\n")[0], rule.passes.split("\n")[-1]):
        assert said in result.output
    assert ("cannot be waived" in result.output) is not rule.waivable


def test_explain_without_a_code_lists_all(small: Project) -> None:
    result = run(small, "explain")
    assert result.exit_code == 0
    assert set(re.findall(r"^[\w-]+", result.output, re.MULTILINE)) == RULES.keys()


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("citation", "docs/good.md"),
        ("waiver", "docs/good.md"),
        ("markup", "docs/good.md"),
        ("block", "docs/good.md"),
        ("islands", "docs/_data/islands.yml"),
        ("measurements", "docs/_data/altered-facts.yml"),
        ("counted-words", "docs/_data/counted-words.yml"),
        ("front-matter", "docs/good.md"),
        ("names", "docs/_data/names.yml"),
        ("config", "mkdocs.yml"),
    ],
)
def test_the_examples_of_what_is_read(small: Project, code: str, path: str) -> None:
    rule = RULES[code]
    for example, found in ((rule.fails, True), (rule.passes, False)):
        small.write(path, f"{example}\n")
        assert (code in [code for _, code in findings(small)]) is found


# show


def test_show_in_text(small: Project, golden: Golden) -> None:
    result = run(small, "show", "osten-2019")
    golden(result.output, "show.txt")
    assert result.exit_code == 0


def test_show_says_why_a_source_does_not_load(small: Project) -> None:
    small.change("seeds/osten-2019.yml", "language: en", "langauge: en")
    result = run(small, "show", "osten-2019")
    assert result.exit_code == 1
    assert "seeds/osten-2019.yml:" in result.stderr
    assert run(small, "show", "meridian-2019").exit_code == 0


# find


def test_find_gives_every_paragraph_with_its_citation(small: Project, golden: Golden) -> None:
    result = run(small, "find", "two of the three bells")
    golden(result.output, "find.txt")
    assert result.exit_code == 0


def test_find_gives_the_nearest_passages_where_there_is_no_match(
    small: Project, golden: Golden
) -> None:
    result = run(small, "find", "give over two of three bells")
    golden(result.output, "find-nearest.txt")
    assert result.exit_code == 1


def test_find_looks_in_one_source_when_asked(small: Project) -> None:
    result = run(small, "find", "--source", "osten-2019", "two", "of", "the", "three", "bells")
    assert re.findall(r"@[\w-]+", result.output) == ["@osten-2019"]
    nowhere = run(small, "find", "--source", "osten-2019", "qqqq zzzz")
    assert (nowhere.exit_code, nowhere.output) == (1, "No paragraph has these words.\n\n")


@pytest.mark.parametrize(
    "words",
    [
        "canal tolls",
        "HALMOND — Kestrian",
        "HALMOND -- Kestrian",
        "Verelin [...] Ulvholt",
        "[j]oint",
        "will not wait",
        "a purchase.\"",
    ],
)  # fmt: skip
def test_a_citation_that_find_gives_passes_the_check(
    small: Project, read_page: ReadPage, library: Library, words: str
) -> None:
    result = run(small, "find", words)
    citations = [line for line in result.output.split("\n") if line.startswith("[@")]
    assert result.exit_code == 0
    assert citations
    for citation in citations:
        (statement,) = read_page(f"So it says {citation}.").statements
        assert list(check_quotation.run(statement, library)) == []
