"""An edit makes a module out of date, and all that import it; nothing else is loaded anew."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from project import ROOT

from build_tools.preview.stale_modules import forget, with_importers

FILES = {
    "pack": "",
    "pack.low": "VALUE = 1\n",
    "pack.middle": "from pack.low import VALUE\n",
    "pack.high": "def later():\n    from pack import middle\n    return middle.VALUE\n",
    "pack.aside": "import pack.nothing\n",
    "pack.inner": "",
    "pack.inner.one": "",
}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Path]]:
    """A package on the path, of the modules above."""
    paths = {}
    for name, text in FILES.items():
        path = tmp_path / name.replace(".", "/")
        is_package = any(other.startswith(f"{name}.") for other in FILES)
        path = path / "__init__.py" if is_package else path.with_suffix(".py")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths[name] = path
    monkeypatch.syspath_prepend(tmp_path)
    yield paths
    for name in [name for name in sys.modules if name.split(".")[0] == "pack"]:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("edited", "stale"),
    [
        (set(), set()),
        ({"pack.high"}, {"pack.high"}),
        ({"pack.middle"}, {"pack.middle", "pack.high"}),
        ({"pack.low"}, {"pack.low", "pack.middle", "pack.high"}),
        ({"pack.inner"}, {"pack.inner", "pack.inner.one"}),
        ({"pack"}, set(FILES)),
    ],
)
def test_who_imports_an_edited_module(
    files: dict[str, Path], edited: set[str], stale: set[str]
) -> None:
    assert with_importers(edited, files) == stale


def test_what_is_gone_or_does_not_parse_imports_nothing(files: dict[str, Path]) -> None:
    files["pack.middle"].write_text("from pack.low import (\n", encoding="utf-8")
    files["pack.high"].unlink()
    assert with_importers({"pack.low"}, files) == {"pack.low"}
    assert with_importers({"pack.middle"}, files) == {"pack.middle"}


def test_a_forgotten_module_is_loaded_anew_in_every_form_of_import(files: dict[str, Path]) -> None:
    old, aside = import_module("pack.middle"), import_module("pack.inner.one")
    files["pack.low"].write_text("VALUE = 2  # edited\n", encoding="utf-8")
    forget({"pack.low", "pack.middle"})
    pack = __import__("pack", fromlist=["middle", "low"])  # As `from pack import middle, low`.
    assert pack.middle is not old
    assert (pack.middle.VALUE, pack.low.VALUE) == (2, 2)
    assert import_module("pack.inner.one") is aside


def test_the_modules_of_the_library_are_all_below_the_extension_that_pages_are_made_by() -> None:
    """What the preview relies on: an edit of what makes pages makes the extension another one."""
    folder = ROOT / "build_tools"
    names = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in folder.rglob("*.py")
    }
    for name in (
        "text.folding",
        "syntax.citations",
        "pages.account",
        "blocks.coverage",
        "checks.number",
    ):
        assert "build_tools.markdown_extension" in with_importers({f"build_tools.{name}"}, names)
    assert "build_tools.preview.kept" not in with_importers({"build_tools.text.folding"}, names)
