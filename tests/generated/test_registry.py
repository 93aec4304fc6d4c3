"""The generated pages: what they count, list and link, and their places in the navigation."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from fixture_types import Golden
from project import KIT, ROOT

from build_tools.assembly import ALL_RULES as RULES
from build_tools.assembly import generated_pages
from build_tools.files.site_config import load_site_config
from build_tools.generated.contributing import render_contributor_page
from build_tools.generated.evidence import (
    count_origins,
    count_verdicts,
    render_evidence_json,
    render_evidence_page,
    source_uses,
)
from build_tools.generated.registry import expand_nav
from build_tools.generated.sources import render_source, render_sources, summarise_lines
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.front_matter import Filling, LineOrigin, parse_page
from build_tools.pages.quoted_words import count_shown, find_shown
from build_tools.site_data.tamper_report import TAMPER
from build_tools.sources.library import Library

PAGE = """\
---
title: A call
---

The call lasted about 25 minutes, Kyodo reported [@kyodo-2021, para. 7].

Kishida *spoke by phone* with President Putin on Thursday,
by Kyodo's account [@kyodo-2021, para. 1].

The call lasted 20 minutes [@nikkei-2020, para. 3; @xinhua-2020, para. 2].

It lasted about 25 minutes [@kyodo-2021, para. 7]. <!-- waive attribution: why not -->

Putin said it was a "legitimate outcome of the war", Kyodo reported [@kyodo-2021, para. 5].

The call lasted 99 minutes, Xinhua reported [@xinhua-2020, para. 2].

Nobody cites this.

Nobody need cite this.
{: .no-claim }
"""


@pytest.fixture(scope="module")
def small(library: Library) -> Ledger:
    """One page, with a statement of every verdict."""
    source = parse_page(PAGE, "docs/contacts/call.md")
    ledger = Ledger(library, KIT, page_info(source, "docs/contacts/call.md", "contacts/call.md"))
    site_markdown(load_site_config(ROOT), ledger).convert(source.body)
    return ledger


def row(page: str, label: str) -> list[str]:
    """Return the cells of a table's row behind its label."""
    found = re.search(rf"^\| {re.escape(label)} \|(.*)\|$", page, re.MULTILINE)
    assert found, label
    return [cell.strip() for cell in found[1].split("|")]


# The state of the evidence.


def test_the_counts(small: Ledger) -> None:
    assert count_verdicts(small) == {
        "borne out": 3,
        "waived by a reviewer": 1,
        "cannot be checked in full": 1,
        "not borne out": 1,
    }
    assert count_origins(small) == {1: 5, 2: 1}
    [kyodo] = [use for use in source_uses(small) if use.id == "kyodo-2021"]
    assert (kyodo.used, kyodo.unused, kyodo.statements) == ((1, 5, 7), (2, 3, 4, 6, 8, 9), 4)
    # The words that the page on names shows in any case, and those quoted here.
    names = count_shown(find_shown([], small.library))["kyodo-2021"]
    assert kyodo.shown == names + len("legitimate outcome of the war".split())


def test_the_counts_of_the_real_pages_add_up(manuscript: Ledger) -> None:
    total = len(manuscript.entries)
    assert total > 0
    assert sum(count_verdicts(manuscript).values()) == total
    assert sum(count_origins(manuscript).values()) == total
    for use in source_uses(manuscript):
        paragraphs = len(manuscript.library.sources[use.id].article.paragraphs)
        assert sorted(use.used + use.unused) == list(range(1, paragraphs + 1))


def test_the_json_agrees_with_the_page(manuscript: Ledger) -> None:
    data = json.loads(render_evidence_json(manuscript))
    page = render_evidence_page(manuscript)
    assert row(page, "Statements") == [str(len(data["statements"]))]
    assert row(page, "Citations") == [str(sum(len(s["citations"]) for s in data["statements"]))]
    assert row(page, "Pages with statements") == [str(len({s["page"] for s in data["statements"]}))]
    for verdict, count in data["verdicts"].items():
        assert row(page, verdict.capitalize()) == [str(count)]
        assert sum(s["verdict"] == verdict for s in data["statements"]) == count
    for count, number in data["origins"].items():
        assert sum(len(s["origins"]) == int(count) for s in data["statements"]) == number
        assert f"| {count} | {number} |" in page


def test_the_json_has_each_finding_and_waiver(small: Ledger) -> None:
    statements = json.loads(render_evidence_json(small))["statements"]
    assert [bool(s["findings"]) for s in statements] == [False] * 4 + [True] * 2
    assert statements[3]["waivers"] == [{"code": "attribution", "reason": "why not"}]
    assert statements[5]["findings"][0].startswith("number: “99 minutes”")
    assert statements[2]["origins"] == ["nikkei", "xinhua"]
    assert statements[0]["citations"] == [
        {"source": "kyodo-2021", "paragraphs": [7], "pins": [], "absent": []}
    ]


def test_the_page_shows_every_problem(small: Ledger) -> None:
    page = render_evidence_page(small)
    failing = page[page.index("### Not borne out") : page.index("### What could not be checked")]
    assert "99 minutes" in failing
    assert "    - number: " in failing
    undecided = page[page.index("### What could not be") : page.index("### What reviewers waived")]
    assert "    - speaker: " in undecided
    waived = page[page.index("### What reviewers waived") : page.index("## How many")]
    assert "    - attribution: why not" in waived
    others = page[page.index("### Problems beyond") : page.index("### Not borne out")]
    assert "`docs/contacts/call.md:18:1` uncited: " in others
    assert "number" not in others
    assert row(page, "Blocks of text that make no claim, marked as such") == ["1"]


def test_the_page_says_that_nothing_is_wrong(library: Library) -> None:
    page = render_evidence_page(Ledger(library))
    assert "Every check could decide on every statement." in page
    assert "Nothing: no problem was waived." in page
    assert "The report of the tamper test is not there." in page
    assert "### Not borne out" not in page


def test_the_tamper_report_is_shown(small: Ledger) -> None:
    report = KIT.data.of(TAMPER)
    assert report is not None
    page = render_evidence_page(small)
    for kind in report.kinds:
        assert row(page, kind.kind.capitalize())[:2] == [str(kind.made), str(kind.caught)]


# Sources.


def test_the_page_of_a_source(small: Ledger, golden: Golden) -> None:
    golden(render_source(small.library.sources["kyodo-2021"], small), "source.md")


@pytest.mark.parametrize(
    "id_", ["kyodo-2021", "nikkei-2020", "sputnik-2016", "telesur-2021", "xinhua-2020"]
)
def test_the_text_of_an_article_is_not_on_its_page(library: Library, id_: str) -> None:
    source = library.sources[id_]
    page = render_source(source, Ledger(library, KIT))
    # The links to the original hold the ends of paragraphs, in the form of addresses.
    prose = re.sub(r"\]\([^)\s]*\)", "]", page)
    for paragraph in source.article.paragraphs:
        words = paragraph.folded.text.split()
        for start in range(0, len(words) - 8, 8):
            assert " ".join(words[start : start + 8]) not in prose
    assert page.count("Nothing on this site rests on this paragraph.") == len(
        source.article.paragraphs
    )


def test_every_line_of_an_original_is_summarised(library: Library) -> None:
    for source in library.sources.values():
        lines = summarise_lines(source.article)
        assert sum(line.count for line in lines) == len(source.article.lines)
        [body] = [line for line in lines if line.kind == "body"]
        assert (body.count, body.words) == (
            len(source.article.paragraphs),
            source.article.body_words,
        )
    [furniture] = [
        line
        for line in summarise_lines(library.sources["kyodo-2021"].article)
        if line.kind == "furniture"
    ]
    assert furniture.lines == "22-23"


def test_a_statement_is_linked_from_its_paragraph(small: Ledger) -> None:
    page = render_source(small.library.sources["kyodo-2021"], small)
    seventh = page[page.index("### Paragraph 7 ") : page.index("### Paragraph 8 ")]
    ids = [entry.statement.id for entry in small.resting_on("kyodo-2021")[7]]
    assert re.findall(r"\(\.\./contacts/call\.md#([\w-]+)\)", seventh) == ids
    assert "(#para-2)" in page[page.index("## Paragraphs that nothing rests on") :]


def test_the_list_of_sources(small: Ledger) -> None:
    page = render_sources(small)
    assert "# 5 articles, 4 independent origins" in page
    assert re.findall(r"\]\((\S+)\.md\) \|", page) == [
        "sputnik-2016",
        "nikkei-2020",
        "xinhua-2020",
        "telesur-2021",
        "kyodo-2021",
    ]
    assert row(page, "[Kyodo](kyodo-2021.md)")[-2:] == ["3 of 9", "4"]


# Contributors.


def test_every_rule_is_explained(library: Library) -> None:
    page = render_contributor_page(Ledger(library, KIT))
    for rule in RULES.values():
        section = page.split(f"### {rule.code} {{: #rule-{rule.code} }}")[1].split("\n### ")[0]
        assert f"````markdown\n{rule.fails}\n````" in section
        assert f"````markdown\n{rule.passes}\n````" in section
        assert ("A reviewer may waive it" in section) == rule.waivable, rule.code


def test_every_kind_of_block_is_shown(library: Library) -> None:
    page = render_contributor_page(Ledger(library, KIT))
    source = parse_page(page, "contributing.md", {"timeline": Filling(("a: 1",), (LineOrigin(1),))})
    # Nothing is filled in: what is shown as an example stays one.
    assert source.problems == ()
    assert page.endswith(source.body)
    ledger = Ledger(
        library, KIT, page_info(source, "contributing.md", "contributing.md", written=False)
    )
    html = site_markdown(load_site_config(ROOT), ledger).convert(source.body)
    for kind in KIT.blocks.values():
        start = html.index(f'id="block-{kind.name}"')
        section = re.sub(r"<[^>]+>", "", html[start : html.index("<h3", start + 1)])
        assert kind.purpose in unescape(section)
        assert f"```{kind.name}\n" in unescape(section)
        assert kind.example in unescape(section)
    assert 'class="problem' not in html


def test_the_limits_are_those_of_the_site(library: Library) -> None:
    limits = library.limits.model_copy(update={"largest_quotation": 12, "largest_share": 0.1})
    page = render_contributor_page(Ledger(replace(library, limits=limits), KIT))
    assert row(page, "Words of one quotation") == ["12"]
    assert row(page, "Words shown of one article on the whole site") == ["10 % of its body"]


# The navigation.


def test_the_folder_of_sources_is_filled_in(library: Library) -> None:
    pages = generated_pages(library)
    nav = [{"Home": "index.md"}, {"Sources": ["sources/index.md", "sources/"]}, "reuse.md"]
    assert expand_nav(nav, pages) == [
        {"Home": "index.md"},
        {
            "Sources": [
                "sources/index.md",
                "sources/sputnik-2016.md",
                "sources/nikkei-2020.md",
                "sources/xinhua-2020.md",
                "sources/telesur-2021.md",
                "sources/kyodo-2021.md",
            ]
        },
        "reuse.md",
    ]
    assert expand_nav(None, pages) is None
    assert expand_nav(["sources/index.md"], pages) == ["sources/index.md"]


def test_every_generated_page_can_be_edited_somewhere(small: Ledger) -> None:
    pages = generated_pages(small.library)
    assert len({page.uri for page in pages}) == len(pages) > len(small.library.sources)
    for page in pages:
        assert (ROOT / page.edit_path).exists()
        assert page.render(small).startswith("---\ntitle: ")
