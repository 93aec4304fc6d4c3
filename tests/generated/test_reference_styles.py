"""References in words, with pandoc as the judge: it formats the same items by the styles' files."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from pandoc import STYLES, run_pandoc

from build_tools.generated.items import Item, item_of_source
from build_tools.generated.reference_styles import style_reference
from build_tools.sources.library import Library
from build_tools.sources.records import Name

ITEM = Item(
    "item", "article-newspaper", "What now", "The Weekly", "https://a.example/x_y?z=1", "en"
)
AGENCY = Name(literal="Osten News and Agency")
PERSON = Name(family="Tøfting", given="Sigrun Jean-Paul")
OTHER = Name(family="Evandt", given="P.")
RUSSIAN = Name(family="Петров", given="Иван Сергеевич")
JAPANESE = Name(family="山田", given="太郎")
DAY = "2021-10-08"
CASES = {
    "no author": replace(ITEM, issued=DAY),
    "an agency": replace(ITEM, authors=(AGENCY,), issued=DAY),
    "a person": replace(ITEM, authors=(PERSON,), issued=DAY),
    "two": replace(ITEM, authors=(PERSON, OTHER), issued=DAY),
    "three": replace(ITEM, authors=(RUSSIAN, PERSON, OTHER), issued=DAY),
    "one name only": replace(ITEM, authors=(Name(family="Mono"),), issued=DAY),
    "a Russian name and headline": replace(
        ITEM, authors=(RUSSIAN,), title="Переговоры продолжаются", container="Вести", issued=DAY
    ),
    "a Japanese name and headline": replace(
        ITEM, authors=(JAPANESE,), title="交渉、再開へ", container="朝日", issued=DAY
    ),
    "a question": replace(ITEM, title="What now?", issued=DAY),
    "quotation marks": replace(ITEM, title="A “last” ‘word’ & <more>: what now", issued=DAY),
    "no headline": replace(ITEM, title="[Report on a call]", described=True, issued=DAY),
    "two days": replace(ITEM, issued="2020-09-29/2020-09-30"),
    "two days of two months": replace(ITEM, issued="2019-09-30/2019-10-01"),
    "a magazine": replace(ITEM, type="article-magazine", issued=DAY),
    "a page": replace(ITEM, type="webpage", authors=(AGENCY,), issued=DAY),
    "an undated page": replace(ITEM, type="webpage", authors=(AGENCY,)),
}


# One run of pandoc for all: each of its own year, or it would tell "2021a" from "2021b".
ITEMS = {
    name: replace(case, id=f"item-{n}", issued=case.issued.replace("2021", str(1980 + n)))
    for n, (name, case) in enumerate(CASES.items())
}
STYLES_OF_OURS = ("chicago-notes-bibliography", "apa")


def by_pandoc(items: Sequence[Item], style: str, folder: Path) -> list[str]:
    """Return the note of each item, or where the style has none its entry in the list, as HTML."""
    path = folder / "items.json"
    # We leave the section out of references in words.
    path.write_text(json.dumps([replace(item, section="").csl() for item in items]), "utf-8")
    options = ("--citeproc", "--csl", str(STYLES / f"{style}.csl"), "--bibliography", str(path))
    text = "\n\n".join(f"[@{item.id}]" for item in items)
    html = run_pandoc(text, *options, "-f", "markdown", "-t", "html", "--wrap=none")
    found = {
        item.id: re.search(rf'<li id="fn{n}">(.*?)</li>', html, re.DOTALL)
        or re.search(rf'<div id="ref-{item.id}"[^>]*>(.*?)</div>', html, re.DOTALL)
        for n, item in enumerate(items, start=1)
    }
    texts = (match[1] if match else "" for match in found.values())
    texts = (re.sub(r'<a [^>]*class="footnote-back".*?</a>', "", text) for text in texts)
    return [re.sub(r"</?(?:a|p|span)\b[^>]*>", "", text).strip() for text in texts]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """What pandoc makes of each case, by name and style."""
    folder = tmp_path_factory.mktemp("items")
    return {
        (name, style): html
        for style in STYLES_OF_OURS
        for name, html in zip(ITEMS, by_pandoc(list(ITEMS.values()), style, folder), strict=True)
    }


def alike(html: str) -> str:
    """Set aside what we want otherwise, and what is written in two ways."""
    html = unescape(html.replace("<em>", "<i>").replace("</em>", "</i>"))
    # "29 or 30" says more than a span does; headlines and names keep their own capitals.
    html = re.sub(" or |–", "-", html).casefold().replace("'", "’")
    # A description in brackets is no title to quote.
    html = re.sub("“(\\[[^”]*)”", r"\1", html)
    # Pandoc puts a point after a Japanese name as after an initial; it says "retrieved" of what has
    # no day, with nothing to retrieve.
    return re.sub("([\u3040-\u9fff])\\.,", r"\1,", html).replace(" retrieved ", " ")


@pytest.mark.parametrize("style", STYLES_OF_OURS)
@pytest.mark.parametrize("name", ITEMS)
def test_pandoc_puts_an_item_into_the_same_words(
    judged: dict[tuple[str, str], str], name: str, style: str
) -> None:
    ours = style_reference(ITEMS[name])[STYLES_OF_OURS.index(style)]
    assert alike(ours.html) == alike(judged[name, style]) != ""


@pytest.mark.parametrize("style", STYLES_OF_OURS)
def test_pandoc_puts_every_source_into_the_same_words(
    library: Library, site_library: Library, style: str, tmp_path: Path
) -> None:
    # Of what is cited twice in one text Pandoc shortens the second: each library is one.
    for one in (library, site_library):
        items = [item_of_source(source.record) for source in one.sources.values()]
        for item, theirs in zip(items, by_pandoc(items, style, tmp_path), strict=True):
            ours = style_reference(item)[STYLES_OF_OURS.index(style)]
            assert alike(ours.html) == alike(theirs) != ""


def test_what_pandoc_cannot_say_is_said() -> None:
    chicago, apa = style_reference(CASES["two days"])
    assert "September 29 or 30, 2020" in chicago.text
    assert "(2020, September 29 or 30)" in apa.text
    chicago, apa = style_reference(CASES["two days of two months"])
    assert "September 30 or October 1, 2019" in chicago.text
    years = replace(ITEM, issued="2020-12-31/2021-01-01")
    assert "December 31, 2020 or January 1, 2021" in style_reference(years)[0].text
    chicago, apa = style_reference(CASES["no headline"])
    assert chicago.text.startswith("[Report on a call], The Weekly, October 8, 2021, https://")
    assert apa.text.startswith("[Report on a call]. (2021, October 8). The Weekly. https://")


def test_the_text_to_copy_is_that_of_the_html() -> None:
    chicago, apa = style_reference(CASES["quotation marks"])
    assert "“A ‘last’ ‘word’ & <more>: what now,” The Weekly, " in chicago.text
    assert "&lt;more&gt;" in chicago.html
    assert "<i>The Weekly</i>" in apa.html
