"""The statements that the state of the evidence lists again, put in once all pages are read."""

import pytest
from project import CONFIG, KIT

from build_tools.generated.evidence import render_evidence_page
from build_tools.generated.statements_again import fill_again
from build_tools.generated.tally import tally_pages
from build_tools.kept import Kept
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.front_matter import parse_page
from build_tools.sources.library import Library

PAGE = """\
---
title: {title}
---

The Harbour Post's account has "90 < minutes" & more [@harbour-post-2015, para. 2].

{text} [@osten-2019, para. 2].

The bell was cast in 1644 [@harbour-post-2015, para. 3; @meridian-2019, para. 6].
"""


def ledger_of(library: Library, *, text: str = "Osten reported the call") -> Ledger:
    ledger = Ledger(library, KIT)
    md = site_markdown(CONFIG, ledger)
    for uri, title in {"talks/call.md": 'The "call" & more', "index.md": "Home"}.items():
        page = PAGE.format(title=title, text=text if uri == "index.md" else "Osten tells of it")
        source = parse_page(page, f"docs/{uri}")
        ledger.page = page_info(source, f"docs/{uri}", uri)
        md.reset()
        md.convert(source.body)
    return ledger


def shown(ledger: Ledger) -> str:
    """Return the HTML of the page as it is published."""
    source = parse_page(render_evidence_page(ledger), "evidence.md")
    ledger.page = page_info(source, "evidence.md", "evidence.md", written=False)
    html = site_markdown(CONFIG, ledger).convert(source.body)
    return fill_again(html, ledger, lambda uri: f"../{uri.removesuffix('.md')}/")


def test_each_statement_with_one_origin_is_linked(library: Library) -> None:
    ledger = ledger_of(library)
    html = shown(ledger)
    singles = [entry for tally in tally_pages(ledger) for entry in tally.singles]
    assert len(singles) == 4
    for entry in singles:
        assert f'../{entry.page.uri.removesuffix(".md")}/#{entry.statement.id}">' in html
    assert "<summary>The 'call' &amp; more: 2</summary>" in html
    assert 'has "90 &lt; minutes" &amp; more. <a href' in html
    assert "</ul>\n</details>\n<h2 id=" in html
    assert "data-statements-again" not in html


def test_an_edited_page_alone_is_listed_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Kept, "builds_follow", True)
    shown(ledger_of(library))
    edited = ledger_of(library, text="Osten reported a call")
    assert "Osten reported a call. <a" in (html := shown(edited))
    assert html.count("<details") == 2
    monkeypatch.setattr(Kept, "builds_follow", False)
    assert html == shown(ledger_of(library, text="Osten reported a call"))


def test_a_citation_alone_ends_nothing(library: Library) -> None:
    html = shown(ledger_of(library, text=""))
    assert html.count("<details") == 2


def test_a_site_without_statements_lists_none(library: Library) -> None:
    assert "data-statements-again" not in render_evidence_page(Ledger(library))
