"""What mkdocs.yml says, and where it says it wrongly."""

import json
from pathlib import Path

import pytest
from project import ROOT, SMALL

from build_tools.files.limits import Limits
from build_tools.files.repository import Repository
from build_tools.files.site_config import CITATIONS, load_site_config
from build_tools.problems import InputProblems, Problem

EXTENSIONS = (
    f"markdown_extensions:\n  - admonition\n  - toc: {{permalink: true}}\n  - {CITATIONS}\n"
)


def write(root: Path, text: str) -> Path:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return root


def problems_of(root: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputProblems) as raised:
        load_site_config(write(root, text))
    return raised.value.problems


def test_what_is_read(tmp_path: Path) -> None:
    limits = "extra:\n  evidence:\n    largest_quotation: 12\n    largest_share: 0.1\n"
    config = load_site_config(write(tmp_path, f"docs_dir: pages\n{EXTENSIONS}{limits}"))
    assert (config.docs, config.seeds) == (tmp_path / "pages", tmp_path / "seeds")
    assert config.extensions == ("toc", "tables", "fenced_code", "admonition", CITATIONS)
    assert config.extension_configs["toc"] == {"permalink": True}
    assert config.limits == Limits(largest_quotation=12, largest_share=0.1)


@pytest.mark.parametrize("extra", ["", "extra:\n", "extra:\n  evidence:\n", "extra: {a: b}\n"])
def test_limits_go_without_saying(tmp_path: Path, extra: str) -> None:
    assert load_site_config(write(tmp_path, EXTENSIONS + extra)).limits == Limits()


@pytest.mark.parametrize("root", [ROOT, SMALL])
def test_a_whole_project_loads(root: Path) -> None:
    config = load_site_config(root)
    assert config.docs == root / "docs"
    assert CITATIONS in config.extensions


@pytest.mark.parametrize(
    ("limit", "message", "hint"),
    [
        ("largest_quotation: many", "must be a whole number", "found 'many'"),
        ("largest_share: a fifth", "must be a number", "found 'a fifth'"),
        ("longest_sentense: 20", "'longest_sentense' must be a known one", "'longest_sentence'?"),
    ],
)
def test_a_wrong_limit_is_a_problem_at_its_line(
    tmp_path: Path, limit: str, message: str, hint: str
) -> None:
    text = (
        f"{EXTENSIONS}extra:\n  generator: false\n  evidence:\n    longest_copy: 9\n    {limit}\n"
    )
    [problem] = problems_of(tmp_path, text)
    line = text[: text.index(limit)].count("\n") + 1
    assert (str(problem.place), problem.code) == (f"mkdocs.yml:{line}:5", "config")
    assert message in problem.message
    assert hint in problem.hint


def test_limits_must_be_a_mapping(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, f"{EXTENSIONS}extra:\n  evidence: [9]\n")
    assert "must be a mapping" in problem.message
    assert problem.place.line == 6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a list\n", "must be a mapping"),
        ("markdown_extensions: toc\n", "markdown_extensions must be a list"),
        ("markdown_extensions: [toc]\n", f"must list {CITATIONS}"),
        ("site_name: [\n", "must parse"),
        (f"{EXTENSIONS}docs_dir: /elsewhere\n", "docs_dir must be a folder below"),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, text: str, message: str) -> None:
    [problem] = problems_of(tmp_path, text)
    assert problem.code == "config"
    assert message in problem.message


def test_there_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(InputProblems, match=r"there must be a mkdocs\.yml here"):
        load_site_config(tmp_path)


def test_the_repository_is_an_address(tmp_path: Path) -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    given = text.replace('!ENV [REPOSITORY_URL, ""]', '"javascript:alert(1)"')
    (tmp_path / "mkdocs.yml").write_text(given, encoding="utf-8")
    with pytest.raises(InputProblems, match=r"REPOSITORY_URL, must be https://, a host and a path"):
        load_site_config(tmp_path)
    right = text.replace('!ENV [REPOSITORY_URL, ""]', '"https://example.org/a/b"')
    (tmp_path / "mkdocs.yml").write_text(right, encoding="utf-8")
    assert load_site_config(tmp_path).repository == Repository("https://example.org/a/b")


def test_a_language_that_no_check_reads_is_refused(tmp_path: Path) -> None:
    listed = "markdown_extensions:\n  - build_tools.markdown_extension\n"
    (tmp_path / "mkdocs.yml").write_text(f"theme: {{name: material, language: ja}}\n{listed}")
    with pytest.raises(
        InputProblems, match=r"theme\.language must be one that the checks can read"
    ):
        load_site_config(tmp_path)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("site_name: <img src=x onerror=alert(1)>", "'site_name': must not have “<”"),
        ("site_name: '&lt;b'", "'site_name': must have each character as itself"),
        ("site_description: 'x\" onload=\"y'", "'site_description': must have “ and ”"),
        ("copyright: <script>", "'copyright': must not have “<”"),
        ("nav: [{'<b>': index.md}]", "'nav': must not have “<”"),
        ("nav: [{a: [{'<b>': index.md}]}]", "'nav': must not have “<”"),
        ("extra: {subject: '<b>'}", "'extra': must not have “<”"),
        ("site_url: 'https://e.org/\"x'", "site_url, or SITE_URL, must be"),
        ("site_url: https://e.org/d'arcy/", "(' is %27)"),
        ("site_url: 'javascript:alert(1)'", "site_url, or SITE_URL, must be"),
        ("site_url: 'https://e.org:x/'", "site_url, or SITE_URL, must be"),
        ("site_url: 'https://good@evil.org/'", "site_url, or SITE_URL, must be"),
        ("a: &a [x]\nb: *a", "the YAML must have no alias"),
    ],
)
def test_what_the_theme_would_put_into_a_page_as_it_is(
    tmp_path: Path, given: str, message: str
) -> None:
    [problem] = problems_of(tmp_path, f"{EXTENSIONS}{given}\n")
    assert message in problem.message


@pytest.mark.parametrize(
    "given",
    [
        "site_name: Fish & Chips: “Ō”", "site_description: D'Arcy – Курилы", "copyright: © AT&T",
        "site_url: https://e.org/a-b/c%20d%27/", "site_url: http://127.0.0.1:8000/", "site_url: ''",
        "site_url: http://[::1]:8000/", "nav: [{'北方領土 & more': index.md}, a.md]",
    ],
)  # fmt: skip
def test_honest_names_and_addresses_are_not_refused(tmp_path: Path, given: str) -> None:
    key, _, value = given.partition(": ")
    text = given if key == "nav" else f"{key}: {json.dumps(value)}" if value != "''" else given
    load_site_config(write(tmp_path, f"{EXTENSIONS}{text}\n"))
