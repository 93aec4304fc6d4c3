"""`impact`: what a new source could change is listed, each with the paragraph to read beside it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from fixture_types import Golden
from project import Project, copy_small_project, write_source

from build_tools.__main__ import main
from build_tools.files.site_config import load_site_config
from build_tools.impact.additions import additions
from build_tools.impact.items import Item, read_at
from build_tools.impact.likeness import Likeness
from build_tools.impact.measures import measures
from build_tools.impact.newcomer import Newcomer
from build_tools.impact.report import describe_impact, find_impact
from build_tools.ledger import Ledger
from build_tools.manuscript.read import read_manuscript
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import load_library

PARAGRAPHS = (
    "Tovan Verelin and Maren Ulvholt spoke by telephone for 50 minutes, an aide said.",
    "Arvid Sunde, the aide, and Karin Voldsey told of a lighthouse and of a survey, not of a poll.",
    "The leaders discussed tolls on the Ness Canal and the bell for which Kestria paid 7 crowns.",
    "A plan of cooperation in four areas is to be submitted to the two leaders by September.",
    "Kestrian sailors seized the bell, which is held by the Lindhaven Maritime Museum, in 1913.",
    "The visit would take place before the end of the year, Lars Ottermo hoped.",
)
GAPS = """\
---
title: "Gaps"
description: "What the articles do not say."
---

# Gaps

A lighthouse is not in these articles by Osten and The Meridian [@osten-2019, no mention of \
"lighthouse"; @meridian-2019, no mention of "lighthouse"], nor in the one by The Harbour Post \
[@harbour-post-2015, no mention of "lighthouse"].

A survey is not in these articles by Osten and The Meridian [@osten-2019, no mention of "survey"; \
@meridian-2019, no mention of "survey"].

The bell was seized by sailors in 1911, and the museum holds it, Osten reported \
[@osten-2019, para. 6].

A plan of cooperation in five areas is to be submitted to the leaders by September, as only \
Osten reported [@osten-2019, para. 7].

Hope was expressed that the visit would take place before the end of the year, Milena Dorsch said \
in Osten's report [@osten-2019, para. 4].

They met for 90 minutes in 2015, The Harbour Post reported [@harbour-post-2015, para. 2].

Did they speak of the weather? Osten and The Meridian do not say.
{: .no-claim }
"""


def run(project: Project, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(project.root), "impact", *arguments])
    # `sys.exit` is how a command ends; any other exception would be a traceback.
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project, a page of gaps, and a new report of the call of 2019."""
    project = copy_small_project(tmp_path_factory.mktemp("impact") / "small")
    write_source(project.root / "seeds", "new-2019", PARAGRAPHS)
    project.change("seeds/new-2019.yml", "2020-09-28", "2019-05-16")
    project.write("docs/gaps.md", GAPS)
    return project


@pytest.fixture(scope="module")
def ledger(small: Project) -> Ledger:
    return read_manuscript(load_site_config(small.root))


@pytest.fixture(scope="module")
def listed(ledger: Ledger) -> dict[str, tuple[Item, ...]]:
    """What is listed, by the title of its section."""
    new = Newcomer(ledger.library.sources["new-2019"], ledger)
    return {section.title: section.listed for section in find_impact(new)}


def found(listed: dict[str, tuple[Item, ...]], title: str) -> list[tuple[str, str, int]]:
    """Return place, reason and paragraph of each item of the section whose title begins so."""
    [items] = [items for full, items in listed.items() if full.startswith(title)]
    return [(item.where, item.why, item.reading.number) for item in items]


def line(project: Project, path: str, words: str) -> str:
    """Return the place of the first line of a page that has some words."""
    text = project.text(path)
    return f"{path}:{text[: text.index(words)].count(chr(10)) + 1}"


def test_it_is_printed_with_places_and_paragraphs(small: Project, golden: Golden) -> None:
    code, output = run(small, "new-2019")
    assert code == 0
    golden(output, "impact.txt")


def test_what_is_said_to_be_in_no_article_and_now_is_comes_first(
    small: Project, listed: dict[str, tuple[Item, ...]]
) -> None:
    place = line(small, "docs/gaps.md", "A lighthouse is not")
    assert next(iter(listed)).startswith("Made false")
    # A survey is said to be missing from two of the three: The Harbour Post tells of one.
    assert found(listed, "Made false") == [(place, "“lighthouse” (para. 2)", 2)]


def test_another_source_that_is_as_new_hides_nothing(small: Project, tmp_path: Path) -> None:
    project = Project(shutil.copytree(small.root, tmp_path / "small"))
    write_source(project.root / "seeds", "newer-2020", PARAGRAPHS)
    for id_ in ("new-2019", "newer-2020"):
        code, output = run(project, id_)
        assert code == 0
        assert "“lighthouse” (para. 2)" in output.partition("Perhaps made false")[0]


def test_what_no_other_report_of_the_event_has_is_listed(
    small: Project, listed: dict[str, tuple[Item, ...]]
) -> None:
    place = line(small, "docs/gaps.md", "A survey is not")
    # A poll is missing from Osten's report alone: The Meridian has one.
    assert found(listed, "Add to: in no other") == [(place, "“survey” (para. 2)", 2)]


def test_texts_on_the_reports_as_such_are_listed(
    small: Project, listed: dict[str, tuple[Item, ...]]
) -> None:
    places = {place: why for place, why, _ in found(listed, "Perhaps made false")}
    assert places == {
        line(small, "docs/gaps.md", "A plan"): "it says “only Osten” of the reports",
        line(small, "docs/gaps.md", "Did they"): (
            "it says “Osten and The Meridian do not say” of the reports"
        ),
    }


def test_other_numbers_and_people_of_the_same_event_are_listed(
    small: Project, listed: dict[str, tuple[Item, ...]]
) -> None:
    by_why = {why: (place, number) for place, why, number in found(listed, "Perhaps contradicted")}
    assert by_why.keys() == {
        "here 35 minutes, there 50 minutes",
        "here five areas, there four areas",
        "here 1911, there 1913",
        "here Milena Dorsch, there Lars Ottermo",
    }
    # Each place at which the site says so, once; what was said of 90 minutes is of another event.
    page = "docs/talks/verelin-ulvholt-2019.md"
    assert by_why["here 35 minutes, there 50 minutes"][1] == 1
    where = by_why["here 35 minutes, there 50 minutes"][0]
    assert where.startswith(f"{page}:")
    assert len(where.split(",")) == 3
    assert by_why["here five areas, there four areas"] == (
        line(small, "docs/gaps.md", "A plan"),
        4,
    )
    places = [
        line(small, "docs/gaps.md", "The bell was"),
        "docs/_data/timeline.yml:11",
    ]
    where, number = by_why["here 1911, there 1913"]
    assert (where.split("; "), number) == (places, 5)


def test_matrices_without_a_column_for_it_are_listed(
    small: Project, listed: dict[str, tuple[Item, ...]]
) -> None:
    page = "docs/talks/verelin-ulvholt-2019.md"
    [(place, why, _)] = found(listed, "Add to: matrices")
    assert place == line(small, page, "```coverage")
    assert why.startswith("no column for it")


def test_people_who_are_not_on_the_page_of_people_are_listed(
    listed: dict[str, tuple[Item, ...]],
) -> None:
    [title] = [title for title in listed if "people" in title]
    # It is the page that names most; Verelin and Ulvholt are on it.
    assert title.endswith("docs/timeline.md")
    assert [item.text for item in listed[title]] == [
        "Arvid Sunde (a person?), Karin Voldsey",
        "Lars Ottermo",
    ]


def test_what_it_could_add_is_listed_once(listed: dict[str, tuple[Item, ...]]) -> None:
    added = found(listed, "Add to: statements")
    assert ("only here: 7 crowns", 3) in [(why, number) for _, why, number in added]
    # What contradicts is not said again.
    assert not [why for _, why, _ in added if "50 minutes" in why]
    assert len({number for _, _, number in added}) == len(added)


def test_nothing_that_cites_it_is_listed(ledger: Ledger) -> None:
    new = Newcomer(ledger.library.sources["osten-2019"], ledger)
    cited = {
        entry.statement.place
        for entry in ledger.entries
        if any(citation.key == "osten-2019" for citation in entry.statement.citations)
    }
    places = {
        place
        for section in find_impact(new)
        if section.title.startswith(("Perhaps contradicted", "Add to: statements"))
        for item in section.listed
        for place in item.places
    }
    assert places.isdisjoint(cited)


def test_a_source_alone_on_its_event_has_nothing_to_be_compared_with(small: Project) -> None:
    code, output = run(small, "harbour-post-2015")
    assert code == 0
    assert "No other source has an event on 2015-10-08, so nothing could be compared" in output
    assert "contradicted" not in output
    assert "matrices" not in output


def test_a_source_that_is_not_there_is_refused(small: Project) -> None:
    code, output = run(small, "new-2018")
    assert code == 2
    assert "there is no source 'new-2018': did you mean 'new-2019'?" in output


def test_a_source_that_does_not_load_is_told_of(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "small")
    project.change("seeds/osten-2019.yml", "language: en", "langauge: en")
    code, output = run(project, "osten-2019")
    assert code == 1
    assert "seeds/osten-2019.yml:" in output


def test_a_matrix_that_is_wrong_is_left_to_check(small: Project, tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "small")
    page = "docs/talks/verelin-ulvholt-2019.md"
    project.change(
        page, "[@osten-2019, para. 2].\n      meridian", "[@osten-2019, p 2].\n      meridian"
    )
    project.change(page, "caption: Who", "captoin: Who")
    code, output = run(project, "meridian-2019")
    assert code == 0
    assert "captoin" not in output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met for an hour.", {"minute": ["60"]}),
        ("On 3 May 2019 they met, on May 4 they left.", {"day": ["05-03", "05-04"]}),
        ("Two of the three bells came back.", {"count of bell": ["2", "3"]}),
        ("They met seven times in three years.", {"year": ["3"]}),
        ("Sold in 1912 for 6 crowns.", {"year": ["1912"], "count of crown": ["6"]}),
        ("Of the five, two stayed.", {"count of stay": ["2"]}),
        ("Nothing is counted.", {}),
    ],
)
def test_what_a_text_measures(text: str, expected: dict[str, list[str]]) -> None:
    found = measures(text)
    assert {what: [it.value for it in values] for what, values in found.items()} == expected


def test_likeness_is_of_words_that_few_paragraphs_have(ledger: Ledger) -> None:
    likeness = Likeness.of(ledger.library)
    plan = "The plan of cooperation is to be submitted to the leaders by September."
    assert likeness(plan, plan) == pytest.approx(1)
    assert likeness(plan, "Nobody fishes there.") == 0
    paragraphs = ledger.library.sources["osten-2019"].article.paragraphs
    assert likeness.nearest(plan, paragraphs)[1].number == 7


def test_a_reading_has_a_few_words_around_its_place() -> None:
    text = " ".join(f"word{number}" for number in range(30))
    paragraph = Paragraph(1, 1, text)
    assert read_at(paragraph).words == f"{' '.join(text.split()[:12])} …"
    assert read_at(paragraph, text.index("word20")).words == (
        f"… {' '.join(text.split()[16:28])} …"
    )
    assert read_at(Paragraph(1, 1, "One, 'two'."), 6).words == "One, 'two'."


def test_of_what_could_be_added_the_most_telling_is_listed_and_the_rest_counted(
    ledger: Ledger, listed: dict[str, tuple[Item, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = found(listed, "Add to: statements")
    monkeypatch.setattr("build_tools.impact.report._MOST_ADDITIONS", 1)
    source = ledger.library.sources["new-2019"]
    section = find_impact(Newcomer(source, ledger))[-1]
    assert [item.why for item in section.listed] == ["only here: 7 crowns"] == [whole[0][1]]
    assert section.left_out == len(whole) - 1 > 0
    assert "(1, and 1 less telling)" in describe_impact(ledger, source)


def test_what_the_same_origin_says_again_is_no_witness(small: Project) -> None:
    library = load_library(small.root / "seeds")
    config = load_site_config(small.root)
    source = library.sources["new-2019"]
    osten = library.sources["osten-2019"].record.origin
    same = replace(source, record=source.record.model_copy(update={"origin": osten}))
    library = replace(library, sources={**library.sources, "new-2019": same})
    new = Newcomer(same, read_manuscript(config, library))
    whys = [item.why for item in additions(new, Likeness.of(library))]
    assert "only here: 7 crowns" in whys
    assert not any("witness" in why for why in whys)


# What is denied, and places.

DENYING = (
    "Reporters asked Milena Dorsch in Sundhavn whether the Tenor would be shipped by steamer.",
    "The office of Ulvholt did not tell reporters that a harbour survey was made off Sollin.",
    "The historians will not publish the findings, near Lake Orren, said an envoy to Møreby.",
)
ON_THEM = """\
Milena Dorsch was not asked by reporters whether the Tenor would be shipped [@osten-2019, para. 4].

The office of Ulvholt told reporters that a harbour survey was made [@osten-2019, para. 4].

The historians decline to publish the findings [@osten-2019, para. 4].

Nobody asked of the weather [@osten-2019, para. 4].
"""


@pytest.fixture(scope="module")
def denying(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, dict[str, list[str]]]:
    """A project with a source that denies, and texts and reasons that are listed for it."""
    project = copy_small_project(tmp_path_factory.mktemp("denied") / "small")
    write_source(project.root / "seeds", "new-2019", DENYING)
    project.change("seeds/new-2019.yml", "2020-09-28", "2019-05-16")
    project.write("docs/denied.md", ON_THEM)
    ledger = read_manuscript(load_site_config(project.root))
    sections = find_impact(Newcomer(ledger.library.sources["new-2019"], ledger))
    shown = {it.title: [item.why or item.text for item in it.listed] for it in sections}
    return project, shown


def test_what_is_denied_in_one_of_the_two_alone_is_listed(
    denying: tuple[Project, dict[str, list[str]]],
) -> None:
    """What both deny, each in its way, is not."""
    project, listed = denying
    [title] = [title for title in listed if "Perhaps denied" in title]
    assert listed[title] == [
        "here “not asked”, there it is not denied",
        "there “not tell reporters”, here it is not denied",
    ]
    _, output = run(project, "new-2019")
    assert f"  {line(project, 'docs/denied.md', 'Milena')}: Milena Dorsch was not asked" in output


def test_places_that_are_on_no_page_are_listed(
    denying: tuple[Project, dict[str, list[str]]],
) -> None:
    _, listed = denying
    # A place is nobody on the page of people.
    assert listed["Add to: places that are on no page"] == [
        "Sundhavn (a place?)",
        "Sollin",
        "Lake Orren (a place?), Møreby (a place?)",
    ]
    assert not [it for title in listed for it in listed[title] if "Lake Orren (a person?)" in it]
