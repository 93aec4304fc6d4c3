"""The theme's templates are compiled once in a preview, and again when they have changed."""

from collections.abc import Mapping
from unittest.mock import patch

from jinja2 import DictLoader, Environment

from build_tools.preview.bytecode import KeptBytecode


def _render(texts: Mapping[str, str], kept: KeptBytecode) -> tuple[str, int]:
    """Render `page.html` in a new environment; return its text and how often Jinja compiled."""
    environment = Environment(loader=DictLoader(texts), bytecode_cache=kept, autoescape=True)
    with patch.object(environment, "compile", wraps=environment.compile) as compiles:
        return environment.get_template("page.html").render(), compiles.call_count


def test_a_second_build_compiles_nothing() -> None:
    kept = KeptBytecode()
    assert _render({"page.html": "The {{ 'bell' }}"}, kept) == ("The bell", 1)
    assert _render({"page.html": "The {{ 'bell' }}"}, kept) == ("The bell", 0)


def test_a_changed_template_is_compiled_again() -> None:
    kept = KeptBytecode()
    _render({"page.html": "The bell"}, kept)
    assert _render({"page.html": "The clock"}, kept) == ("The clock", 1)
