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
themes: [Peace treaty]
---

Suga spoke with Putin [@xinhua-2020, para. 1; @nikkei-2020, para. 1].

Putin spoke, as Yoshihide Suga said to Vladimir Putin [@nikkei-2020, para. 1].
"""


def test_people_and_outlets_are_found_in_statements(read_page: ReadPage, library: Library) -> None:
    assert find_topics(read_page(PAGE), library) == {
        Topic("person", "Yoshihide Suga"): 2,
        Topic("person", "Vladimir Putin"): 2,
        Topic("outlet", "Xinhua"): 1,
        Topic("outlet", "Nikkei Asia"): 2,
        Topic("theme", "Peace treaty"): 2,
    }


def test_each_topic_has_its_place_on_their_page(read_page: ReadPage, library: Library) -> None:
    page = read_page(PAGE)
    text = render_topics(Ledger(library, KIT, pages={page.uri: page}))
    assert "- **Peace treaty**{: #theme-peace-treaty }: [A call](page.md)\n" in text
    assert "- **Nikkei Asia**{: #outlet-nikkei-asia }: [A call](page.md) (2)\n" in text
    # By last name.
    assert text.index("Vladimir Putin") < text.index("Yoshihide Suga")
    assert render_topics(Ledger(library, KIT)).count("\n## ") == 0


def test_an_id_is_given_once_however_themes_are_written(
    read_page: ReadPage, library: Library
) -> None:
    page = read_page(PAGE.replace("[Peace treaty]", "[Peace treaty, peace-treaty, 平和条約]"))
    other = replace(page, uri="other.md", tags=("PEACE TREATY",))
    assert find_topics(page, library)[Topic("theme", "peace treaty")] == 2
    text = render_topics(Ledger(library, KIT, pages={page.uri: page, other.uri: other}))
    assert text.count("{: #theme-peace-treaty }: [A call](page.md), [A call](other.md)\n") == 1
    assert text.count("{: #theme-") == 2
    assert "{: #theme-平和条約 }" in text
