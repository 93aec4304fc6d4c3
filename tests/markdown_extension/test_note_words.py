"""The words of articles come into the notes of a page once every page has been read."""

import re
from dataclasses import replace

from project import CONFIG, KIT

from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.markdown_extension.note_words import NoteWords
from build_tools.pages.front_matter import parse_page
from build_tools.sources.library import Library

TEXT = "The call lasted 35 minutes, Osten reported [@osten-2019, para. 2]."


def filled(library: Library, text: str, *, whole: bool = False) -> str:
    source = parse_page(text, "docs/page.md")
    ledger = Ledger(library, KIT, page_info(source, "docs/page.md", "page.md"))
    html = site_markdown(CONFIG, ledger).convert(source.body)
    assert "data-words" in html
    return "".join(NoteWords.of(ledger, whole=whole).fill("page.md", html))


def words(html: str) -> list[str]:
    return re.findall(r'<span class="note__words">(.*?)</span>', html)


def test_a_note_shows_the_words_that_its_statement_rests_on(library: Library) -> None:
    html = filled(library, TEXT)
    assert "data-words" not in html
    [shown] = words(html)
    assert re.fullmatch(r"<q>.*35 minutes.*</q>", shown)


def test_words_of_two_sentences_do_not_read_as_one(library: Library) -> None:
    paragraph = library.sources["osten-2019"].article.paragraphs[1].text
    first, second = (paragraph.split(". ")[n].rstrip(".") for n in (0, 1))
    quoted = (" ".join(first.split()[-4:]), " ".join(second.split()[:4]))
    text = f'Osten: "{quoted[0]}" and "{quoted[1]}" [@osten-2019, para. 2].'
    limits = library.limits.model_copy(update={"largest_share": 0.001})
    [shown] = words(filled(replace(library, limits=limits), text))
    assert shown == f"<q>… {quoted[0]}.</q> <q>{quoted[1]} …</q>"


def test_of_several_paragraphs_each_is_named(library: Library) -> None:
    html = filled(library, TEXT.replace("para. 2", "paras. 2-3"))
    assert [shown.split(":")[0] for shown in words(html)] == ["Para. 2", "Para. 3"]


def test_where_nothing_may_be_shown_the_note_says_where_to_look(library: Library) -> None:
    limits = library.limits.model_copy(update={"largest_share": 0.001})
    none = replace(library, limits=limits)
    assert words(filled(none, TEXT)) == ["Read this paragraph in the original."]
    several = TEXT.replace("para. 2", "paras. 2-3")
    assert words(filled(none, several))[1] == "Para. 3: read it in the original."


def test_an_absence_has_no_words_but_those_searched_for(library: Library) -> None:
    text = f'{TEXT} A poll is not in this article by Osten [@osten-2019, no mention of "poll"].'
    html = filled(library, text)
    assert len(words(html)) == 1
    assert "not in this article; searched for: “poll”" in html


def test_a_preview_alone_shows_paragraphs_in_full(library: Library) -> None:
    paragraph = library.sources["osten-2019"].article.paragraphs[1].text
    assert paragraph not in filled(library, TEXT)
    html = filled(library, TEXT, whole=True)
    assert f"In this preview alone, para. 2 in full: <q>{paragraph}</q>" in html
    without = re.sub(r' <span class="note__whole">.*?</span>', "", html)
    assert without == filled(library, TEXT)
