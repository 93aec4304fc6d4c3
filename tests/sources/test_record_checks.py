"""A record is held to its own text, and to not being the template any more."""

import hashlib
from pathlib import Path

import pytest
from project import ROOT, SMALL

from build_tools.sources.library import load_library

TEXT = "The headline\n\nOne.\n\nTwo.\n\nThree.\nFour.\nFive.\n" + "Menu\n" * 11


def problems_of(folder: Path, record: str) -> dict[str, str]:
    """Return message and hint of what is wrong with a source of that record, by place."""
    (folder / "outlet-2020.txt").write_text(TEXT, encoding="utf-8")
    (folder / "outlet-2020.yml").write_text(record, encoding="utf-8")
    library = load_library(folder, folder.parent)
    return {problem.message: problem.hint for problem in library.problems}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    template = (ROOT / "seeds/TEMPLATE.yml").read_text("utf-8")
    (folder / "TEMPLATE.yml").write_text(template, encoding="utf-8")
    return folder


def test_what_is_still_the_template_s_is_named(folder: Path) -> None:
    right_sum = hashlib.sha256(TEXT.encode()).hexdigest()
    text = (folder / "TEMPLATE.yml").read_text("utf-8").replace("0" * 64, right_sum)
    found = problems_of(folder, text)
    keys = ["id", "title", "container-title", "publisher", "author.0.literal", "URL"]
    keys += [f"ownership.{key}" for key in ("label", "criterion", "basis")]
    keys += ["origin.id", "origin.basis", "event.name", "event.basis"]
    assert sorted(found) == sorted(
        f"'{key}' must be filled in: it is still the template's" for key in keys
    )


def test_a_title_is_the_headline(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for suffix in (".txt", ".yml"):
        data = (SMALL / f"seeds/osten-2019{suffix}").read_bytes()
        (seeds / f"osten-2019{suffix}").write_bytes(data)
    assert load_library(seeds).problems == ()
    record = seeds / "osten-2019.yml"
    text = record.read_text("utf-8").replace(
        "title: Verelin, Ulvholt agree", "title: Verelin, Ulvholt refuse", 1
    )
    record.write_text(text, encoding="utf-8")
    [problem] = load_library(seeds, tmp_path).problems
    assert str(problem.place).startswith("seeds/osten-2019.yml:")
    assert problem.message == "'title' must be the headline of the text"
    assert "“Verelin, Ulvholt agree to step up talks on Saint Ilva's Bell”" in problem.hint


@pytest.mark.parametrize("text", ["id: [\n", "a: 1\na: 2\n"])
def test_a_template_that_does_not_parse_keeps_no_source_from_loading(
    tmp_path: Path, text: str
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in (SMALL / "seeds").glob("osten-2019.*"):
        (seeds / path.name).write_bytes(path.read_bytes())
    (seeds / "TEMPLATE.yml").write_text(text, encoding="utf-8")
    library = load_library(seeds, tmp_path)
    assert set(library.sources) == {"osten-2019"}
    [problem] = library.problems
    assert str(problem).startswith("seeds/TEMPLATE.yml:")
