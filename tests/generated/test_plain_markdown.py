"""Pages as plain Markdown: Pandoc finds their citations, and nothing of the web page is left."""

from dataclasses import replace
from typing import Any

import pytest
from generated.published import SITE, published_pages
from project import CONFIG, KIT
from syntax.test_pandoc import found_by_pandoc, locator, locators_by_pandoc

from build_tools.generated.plain_markdown import render_llms_txt, render_plain_page
from build_tools.generated.publication import PublishedPage
from build_tools.generated.published_site import PublishedSite
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.markdown_extension.note_words import divide
from build_tools.pages.front_matter import parse_page
from build_tools.sources.library import Library

PAGE = """\
---
title: "A call: with * and [x]"
---

# A *call* about `a*b` [x] {: #call }

They met for 90 minutes, The Harbour Post reported [@harbour-post-2015, para. 2].

@osten-2019 [para. 2] tells of a call of 35 minutes. See [the other](other.md#part "Title") and
[the web](https://example.com/a_b).

- 1644 was when the bell was cast [@harbour-post-2015, para. 3; @meridian-2019, para. 6].
- Osten's report does not say how heavy it is [@osten-2019, no mention of "kilogram"].

Table: Who said it

| Who | What |
| --- | --- |
| Osten | The call lasted 35 minutes, Osten reported [@osten-2019, para. 2]. |

> A quote | with a bar, $5, <b> and ^ or ~.
{: .no-claim }

````markdown
```coverage
meridian-2019: 35 minutes [@meridian-2019, para. 3].
```
````
"""


@pytest.fixture(scope="module")
def ledger(library: Library) -> Ledger:
    return Ledger(library, KIT)


@pytest.fixture(scope="module")
def text(ledger: Ledger) -> str:
    source = parse_page(PAGE, "docs/talks/call.md")
    ledger.page = page_info(source, "docs/talks/call.md", "talks/call.md")
    html = site_markdown(CONFIG, ledger).convert(source.body).replace("other.md", "../other/")
    parts = divide(html)
    page = PublishedPage("talks/call.md", "talks/call/", "A call: x", "", "", "2026-12-02", *parts)
    return render_plain_page("talks/call.md", PublishedSite(ledger, SITE, {"talks/call.md": page}))


def test_the_head_names_the_page_and_its_bibliography(text: str) -> None:
    assert text.startswith(
        '---\ntitle: "A call: x"\nauthor: "The authors"\ndate: 2026-12-02\n'
        'url: "https://example.org/x/talks/call/"\n'
        'license: "https://creativecommons.org/licenses/by/4.0/"\n'
        'bibliography: "call.csl.yaml"\n---\n\n'
    )


def test_pandoc_finds_every_citation_in_its_place(ledger: Ledger, text: str) -> None:
    theirs = found_by_pandoc(text)
    ours = [c for one in ledger.pages["talks/call.md"].statements for c in one.citations]
    assert [found["citationId"] for found in theirs] == [c.key for c in ours] != []
    assert locators_by_pandoc(theirs) == [locator(c) for c in ours]


def test_the_text_is_markdown_and_no_more(text: str) -> None:
    assert "# A *call* about `a*b` \\[x\\]\n" in text
    assert (
        "They met for 90 minutes, The Harbour Post reported. [@harbour-post-2015, para. 2]\n"
        in text
    )
    assert "[the other](https://example.org/x/talks/other/#part)" in text
    assert "[the web](https://example.com/a_b)" in text
    assert 'no mention of "kilogram"]' in text
    assert "Table: Who said it\n\n| Who | What |\n| --- | --- |\n| Osten | The call" in text
    assert "bar, \\$5, " in text
    # Code that has a fence in it stays code: Pandoc would find one citation more.
    assert (
        "\n````\n```coverage\nmeridian-2019: 35 minutes [@meridian-2019, para. 3].\n```\n````"
        in text
    )
    for left in ("¶", "Notes", "note-", "Copy the link", "<span"):
        assert left not in text


def test_a_reader_s_program_finds_every_page(manuscript: Ledger) -> None:
    pages: dict[str, Any] = published_pages(manuscript)
    pages["a.md"] = replace(pages["index.md"], title="*A*", description="What [it] is.")
    text = render_llms_txt(PublishedSite(manuscript, SITE, pages))
    assert text.startswith("# One bell, two names\n\n> ")
    assert "- [\\*A\\*](https://example.org/x/a.md): What \\[it\\] is.\n" in text
    before, _, sources = text.partition("## Sources\n")
    assert "https://example.org/x/talks.md" in before
    assert "https://example.org/x/sources/osten-2019.md" in sources
    assert text.count("](https://") == len(pages) + 5
