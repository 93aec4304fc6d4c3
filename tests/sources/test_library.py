"""All sources together: what loads, what does not, and what a citation leads to."""

import shutil
from pathlib import Path

import pytest
from project import ROOT, SMALL

from build_tools.lexicon.counted_words import CountedWords
from build_tools.lexicon.names import Names
from build_tools.lexicon.stand_ins import StandIns
from build_tools.sources.library import Library, load_library
from build_tools.syntax.citations import Citation, parse_citations


def citation(text: str) -> Citation:
    [group] = parse_citations(text)
    return group.items[0]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    seeds = Path(shutil.copytree(SMALL / "seeds", tmp_path / "seeds"))
    shutil.copy(ROOT / "seeds/TEMPLATE.yml", seeds)
    return seeds


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(library: Library) -> list[str]:
    return [str(problem) for problem in library.problems]


def test_the_sources_load_without_a_problem(library: Library) -> None:
    assert sorted(library.sources) == ["harbour-post-2015", "meridian-2019", "osten-2019"]
    assert (library.problems, library.broken) == ((), frozenset())


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("meridan-2019", "meridian-2019"),
        ("Osten2019", "osten-2019"),
        ("harbour-post", "harbour-post-2015"),
        ("zzz", None),
    ],
)
def test_the_nearest_id_is_suggested(library: Library, key: str, nearest: str | None) -> None:
    assert library.nearest_id(key) == nearest


def test_a_citation_leads_to_the_paragraphs_that_exist(library: Library) -> None:
    found = library.paragraphs(citation("[@osten-2019, paras. 9-12, 1]"))
    assert [paragraph.number for paragraph in found] == [9, 10, 1]
    assert library.paragraphs(citation("[@osten-2019]")) == ()
    assert library.paragraphs(citation("[@osten, para. 1]")) == ()


def test_paragraphs_outside_the_article_are_none(library: Library) -> None:
    source = library.sources["osten-2019"]
    assert source.paragraph(10) is not None
    assert (source.paragraph(0), source.paragraph(11), source.paragraph(-1)) == (None, None, None)


def test_two_sources_of_one_origin_are_one_witness(library: Library) -> None:
    keys = ("meridian-2019", "osten-2019", "harbour-post-2015", "unknown")
    found = library.origins(citation(f"[@{key}, para. 1]") for key in keys)
    assert found == ("osten", "harbour-post")


def test_a_broken_source_does_not_keep_the_others_from_loading(seeds: Path) -> None:
    change(seeds / "osten-2019.yml", "id: osten-2019\ntype:", "id: osten-2019\ntyp:")
    library = load_library(seeds, seeds.parent)
    assert len(library.sources) == len(list(seeds.glob("*.txt"))) - 1
    assert library.broken == {"osten-2019"}
    assert library.nearest_id("osten-2018") == "osten-2019"
    assert any(line.startswith("seeds/osten-2019.yml:3:1: record: ") for line in said(library))
    # The Meridian says that it follows Osten: that is still a source, if a broken one.
    assert not any("derived-from" in line for line in said(library))


@pytest.mark.parametrize(("gone", "left"), [("txt", "yml"), ("yml", "txt")])
def test_a_source_is_two_files(seeds: Path, gone: str, left: str) -> None:
    (seeds / f"harbour-post-2015.{gone}").unlink()
    library = load_library(seeds, seeds.parent)
    [line] = said(library)
    assert line.startswith(
        f"seeds/harbour-post-2015.{left}:1:1: record: "
        f"seeds/harbour-post-2015.{left} must have seeds/harbour-post-2015.{gone} beside it"
    )
    assert library.broken == {"harbour-post-2015"}


def test_a_source_that_follows_none_here_is_a_problem_with_a_suggestion(seeds: Path) -> None:
    path = seeds / "meridian-2019.yml"
    change(path, "derived-from:\n  id: osten-2019", "derived-from:\n  id: osten")
    library = load_library(seeds, seeds.parent)
    [problem] = library.problems
    text = path.read_text(encoding="utf-8")
    line = text[: text.index("derived-from:")].count("\n") + 2
    assert str(problem.place) == f"seeds/meridian-2019.yml:{line}:3"
    assert problem.hint == "did you mean 'osten-2019'?"


def test_what_does_not_follow_another_source_is_a_witness_of_its_own(seeds: Path) -> None:
    path = seeds / "meridian-2019.yml"
    text = path.read_text("utf-8")
    origin = next(line for line in text.splitlines() if line.startswith("  id: osten"))
    path.write_text(text.replace(origin, f"{origin}\n  paragraphs: 1, 3-4", 1), "utf-8")
    library = load_library(seeds)
    assert not library.problems

    def origins(paragraphs: str) -> list[str]:
        return [*library.origins([citation(f"[@meridian-2019, {paragraphs}]")])]

    assert origins("para. 1") == origins("paras. 3-4") == ["osten"]
    assert origins("para. 2") == ["meridian-2019"]
    assert origins("paras. 1-2") == ["osten", "meridian-2019"]
    assert library.origin_name("meridian-2019") == "Meridian"


def test_the_paragraphs_of_an_origin_are_of_the_body(seeds: Path) -> None:
    path = seeds / "meridian-2019.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  id: osten", "  id: osten\n  paragraphs: 1, 99", 1), "utf-8")
    [problem] = load_library(seeds).problems
    assert "must be of the body" in problem.message
    assert problem.place.line == text[: text.index("  id: osten")].count("\n") + 2


def test_an_origin_is_called_by_the_name_of_its_outlet(seeds: Path) -> None:
    library = load_library(seeds)
    named = [library.origin_name(id_) for id_ in ("osten", "harbour-post")]
    assert named == ["Osten News Agency", "Harbour Post"]
    # The Meridian carries Osten's news, and lends it no name.
    (seeds / "osten-2019.txt").unlink()
    (seeds / "osten-2019.yml").unlink()
    assert load_library(seeds).origin_name("osten") == "osten"


def test_an_id_is_the_name_of_its_file(seeds: Path) -> None:
    change(seeds / "osten-2019.yml", "id: osten-2019", "id: osten-2020")
    [problem] = load_library(seeds, seeds.parent).problems
    assert str(problem.place) == "seeds/osten-2019.yml:2:1"
    assert "'osten-2019'" in problem.message


def test_the_problems_of_all_sources_are_said_at_once(seeds: Path) -> None:
    change(seeds / "osten-2019.yml", "id: osten-2019", "id: osten-2020")
    change(seeds / "meridian-2019.txt", "Ulvholt", "Ulvholm")
    (seeds / "harbour-post-2015.yml").write_bytes(b"title: \xff\n")
    (seeds / "broken-2020.yml").write_text("title: a: b\n", encoding="utf-8")
    (seeds / "broken-2020.txt").write_text("One.\n", encoding="utf-8")
    paths = [problem.place.path for problem in load_library(seeds, seeds.parent).problems]
    names = ("broken-2020", "harbour-post-2015", "meridian-2019", "osten-2019")
    assert paths == [f"seeds/{name}.yml" for name in names]


def test_a_folder_without_sources_is_a_problem(tmp_path: Path) -> None:
    """Nothing to check must never look like nothing wrong."""
    [problem] = load_library(tmp_path, tmp_path).problems
    assert problem.code == "record"


def test_the_template_is_no_source(seeds: Path) -> None:
    assert (seeds / "TEMPLATE.yml").exists()
    assert "TEMPLATE" not in load_library(seeds).sources


def test_an_edit_of_one_source_loads_no_other_again(seeds: Path) -> None:
    names = Names()
    before = load_library(seeds, names=names)
    change(seeds / "osten-2019.yml", "Osten News Agency", "Osten News")
    after = load_library(seeds, names=names)
    same = {id_ for id_, source in after.sources.items() if source is before.sources[id_]}
    assert same == after.sources.keys() - {"osten-2019"}


def test_a_statement_is_judged_by_the_sources_that_it_cites(seeds: Path) -> None:
    names, words, stand_ins = Names(), CountedWords(), StandIns()

    def load() -> Library:
        return load_library(seeds, names=names, counted_words=words, stand_ins=stand_ins)

    before = load()
    harbour, osten = citation("[@harbour-post-2015, para. 1]"), citation("[@osten-2019, para. 1]")
    assert before.cited_by([harbour, harbour]).sources.keys() == {"harbour-post-2015"}
    change(seeds / "osten-2019.yml", "Osten News Agency", "Osten News")
    after = load()
    assert after.cited_by([harbour]) is before.cited_by([harbour])
    assert after.cited_by([osten]) is not before.cited_by([osten])
    assert after.cited_by([harbour, osten]) is not before.cited_by([harbour, osten])
