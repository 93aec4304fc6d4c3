"""All sources together: what loads, what does not, and what a citation leads to."""

import shutil
from pathlib import Path

import pytest
from project import ROOT

from build_tools.sources.library import Library, load_library
from build_tools.syntax.citations import Citation, parse_citations


def citation(text: str) -> Citation:
    [group] = parse_citations(text)
    return group.items[0]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(library: Library) -> list[str]:
    return [str(problem) for problem in library.problems]


def test_the_five_sources_load_without_a_problem(library: Library) -> None:
    assert sorted(library.sources) == [
        "kyodo-2021",
        "nikkei-2020",
        "sputnik-2016",
        "telesur-2021",
        "xinhua-2020",
    ]
    assert (library.problems, library.broken) == ((), frozenset())


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("nikei-2020", "nikkei-2020"),
        ("Kyodo2021", "kyodo-2021"),
        ("sputnik", "sputnik-2016"),
        ("zzz", None),
    ],
)
def test_the_nearest_id_is_suggested(library: Library, key: str, nearest: str | None) -> None:
    assert library.nearest_id(key) == nearest


def test_a_citation_leads_to_the_paragraphs_that_exist(library: Library) -> None:
    found = library.paragraphs(citation("[@telesur-2021, paras. 5-8, 1]"))
    assert [paragraph.number for paragraph in found] == [5, 6, 1]
    assert library.paragraphs(citation("[@telesur-2021]")) == ()
    assert library.paragraphs(citation("[@telesur, para. 1]")) == ()


def test_paragraphs_outside_the_article_are_none(library: Library) -> None:
    source = library.sources["xinhua-2020"]
    assert source.paragraph(7) is not None
    assert (source.paragraph(0), source.paragraph(8), source.paragraph(-1)) == (None, None, None)


def test_two_sources_of_one_origin_are_one_witness(library: Library) -> None:
    keys = ("telesur-2021", "kyodo-2021", "nikkei-2020", "unknown")
    assert library.origins(citation(f"[@{key}, para. 1]") for key in keys) == ("kyodo", "nikkei")


def test_a_broken_source_does_not_keep_the_others_from_loading(seeds: Path) -> None:
    change(seeds / "kyodo-2021.yml", "id: kyodo-2021\ntype:", "id: kyodo-2021\ntyp:")
    library = load_library(seeds, seeds.parent)
    assert len(library.sources) == len(list(seeds.glob("*.txt"))) - 1
    assert library.broken == {"kyodo-2021"}
    assert library.nearest_id("kyodo-2020") == "kyodo-2021"
    assert any(line.startswith("seeds/kyodo-2021.yml:3:1: record: ") for line in said(library))
    # teleSUR says that it follows Kyodo: that is still a source, if a broken one.
    assert not any("derived-from" in line for line in said(library))


@pytest.mark.parametrize(("gone", "left"), [("txt", "yml"), ("yml", "txt")])
def test_a_source_is_two_files(seeds: Path, gone: str, left: str) -> None:
    (seeds / f"xinhua-2020.{gone}").unlink()
    library = load_library(seeds, seeds.parent)
    [line] = said(library)
    assert line.startswith(
        f"seeds/xinhua-2020.{left}:1:1: record: "
        f"seeds/xinhua-2020.{left} must have seeds/xinhua-2020.{gone} beside it"
    )
    assert library.broken == {"xinhua-2020"}


def test_a_source_that_follows_none_here_is_a_problem_with_a_suggestion(seeds: Path) -> None:
    change(
        seeds / "telesur-2021.yml", "derived-from:\n  id: kyodo-2021", "derived-from:\n  id: kyodo"
    )
    library = load_library(seeds, seeds.parent)
    [problem] = library.problems
    text = (seeds / "telesur-2021.yml").read_text(encoding="utf-8")
    line = text[: text.index("derived-from:")].count("\n") + 2
    assert str(problem.place) == f"seeds/telesur-2021.yml:{line}:3"
    assert problem.hint == "did you mean 'kyodo-2021'?"


def test_an_origin_is_called_by_the_name_of_its_outlet(seeds: Path) -> None:
    library = load_library(seeds)
    assert [library.origin_name(id_) for id_ in ("kyodo", "nikkei")] == ["Kyodo", "Nikkei Asia"]
    # teleSUR carries Kyodo's news, and lends it no name.
    (seeds / "kyodo-2021.txt").unlink()
    (seeds / "kyodo-2021.yml").unlink()
    assert load_library(seeds).origin_name("kyodo") == "kyodo"


def test_an_id_is_the_name_of_its_file(seeds: Path) -> None:
    change(seeds / "xinhua-2020.yml", "id: xinhua-2020", "id: xinhua-2021")
    [problem] = load_library(seeds, seeds.parent).problems
    assert str(problem.place) == "seeds/xinhua-2020.yml:2:1"
    assert "'xinhua-2020'" in problem.message


def test_the_problems_of_all_sources_are_said_at_once(seeds: Path) -> None:
    change(seeds / "xinhua-2020.yml", "id: xinhua-2020", "id: xinhua-2021")
    change(seeds / "kyodo-2021.txt", "Kishida", "Kishda")
    (seeds / "nikkei-2020.yml").write_bytes(b"title: \xff\n")
    (seeds / "sputnik-2016.yml").write_text("title: a: b\n", encoding="utf-8")
    paths = [problem.place.path for problem in load_library(seeds, seeds.parent).problems]
    names = ("kyodo-2021", "nikkei-2020", "sputnik-2016", "xinhua-2020")
    assert paths == [f"seeds/{name}.yml" for name in names]


def test_a_folder_without_sources_is_a_problem(tmp_path: Path) -> None:
    """Nothing to check must never look like nothing wrong."""
    [problem] = load_library(tmp_path, tmp_path).problems
    assert problem.code == "record"


def test_the_template_is_no_source(seeds: Path) -> None:
    assert (seeds / "TEMPLATE.yml").exists()
    assert "TEMPLATE" not in load_library(seeds).sources
