"""The reference for contributors: nothing that a writer may write is without its explanation."""

import re
from collections.abc import Iterator

import pytest
from project import KIT, ROOT, SITE_KIT

from build_tools.assembly import ALL_BLOCKS, ALL_RULES, DATA_MODELS
from build_tools.checks.waivers import WAIVABLE
from build_tools.editor.schemas import explain_keys
from build_tools.files.limits import Limits
from build_tools.files.model_keys import ModelKey, keys_of
from build_tools.generated.contributing import render_contributor_page
from build_tools.ledger import Ledger
from build_tools.pages.front_matter import PageMeta
from build_tools.sources.library import Library
from build_tools.sources.records import Record
from build_tools.templating import escape_markdown

PAGE = render_contributor_page(Ledger(Library({}), SITE_KIT))


def section(title: str, level: str = "##", part: str = "") -> str:
    """Return what stands below a heading, with the id of its part, up to the next one as high."""
    id_ = rf" \{{: #{part}-{title} \}}" if part else r"(?: \{[^\n]*\})?"
    pattern = rf"^{level} {title}{id_}\n(.*?)(?=^#{{2,{len(level)}}} |\Z)"
    found = re.search(pattern, PAGE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def row(key: ModelKey) -> str:
    path = " › ".join(f"`{part}`" for part in key.path)
    required = "yes" if key.required else "no"
    return f"| {path} | {required} | {key.description.rstrip('.')} |"


@pytest.mark.parametrize("rule", ALL_RULES.values(), ids=lambda rule: rule.code)
def test_each_check_has_its_rule_and_both_examples(rule) -> None:  # type: ignore[no-untyped-def]
    text = section(rule.code, "###", "rule")
    assert rule.fails in text
    assert rule.passes in text
    assert len(rule.rule) > len(rule.code)
    assert rule.fix


@pytest.mark.parametrize("kind", ALL_BLOCKS.values(), ids=lambda kind: kind.name)
def test_each_block_has_its_purpose_its_keys_and_an_example(kind) -> None:  # type: ignore[no-untyped-def]
    text = section(kind.name, "###", "block")
    assert escape_markdown(kind.purpose) in text
    assert kind.example in text
    if kind.filled_from:
        return  # The keys are those of an event, or of a file of data.
    for key in keys_of(kind.model):
        assert key.description, key
        assert row(key) in text


def test_each_key_of_a_head_and_of_an_event_is_explained() -> None:
    keys = list(keys_of(PageMeta))
    for key in keys:
        assert key.description, key
    head = [key for key in keys if key.path[0] != "event" or len(key.path) == 1]
    assert all(row(key) in section("The head of a page") for key in head)
    event = [
        ModelKey(key.path[1:], key.required, key.description)
        for key in keys
        if key.path[0] == "event" and len(key.path) > 1
    ]
    assert ("ways", "by") in [key.path for key in event]
    assert all(row(key) in section("An event") for key in event)


def test_each_limit_is_told() -> None:
    for name, field in Limits.model_fields.items():
        assert f"| {field.description} | `{name}` |" in section("The limits")


def test_what_may_be_waived_is_listed_and_nothing_else() -> None:
    assert re.findall(r"^- \[([\w-]+)\]", section("What may be waived"), re.M) == list(WAIVABLE)


def test_each_key_of_a_record_is_explained_in_its_template() -> None:
    explained = explain_keys((ROOT / "seeds/TEMPLATE.yml").read_text("utf-8"))
    assert explained.keys() == {key.path[0] for key in keys_of(Record)}


def keys_of_data() -> Iterator[tuple[str, str]]:
    for path, model in DATA_MODELS.items():
        file = ROOT / "docs" / path
        # Those that no person writes: a program does, and one of them is not there before.
        if not file.exists() or "Written by" in file.read_text("utf-8"):
            continue
        names = dict.fromkeys(key.path[-1] for key in keys_of(model))
        yield from ((path, name) for name in names)


@pytest.mark.parametrize(("path", "name"), list(keys_of_data()))
def test_each_key_of_a_file_of_data_is_explained_at_its_head(path: str, name: str) -> None:
    lines = (ROOT / "docs" / path).read_text("utf-8").split("\n")
    comments = " ".join(line for line in lines if line.lstrip().startswith("#"))
    assert re.search(rf"\b{re.escape(name)}\b", comments)


def test_each_key_of_a_file_without_a_head_is_explained_in_the_guide() -> None:
    """A folder of files of data is one row in the guide."""
    folders = [path for path in DATA_MODELS if "*" in path]
    assert folders
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for path in folders:
        name = path.removeprefix("_data/").removesuffix("*.yml")
        [row] = re.findall(rf"(?m)^\| `{re.escape(name)}` \| (.*) \|$", guide)
        assert all(f"`{key.path[-1]}`" in row for key in keys_of(DATA_MODELS[path]))


def test_a_rule_of_an_engine_without_a_subject_is_told_as_well() -> None:
    page = render_contributor_page(Ledger(Library({}), KIT))
    assert all(f"### {code} " in page for code in KIT.rules)
