"""The generated pages: what they count, list and link, and their places in the navigation."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from fixture_types import Golden
from generated.published import published_site
from project import CONFIG, KIT, ROOT

from build_tools.assembly import ALL_RULES as RULES
from build_tools.assembly import generated_pages
from build_tools.files.data_files import SiteData
from build_tools.generated.contributing import render_contributor_page
from build_tools.generated.evidence import (
    count_origins,
    count_verdicts,
    render_evidence_page,
    source_uses,
)
from build_tools.generated.evidence_files import render_evidence_json
from build_tools.generated.sources import render_source, render_sources, summarise_lines
from build_tools.generated.tally import tally_pages
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.front_matter import Filling, LineOrigin, parse_page
from build_tools.pages.quoted_words import count_shown, find_shown
from build_tools.site_data.measurements import (
    ALTERED_FACTS,
    MEASURED_STATEMENTS,
    AlteredFacts,
    MeasuredStatements,
)
from build_tools.sources.library import Library

PAGE = """\
---
title: A call
---

They met for 90 minutes, The Harbour Post reported [@harbour-post-2015, para. 2].

The ministers *failed* to settle the quarrel on Thursday,
by The Harbour Post's account [@harbour-post-2015, para. 1].

The bell was cast in 1644 [@harbour-post-2015, para. 3; @meridian-2019, para. 6].

The bell was not for sale [@harbour-post-2015, para. 5]. <!-- waive attribution: why not -->

The bell was "seized by Kestrian sailors", Osten wrote [@coast-2020, para. 1; @osten-2019, para. 6].

The call lasted 99 minutes, Osten reported [@osten-2019, para. 2].

Nobody cites this.

Nobody need cite this.
{: .no-claim }
"""


@pytest.fixture(scope="module")
def small(library: Library) -> Ledger:
    """One page, with a statement of every verdict: one cites a source that does not load."""
    library = replace(library, broken=frozenset(["coast-2020"]))
    source = parse_page(PAGE, "docs/talks/call.md")
    ledger = Ledger(library, KIT, page_info(source, "docs/talks/call.md", "talks/call.md"))
    site_markdown(CONFIG, ledger).convert(source.body)
    return ledger


def row(page: str, label: str) -> list[str]:
    """Return the cells of a table's row behind its label."""
    found = re.search(rf"^\| {re.escape(label)} \|(.*)\|$", page, re.MULTILINE)
    assert found, label
    return [cell.strip() for cell in found[1].split("|")]


# The state of the evidence.


def test_the_counts(small: Ledger) -> None:
    assert count_verdicts(tally_pages(small)) == {
        "borne out": 3,
        "waived by a reviewer": 1,
        "cannot be checked in full": 1,
        "not borne out": 1,
    }
    assert count_origins(tally_pages(small)) == {1: 5, 2: 1}
    [post] = [use for use in source_uses(small) if use.id == "harbour-post-2015"]
    assert (post.used, post.unused, post.statements) == ((1, 2, 3, 5), (4, *range(6, 12)), 4)
    # The words that a page on names may show in any case, those quoted here beside them, and those
    # of extracts.
    [osten] = [use for use in source_uses(small) if use.id == "osten-2019"]
    names = count_shown(find_shown([], small.library))["osten-2019"]
    quoted, in_both = "seized by Kestrian sailors".split(), "seized by".split()
    assert names + len(quoted) - len(in_both) < osten.shown <= osten.limit


def test_the_counts_of_all_pages_add_up(manuscript: Ledger) -> None:
    total = len(manuscript.entries)
    assert total > 0
    assert sum(count_verdicts(tally_pages(manuscript)).values()) == total
    assert sum(count_origins(tally_pages(manuscript)).values()) == total
    for use in source_uses(manuscript):
        paragraphs = len(manuscript.library.sources[use.id].article.paragraphs)
        assert sorted(use.used + use.unused) == list(range(1, paragraphs + 1))


def test_the_json_agrees_with_the_page(manuscript: Ledger) -> None:
    data = json.loads(render_evidence_json(published_site(manuscript)))
    page = render_evidence_page(manuscript)
    assert row(page, "Statements") == [str(len(data["statements"]))]
    assert row(page, "Citations") == [str(sum(len(s["citations"]) for s in data["statements"]))]
    assert row(page, "Pages with statements") == [str(len({s["page"] for s in data["statements"]}))]
    for verdict, count in data["verdicts"].items():
        assert row(page, verdict.capitalize()) == [str(count)]
        assert sum(s["verdict"] == verdict for s in data["statements"]) == count
    for count, number in data["origins"].items():
        assert sum(len(s["origins"]) == int(count) for s in data["statements"]) == number
        assert re.search(rf"^\| {count} origins? \| {number} \|$", page, re.MULTILINE)


def test_the_page_shows_every_problem(small: Ledger) -> None:
    page = render_evidence_page(small)
    failing = page[page.index("### Not borne out") : page.index("### What could not be checked")]
    assert "99 minutes" in failing
    assert "    - number: " in failing
    undecided = page[page.index("### What could not be") : page.index("### What reviewers waived")]
    assert "    - source: " in undecided
    waived = page[page.index("### What reviewers waived") : page.index("## How many")]
    assert "    - attribution: why not" in waived
    others = page[page.index("### Problems beyond") : page.index("### Not borne out")]
    assert "`docs/talks/call.md:18:1` uncited: " in others
    assert "number" not in others
    assert row(page, "Blocks of text that make no claim, marked as such") == ["1"]


def test_the_page_says_that_nothing_is_wrong(library: Library) -> None:
    page = render_evidence_page(Ledger(library))
    assert "Every check could decide on every statement." in page
    assert "Nothing: no problem was waived." in page
    assert "The table of altered facts is missing." in page
    assert "The table of true and false statements is missing." in page
    assert "### Not borne out" not in page


MEASURED = {"date": "2026-11-27", "commit": "5b08b18"}


def test_altered_facts_are_shown(small: Ledger) -> None:
    rows = [{"kind": "a number", "made": 60, "caught": 30, "surfaced": 59}]
    table = AlteredFacts.model_validate(MEASURED | {"kinds": rows})
    data = SiteData({ALTERED_FACTS.path: table})
    page = render_evidence_page(replace(small, kit=replace(KIT, data=data)))
    assert row(page, "A number") == ["60", "30, 50.0&nbsp;%", "59, 98.3&nbsp;%"]
    assert "Measured on 27 November 2026 at commit `5b08b18`." in page


def false_statements(library: str, kind: str, caught: int) -> dict[str, object]:
    counts = {"made": 10, "caught": caught, "surfaced": caught + 1, "told-apart": caught - 1}
    twins = {"made": 10, "refused": 1, "asked": 5}
    return {"library": library, "kind": kind, **counts, "twins": twins}


def test_measured_statements_are_shown_by_library_and_by_kind(small: Ledger) -> None:
    data = MEASURED | {
        "false-statements": [
            false_statements("ours", "wrong number", 9),
            false_statements("ours", "wrong scope", 2),
            false_statements("theirs", "wrong number", 7),
        ],
        "true-statements": [
            {"library": "ours", "made": 20, "refused": 4, "asked": 30},
            {"library": "theirs", "made": 10, "refused": 0, "asked": 0},
        ],
    }
    table = MeasuredStatements.model_validate(data)
    kit = replace(KIT, data=SiteData({MEASURED_STATEMENTS.path: table}))
    page = render_evidence_page(replace(small, kit=kit))
    assert "Measured on 27 November 2026 at commit `5b08b18`." in page
    assert "Of 30 false statements, 9 got through without a question." in page
    assert "Of 60 true ones, 7 were refused." in page
    assert [cell[:8] for cell in row(page, "False statements caught")] == [
        "11 of 20",
        "7 of 10,",
        "18 of 30",
    ]
    assert (
        row(page, "Other true statements refused")[0] == "4 of 20, 20 % (8\u00a0to\u00a042\u00a0%)"
    )
    assert row(page, "Stand-ins asked for, to each other true statement") == [
        "1.50",
        "0.00",
        "1.00",
    ]
    assert row(page, "Stand-ins asked for, to each true twin") == ["0.50"] * 3
    # The kind of which most gets through comes first.
    assert page.index("| Wrong scope |") < page.index("| Wrong number |")
    assert row(page, "Wrong number") == [
        "16 of 20, 80 % (58\u00a0to\u00a092\u00a0%)",
        "18",
        "14",
        "2",
    ]


# Sources.


def test_the_page_of_a_source(small: Ledger, golden: Golden) -> None:
    golden(render_source(small.library.sources["harbour-post-2015"], small), "source.md")


def test_words_of_an_article_are_escaped_once(library: Library) -> None:
    page = 'The bell is held by a museum, Osten wrote [@osten-2019, para. 6, "Ilva\'s Bell"].\n'
    ledger = Ledger(library, KIT, page_info(parse_page(page, "docs/a.md"), "docs/a.md", "a.md"))
    site_markdown(CONFIG, ledger).convert(page)
    made = render_source(library.sources["osten-2019"], ledger)
    assert "“… Ilva's Bell …" in made


@pytest.mark.parametrize("id_", ["harbour-post-2015", "meridian-2019", "osten-2019"])
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
        for line in summarise_lines(library.sources["osten-2019"].article)
        if line.kind == "furniture"
    ]
    assert furniture.lines == "35"


def test_a_statement_is_linked_from_its_paragraph(small: Ledger) -> None:
    page = render_source(small.library.sources["harbour-post-2015"], small)
    second = page[page.index("### Paragraph 2 ") : page.index("### Paragraph 3 ")]
    ids = [entry.statement.id for entry in small.resting_on("harbour-post-2015")[2]]
    assert re.findall(r"\(\.\./talks/call\.md#([\w-]+)\)", second) == ids
    assert "(#para-4)" in page[page.index("## Paragraphs that nothing rests on") :]


def test_the_list_of_sources(small: Ledger) -> None:
    page = render_sources(small)
    assert "# 3 articles, 2 origins" in page
    assert re.findall(r"\]\((\S+)\.md\)<br>", page) == [
        "harbour-post-2015",
        "osten-2019",
        "meridian-2019",
    ]
    [harbour] = [line for line in page.splitlines() if "](harbour-post-2015.md)" in line]
    assert harbour.endswith("| 4, on 4 of 11 paragraphs |")


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
    html = site_markdown(CONFIG, ledger).convert(source.body)
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
    assert row(page, "Words of one quotation") == ["`largest_quotation`", "12"]
    share = "Words shown of one article on the whole site, in notes as well, as a share of its body"
    assert row(page, share) == ["`largest_share`", "0.1"]


def test_every_generated_page_can_be_edited_somewhere(small: Ledger) -> None:
    pages = generated_pages(small.library)
    assert len({page.uri for page in pages}) == len(pages) > len(small.library.sources)
    for page in pages:
        assert any((root / page.edit_path).exists() for root in (ROOT, CONFIG.root))
        assert page.render(small).startswith("---\ntitle: ")
