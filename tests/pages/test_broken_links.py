"""Links within the site must lead somewhere: to a page, a file, or a place on a page."""

from dataclasses import replace

import pytest
from project import CONFIG, KIT, Project, copy_small_project

from build_tools.editor.session import Session
from build_tools.files.site_config import load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import enter_page, read_manuscript, site_markdown
from build_tools.pages.broken_links import check_broken_links
from build_tools.pages.page_links import Link, PageLinks
from build_tools.problems import Place, Problem
from build_tools.sources.library import Library

HEAD = "---\ntitle: A page\nclaims: none\n---\n\n# A page\n\n## What is left open\n\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_small_project(tmp_path_factory.mktemp("linked") / "small")


def broken(project: Project, markdown: str) -> list[Problem]:
    """Read the small project with a page of its own, in its folder of talks."""
    project.write("docs/talks/page.md", HEAD + markdown)
    found = read_manuscript(load_site_config(project.root)).findings
    return [it for it in found if it.code == "link" and it.place.path == "docs/talks/page.md"]


def test_what_is_there_may_be_linked(small: Project) -> None:
    small.write("docs/assets/bell.png", "")
    markdown = (
        "[a](index.md), [b](../index.md), [c](#what-is-left-open), [d](../sources/osten-2019.md),\n"
        "[e](../sources/osten-2019.md#para-2), [f](../corrections.md), ![](../assets/bell.png),\n"
        "[g](https://example.org/none#none), [h](mailto:bell@example.org), <https://example.org>,\n"
        "[i](verelin-ulvholt-2019.md?a=b), `[j](none.md)`, [k][1]\n\n[1]: index.md\n"
    )
    assert broken(small, markdown) == []


@pytest.mark.parametrize(
    ("markdown", "message", "hint"),
    [
        (
            "[a](verelin-ulvolt-2019.md)",
            "a link must lead to what is there, not to 'verelin-ulvolt-2019.md'",
            "did you mean 'verelin-ulvholt-2019.md'?",
        ),
        (
            "[a](corrections.md)",
            "a link must lead to what is there, not to 'corrections.md'",
            "did you mean '../corrections.md'?",
        ),
        (
            "[a](../corrections/)",
            "a link must lead to what is there, not to '../corrections/'",
            "did you mean '../corrections.md'?",
        ),
        (
            "[a](/corrections.md)",
            "a link must lead from the page's own folder, not to '/corrections.md'",
            "did you mean '../corrections.md'?",
        ),
        (
            "[a](../sources/ostn-2019.md)",
            "a link must lead to what is there, not to '../sources/ostn-2019.md'",
            "did you mean '../sources/osten-2019.md'?",
        ),
        # That all pages end alike makes none of them likely.
        (
            "[a](../xyz.md)",
            "a link must lead to what is there, not to '../xyz.md'",
            "give the path of a page from the folder of this one, as ../index.md",
        ),
        (
            "![](../assets/none.png)",
            "a picture must lead to what is there, not to '../assets/none.png'",
            None,
        ),
        (
            "[a](#what-is-left-opn)",
            "a link must lead to a place that is on talks/page.md, not to '#what-is-left-opn'",
            "did you mean '#what-is-left-open'?",
        ),
        (
            "[a](../sources/osten-2019.md#para-99)",
            "a link must lead to a place that is on sources/osten-2019.md, not to '#para-99'",
            None,
        ),
        (
            "[a](index.md#none)",
            "a link must lead to a place that is on talks/index.md, not to '#none'",
            None,
        ),
    ],
)
def test_what_is_not_there_is_found_where_it_is_typed(
    markdown: str, message: str, hint: str | None, small: Project
) -> None:
    [problem] = broken(small, f"Here, {markdown}\n")
    assert problem.message == message
    assert hint in (None, problem.hint)
    line = HEAD.count("\n") + 1
    assert problem.place == Place("docs/talks/page.md", line, 7 + markdown.index("(") + 1)


def test_each_of_equal_links_has_its_own_place(small: Project) -> None:
    found = broken(small, "[a](none.md)\n\n[b](../talks/none.md#x) and [c](none.md)\n")
    first = HEAD.count("\n") + 1
    assert [(it.place.line, it.place.column) for it in found] == [
        (first, 5),
        (first + 2, 5),
        (first + 2, 33),
    ]


def test_a_link_is_judged_anew_when_its_target_changes(small: Project) -> None:
    assert broken(small, "[a](index.md#the-bell)\n")
    index = small.text("docs/talks/index.md")
    small.write("docs/talks/index.md", f"{index}\n## The bell {{: .no-claim }}\n")
    assert broken(small, "[a](index.md#the-bell)\n") == []
    small.write("docs/talks/index.md", index)


def test_a_page_that_is_gone_may_be_linked_and_what_it_stated(small: Project) -> None:
    day = "date: 2026-12-02"
    small.write(
        "docs/_data/gone.yml",
        f"gone:\n  - statement: tower.md#s-0123abcd\n    text: It is tall.\n    {day}\n"
        f"pages:\n  - page: tower.md\n    title: The tower\n    {day}\n    reason: It fell.\n",
    )
    assert broken(small, "[a](../tower.md), [b](../tower.md#s-0123abcd)\n") == []
    [problem] = broken(small, "[a](../tower.md#none)\n")
    assert "that is on tower.md, not to '#none'" in problem.message
    (small.root / "docs/_data/gone.yml").unlink()


def test_an_editor_is_told_of_them_but_not_of_places_on_other_pages(small: Project) -> None:
    path = small.root / "docs/talks/page.md"
    path.write_text(HEAD, encoding="utf-8")
    text = f"{HEAD}[a](none.md), [b](#none), [c](index.md#none)\n"
    found = Session(small.root).findings(path, text)
    assert [it.message.rpartition(" ")[2] for it in found if it.code == "link"] == [
        "'none.md'",
        "'#none'",
    ]


def test_where_it_is_not_known_what_is_there_only_places_on_the_page_are_judged(
    library: Library,
) -> None:
    ledger = Ledger(library, replace(KIT, there=None))
    md = site_markdown(CONFIG, ledger)
    enter_page(f"{HEAD}[a](none.md) [b](#none)\n", "page.md", "page.md", ledger, md)
    [problem] = [it for it in ledger.findings if it.code == "link"]
    assert "'#none'" in problem.message


def test_a_malformed_address_is_left_to_the_rule_that_refuses_it() -> None:
    page = PageLinks((Link("http://[bad", Place("page.md")), Link("", Place("page.md"))))
    assert list(check_broken_links({"page.md": page}, frozenset())) == []


def test_a_finding_that_shows_late_is_known_by_its_page(library: Library) -> None:
    ledger = Ledger(library, KIT)
    md = site_markdown(CONFIG, ledger)
    enter_page(f"{HEAD}[a](none.md)\n", "docs/page.md", "page.md", ledger, md)
    assert [it.code for it in ledger.late_problems_of("page.md") if it.code == "link"] == ["link"]
    assert ledger.late_problems_of("other.md") == []
