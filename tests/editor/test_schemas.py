"""The schemas are what the models say, and editors are led to them."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from every_command import COMMANDS
from jsonschema import Draft7Validator
from project import ROOT, SMALL, Project

from build_tools.__main__ import main
from build_tools.assembly import ALL_BLOCKS, DATA_MODELS
from build_tools.editor.schemas import (
    FOLDER,
    HEAD,
    RECORD,
    make_editor_files,
    schema_of_data,
    write_editor_files,
)
from build_tools.files.text_files import read_text

TEMPLATE = (ROOT / "seeds/TEMPLATE.yml").read_text("utf-8")
FILES = make_editor_files(TEMPLATE)
SCHEMAS = {path: json.loads(text) for path, text in FILES.items() if path.startswith(FOLDER)}


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 knows no dates."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, it) for tag, it in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(path: str, text: str) -> list[str]:
    data = yaml.load(text, AsEditorsRead)
    return [error.message for error in Draft7Validator(SCHEMAS[path]).iter_errors(data)]


def test_the_committed_files_are_those_that_the_command_makes() -> None:
    committed = {path: (ROOT / path).read_text("utf-8") for path in FILES}
    assert committed == FILES, "run `python -m build_tools schemas`"
    assert {it.name for it in (ROOT / FOLDER).iterdir()} == {Path(it).name for it in SCHEMAS}


@pytest.mark.parametrize("path", SCHEMAS)
def test_each_is_a_schema(path: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[path])


@pytest.mark.parametrize("record", [*ROOT.glob("seeds/*.yml"), *SMALL.glob("seeds/*.yml")])
def test_the_records_and_their_template_pass(record: Path) -> None:
    assert faults(RECORD, record.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "file", [*ROOT.glob("docs/_data/**/*.yml"), *SMALL.glob("docs/_data/**/*.yml")], ids=str
)
def test_each_file_of_data_has_a_schema_and_passes(file: Path) -> None:
    [path] = [pattern for pattern in DATA_MODELS if file.match(pattern)]
    assert faults(schema_of_data(path), file.read_text("utf-8")) == []


@pytest.mark.parametrize("page", [*ROOT.glob("docs/**/*.md"), *SMALL.glob("docs/**/*.md")])
def test_the_heads_of_pages_pass(page: Path) -> None:
    _, head, _ = read_text(page, "page.md", "front-matter").split("---\n", 2)
    assert faults(HEAD, head) == []


WRITTEN = [kind for kind in ALL_BLOCKS.values() if kind.example and not kind.filled_from]


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_the_example_of_each_block_passes(kind: Any) -> None:
    assert faults(f"{FOLDER}/block-{kind.name}.schema.json", kind.example) == []


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (RECORD, TEMPLATE.replace("language: en", "langauge: en"), "'langauge' was unexpected"),
        (RECORD, TEMPLATE.replace("language: en", "language: English"), "does not match"),
        (RECORD, TEMPLATE.replace("headline: 1", "titel: 1"), "'titel' is not one of"),
        (HEAD, "title: A\nclaims: some\n", "'some' is not"),
        ("schemas/changes.schema.json", "kind: news\n", "'news' is not one of"),
        ("schemas/block-passage.schema.json", "cite: a\n", "'from' is a required property"),
    ],
)
def test_what_the_models_refuse_is_marked(path: str, text: str, message: str) -> None:
    assert message in " ".join(faults(path, text))


def test_numbers_are_texts_where_the_models_take_them_so() -> None:
    assert faults(RECORD, TEMPLATE.replace("The headline", "1956")) == []


def test_the_settings_lead_each_file_to_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    data = {schema_of_data(path): f"docs/{path}" for path in DATA_MODELS}
    assert settings["yaml.schemas"] == {RECORD: "seeds/*.yml", **data}


def test_the_settings_start_the_language_server_that_the_reference_tells_of() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    program, *arguments = [
        settings["glspc.server.command"],
        *settings["glspc.server.commandArguments"],
    ]
    assert arguments == ["-m", "build_tools", "language-server"]
    assert arguments[-1] in COMMANDS
    guide = (ROOT / "build_tools/templates/contributing.md.j2").read_text("utf-8")
    listed = ", ".join(f'"{it}"' for it in arguments)
    # For Neovim the whole, for Helix the program apart.
    assert f'"{program}", {listed}' in guide
    assert f"args = [{listed}]" in guide
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert "zsol.vscode-glspc" in recommended["recommendations"]


def test_each_snippet_of_a_block_gives_its_example() -> None:
    snippets = json.loads(FILES[".vscode/blocks.code-snippets"])
    body = snippets["Block: passage"]["body"]
    assert body == ["```passage", *ALL_BLOCKS["passage"].example.splitlines(), "```", "$0"]
    assert snippets["Block: map"]["body"] == ["```map", "```", "$0"]


def test_a_schema_of_what_is_no_more_goes(tmp_path: Path) -> None:
    stale = tmp_path / FOLDER / "block-old.schema.json"
    stale.parent.mkdir()
    stale.write_text("{}")
    assert write_editor_files(tmp_path) == len(FILES)
    assert not stale.exists()
    assert (tmp_path / HEAD).read_text("utf-8") == FILES[HEAD]


def test_the_command_says_where_it_cannot_write(small_project: Project) -> None:
    small_project.write(FOLDER, "a file where the folder should be")
    done = CliRunner().invoke(main, ["--root", str(small_project.root), "schemas"])
    assert (done.exit_code, done.output[:6]) == (1, "Error:")
    assert FOLDER in done.output
