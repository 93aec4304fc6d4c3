"""The theme's templates: which are listed, and when what is compiled is used again."""

from pathlib import Path

from jinja2 import DictLoader, Environment
from mkdocs.theme import Theme

from build_tools.preview.theme_templates import (
    CompiledTemplates,
    VisibleTemplates,
    compiled_templates,
)


def test_only_hidden_folders_are_left_out() -> None:
    theme = Theme(name="material")
    listed = VisibleTemplates(theme.dirs).list_templates()
    everything = theme.get_env().list_templates()
    assert listed == [
        name for name in everything if not any(part[0] == "." for part in name.split("/")[:-1])
    ]
    assert len(listed) < len(everything) / 10


def test_what_is_in_a_hidden_folder_loads_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".icons").mkdir()
    (tmp_path / ".icons/book.svg").write_text("<svg/>")
    loader = VisibleTemplates(tmp_path)
    assert loader.list_templates() == []
    assert Environment(loader=loader).get_template(".icons/book.svg").render() == "<svg/>"


def environment(text: str, compiled: CompiledTemplates | None = None) -> Environment:
    made = Environment(loader=DictLoader({"page": text}))
    made.bytecode_cache = compiled or compiled_templates(made)
    return made


def test_a_template_is_compiled_once_until_its_text_changes() -> None:
    class Counting(CompiledTemplates):
        compiled = 0

        def dump_bytecode(self, bucket: object) -> None:
            super().dump_bytecode(bucket)  # type: ignore[arg-type]
            self.compiled += 1

    kept = Counting()
    assert environment("{{ 1 + 1 }}", kept).get_template("page").render() == "2"
    assert environment("{{ 1 + 1 }}", kept).get_template("page").render() == "2"
    assert kept.compiled == 1
    assert environment("{{ 1 + 2 }}", kept).get_template("page").render() == "3"
    assert kept.compiled == 2


def test_another_filter_of_the_same_name_is_used() -> None:
    # Jinja works filters of constants out when it compiles.
    def rendered(word: str) -> str:
        made = Environment(loader=DictLoader({"page": "{{ 'x' | shown }}"}))
        made.filters["shown"] = lambda _: word
        made.bytecode_cache = compiled_templates(made)
        return made.get_template("page").render()

    assert rendered("first") == "first"
    assert rendered("second") == "second"


def test_indents_that_are_left_out_and_that_stay_are_two_things() -> None:
    def rendered(lstrip_blocks: bool) -> str:
        loader = DictLoader({"page": "  {% if true %}x{% endif %}"})
        made = Environment(loader=loader, lstrip_blocks=lstrip_blocks)
        made.bytecode_cache = compiled_templates(made)
        return made.get_template("page").render()

    assert rendered(False) == "  x"
    assert rendered(True) == "x"


def test_environments_alike_share_what_is_compiled() -> None:
    assert environment("a").bytecode_cache is environment("b").bytecode_cache
