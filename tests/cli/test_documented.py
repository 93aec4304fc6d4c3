"""README tells of every command and of every option: what nobody reads of, nobody uses."""

import re

import click
import pytest
from click.testing import CliRunner
from every_command import COMMANDS
from project import ROOT, Project

from build_tools.__main__ import main

README = (ROOT / "README.md").read_text("utf-8")
OPTIONS = [
    (name, option)
    for name, command in (("", main), *COMMANDS.items())
    for parameter in command.params
    if isinstance(parameter, click.Option) and "--help" not in parameter.opts
    for option in parameter.opts
    if option.startswith("--")
]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"`python -m build_tools {re.escape(name)}[ `]", README)


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_each_option_is_told_of_where_its_command_is(name: str, option: str) -> None:
    paragraphs = [it for it in re.split(r"\n\n|\n(?=\|)", README) if not name or name in it]
    assert any(re.search(rf"{option}(?![\w-])", it) for it in paragraphs)


def test_each_target_of_make_is_told_of() -> None:
    told = README + (ROOT / "MAINTAINING.md").read_text("utf-8")
    [targets] = re.findall(r"(?m)^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"))
    assert [it for it in targets.split() if not re.search(rf"`make {it}[ `]", told)] == []


def test_the_readme_has_no_command_that_is_not_there() -> None:
    told = set(re.findall(r"python -m build_tools ([\w-]+)", README))
    assert told <= COMMANDS.keys()


def test_the_finding_that_the_guide_shows_is_what_check_says(small_project: Project) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    [shown] = re.findall(r"(?ms)^```text\n(docs/page\.md:.*?)\n```$", guide)
    [number, sentence] = re.findall(r"(?m)^ *(\d+) \| (.*\S)$", shown)[0]
    head = ["---", "title: A page", "---"]
    above = "\n".join([*head, *[""] * (int(number) - len(head) - 1)])
    small_project.write("docs/page.md", f"{above}\n{sentence}\n")
    done = CliRunner().invoke(
        main, ["--root", str(small_project.root), "check", "docs/page.md", "--select", "number"]
    )
    assert done.output.startswith(f"{shown}\n")


def test_a_sentence_is_corrected_in_at_most_three_commands() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = guide.partition("## Correct a sentence")[2].partition("\n## ")[0]
    commands = re.findall(r"`((?:make|git|python|pip|npx?) [^`]+)`", section)
    assert "make serve" in commands
    assert len(commands) <= 3, commands
    assert not any(re.match("make (?!serve)|python", command) for command in commands)
