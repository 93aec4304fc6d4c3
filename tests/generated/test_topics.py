"""Themes, people and outlets of pages."""

from dataclasses import replace

from fixture_types import ReadPage
from project import KIT

from build_tools.generated.topics import Topic, find_topics, render_topics
from build_tools.ledger import Ledger
from build_tools.sources.library import Library

PAGE = """\
---
title: A call
themes: [Canal tolls]
---

Ulvholt spoke with Verelin [@meridian-2019, para. 1; @osten-2019, para. 1].

Verelin spoke, as Maren Ulvholt said to Tovan Verelin [@osten-2019, para. 1].
"""


def test_people_and_outlets_are_found_in_statements(read_page: ReadPage, library: Library) -> None:
    assert find_topics(read_page(PAGE), library) == {
        Topic("person", "Maren Ulvholt"): 2,
        Topic("person", "Tovan Verelin"): 2,
        Topic("outlet", "Meridian"): 1,
        Topic("outlet", "Osten News Agency"): 2,
        Topic("theme", "Canal tolls"): 2,
    }


def test_each_topic_has_its_place_on_their_page(read_page: ReadPage, library: Library) -> None:
    page = read_page(PAGE)
    text = render_topics(Ledger(library, KIT, pages={page.uri: page}))
    assert "- **Canal tolls**{: #theme-canal-tolls }: [A call](page.md)\n" in text
    assert "- **Osten News Agency**{: #outlet-osten-news-agency }: [A call](page.md) (2)\n" in text
    # By last name.
    assert text.index("Maren Ulvholt") < text.index("Tovan Verelin")
    assert render_topics(Ledger(library, KIT)).count("\n## ") == 0


def test_an_id_is_given_once_however_themes_are_written(
    read_page: ReadPage, library: Library
) -> None:
    page = read_page(PAGE.replace("[Canal tolls]", "[Canal tolls, canal-tolls, 運河]"))
    other = replace(page, uri="other.md", tags=("CANAL TOLLS",))
    assert find_topics(page, library)[Topic("theme", "canal tolls")] == 2
    text = render_topics(Ledger(library, KIT, pages={page.uri: page, other.uri: other}))
    assert text.count("{: #theme-canal-tolls }: [A call](page.md), [A call](other.md)\n") == 1
    assert text.count("{: #theme-") == 2
    assert "{: #theme-運河 }" in text
