"""The forms and settings for those who contribute: well formed, and true to the project."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from measured import run_measured
from project import ROOT

from build_tools.cli.selection import checked_paths
from build_tools.files.repository import GITHUB, GITLAB
from build_tools.files.site_config import load_site_config

FORMS = [
    path for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
    if path.stem != "config"
]  # fmt: skip


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-issue-forms", FORMS),
        ("github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_each_form_is_what_github_reads(schema: str, files: list[Path]) -> None:
    pytest.importorskip("check_jsonschema")
    assert files
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", f"--builtin-schema=vendor.{schema}",
         *map(str, files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_a_report_from_a_page_fills_in_a_field_of_the_form() -> None:
    template = GITHUB.issue.partition("?template=")[2]
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / template).read_text("utf-8"))
    assert GITHUB.text in [field.get("id") for field in form["body"]]
    # The others have no form of ours: they take what every issue has.
    assert "template" not in GITLAB.issue


def test_the_owners_of_files_that_are_there() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    assert rules
    for path, *owners in rules:
        assert (ROOT / path.lstrip("/")).exists()
        # A rule without an owner would take owners away.
        assert owners


def test_the_owner_that_is_to_be_named_is_nobody() -> None:
    text = (ROOT / ".github/CODEOWNERS").read_text("utf-8")
    placeholder = "@-owner-"
    assert placeholder in text
    # The name of an account has letters and digits, joined by single hyphens.
    assert not re.fullmatch(r"@[a-z0-9]+(?:-[a-z0-9]+)*", placeholder, re.IGNORECASE)
    assert placeholder in (ROOT / ".github/workflows/publish.yml").read_text("utf-8")


def test_what_the_list_for_a_request_names_is_there() -> None:
    text = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert text.count("- [ ] ") >= 5
    named = [name for name in re.findall(r"`([\w./-]+)`", text) if "/" in name or "." in name]
    assert named
    assert all((ROOT / name).exists() for name in named)


def test_hooks_before_a_commit_take_what_check_takes() -> None:
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    hooks = {hook["id"]: hook for hook in repository["hooks"]}
    evidence = hooks["evidence"]
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    if not listed:
        pytest.skip("this is no checkout of git")
    taken = {path for path in listed if re.search(evidence["files"], path)}
    taken -= {path for path in taken if re.search(evidence["exclude"], path)}
    assert {"docs/index.md", "docs/_data/names.yml", "mkdocs.yml"} <= taken
    assert taken <= checked_paths(load_site_config(ROOT))
    assert all(hook["entry"].startswith(".venv/bin/") for hook in hooks.values())


def test_a_commit_of_one_page_waits_a_third_of_the_time_for_all(tmp_path: Path) -> None:
    """Where the pages were checked before: of the whole site only what has changed is read."""
    for part in ("docs", "seeds"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    entry = next(hook["entry"] for hook in repository["hooks"] if hook["id"] == "evidence")
    _, *command = entry.split()

    def cpu(*arguments: str) -> float:
        whole = [sys.executable, *command, *arguments]
        done = run_measured(whole, tmp_path, {"PYTHONPATH": str(ROOT)})
        assert done.returncode == 0, done.output
        return done.cost.seconds

    page = tmp_path / "docs/people.md"
    all_pages = cpu()
    edited = []
    for _ in range(2):
        page.write_text(f"{page.read_text('utf-8')}\n<!-- To be said better. -->\n", "utf-8")
        edited.append(cpu("docs/people.md"))
    # Some quarter of it, most of which is the start.
    assert min(edited) < all_pages / 3


def test_the_container_makes_what_the_makefile_has() -> None:
    text = (ROOT / ".devcontainer/devcontainer.json").read_text("utf-8")
    settings = json.loads(re.sub(r"^//.*$", "", text, flags=re.MULTILINE))
    target = settings["postCreateCommand"].removeprefix("make ")
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    assert f"\n{target}:" in makefile
    version = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text())
    assert version
    assert f"python:{version[1]}-" in settings["image"]


def test_updates_are_looked_for_where_versions_are_pinned() -> None:
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    folders = {update["package-ecosystem"]: update["directory"] for update in updates}
    assert folders == {"github-actions": "/", "pip": "/requirements"}
    assert list((ROOT / "requirements").glob("*.txt"))


def test_the_code_of_conduct_is_one_page() -> None:
    text = (ROOT / "CODE_OF_CONDUCT.md").read_text("utf-8")
    assert len(text.split()) < 500
    assert "@" not in text, "no address of a person"
