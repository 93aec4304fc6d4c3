"""JSON Schemas of all that is written in YAML, and snippets of blocks, for editors.

Both are made of the models and of the blocks' examples, so that nothing is written twice. Editors
read draft 7, the newest that all of them know. A schema accepts more than the models: what these
check in code of their own, `check` tells.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from build_tools.assembly import ALL_BLOCKS, DATA_MODELS
from build_tools.expressions import expression
from build_tools.files.models import StrictModel
from build_tools.pages.front_matter import PageMeta
from build_tools.sources.records import Record

FOLDER = "schemas"
RECORD, HEAD = f"{FOLDER}/record.schema.json", f"{FOLDER}/head.schema.json"
SNIPPETS = ".vscode/blocks.code-snippets"
_DRAFT = "http://json-schema.org/draft-07/schema#"
# A line of the template that gives a key, or would if it were not optional.
_KEY = expression(r"(?:# )?([\w-]+):(?: .*)?")


class _Schemas(GenerateJsonSchema):
    """As pydantic makes them, except that a number may stand for a text, as in the models."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Allow a number as well: `length: 35` and `dates: 2016` are texts to the models."""
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        """Leave out the titles, which say no more than the keys."""
        return False


def make_schema(model: type[StrictModel]) -> dict[str, Any]:
    """Return the JSON Schema of a model, by the keys that people write."""
    return {"$schema": _DRAFT, **model.model_json_schema(schema_generator=_Schemas)}


def schema_of_data(path: str) -> str:
    """Return where the schema of a file of data is, by a pattern of its path below the pages."""
    name = path.removeprefix("_data/").removesuffix(".yml").removesuffix("/*")
    return f"{FOLDER}/{name}.schema.json"


def explain_keys(template: str) -> dict[str, str]:
    """Return what the comments of a record to copy say of each of its outermost keys."""
    explained: dict[str, str] = {}
    above: list[str] = []
    known = {field.alias or name for name, field in Record.model_fields.items()}
    for line in template.splitlines():
        key = _KEY.fullmatch(line)
        if key and key[1] in known:
            explained.setdefault(key[1], " ".join(above))
            above = []
        elif line.startswith("# ") and not line.startswith("#  "):
            above.append(line.removeprefix("# "))
        else:
            above = []
    return {key: text for key, text in explained.items() if text}


def make_editor_files(template: str) -> Mapping[str, str]:
    """Return the schemas and snippets, each by its path from the root of the project.

    `template` is the text of the record to copy, whose comments explain its keys.
    """
    record = make_schema(Record)
    for key, text in explain_keys(template).items():
        record["properties"][key]["description"] = text
    schemas = {RECORD: record, HEAD: make_schema(PageMeta)}
    schemas |= {schema_of_data(path): make_schema(model) for path, model in DATA_MODELS.items()}
    snippets = {}
    for kind in ALL_BLOCKS.values():
        filled = bool(kind.filled_from) or not kind.example
        if not filled:
            schemas[f"{FOLDER}/block-{kind.name}.schema.json"] = make_schema(kind.model)
        snippets[f"Block: {kind.name}"] = {
            "scope": "markdown",
            "prefix": f"block-{kind.name}",
            "description": kind.purpose,
            "body": [f"```{kind.name}", *([] if filled else _escaped(kind.example)), "```", "$0"],
        }
    files = {**schemas, SNIPPETS: snippets}
    return {
        path: json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        for path, value in files.items()
    }


def write_editor_files(root: Path) -> int:
    """Write the schemas and snippets of a project, and remove schemas of what is no more.

    Returns how many files were written. Raises OSError where one cannot be.
    """
    template = root / "seeds/TEMPLATE.yml"
    files = make_editor_files(template.read_text("utf-8") if template.exists() else "")
    for old in (root / FOLDER).glob("*.schema.json"):
        if old.relative_to(root).as_posix() not in files:
            old.unlink()
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(files)


def _escaped(example: str) -> list[str]:
    """Write lines so that an editor takes nothing in them for a place to fill."""
    return [re.sub(r"([\\$}])", r"\\\1", line) for line in example.splitlines()]
