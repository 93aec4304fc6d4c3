"""Each link to an original selects the cited passage there, in a page that the test makes of it.

A browser tells no script what a text fragment has selected: it is read off the screen, where the
page gives it a colour of its own.
"""

import base64
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from build_tools.generated.annotations import ANNOTATIONS
from build_tools.ledger import Ledger
from build_tools.plain_site.pages import url_of
from build_tools.sources.library import Library, Source

# All lines of an original, small enough to be on the screen at once.
PAGE = """<!doctype html><meta charset="utf-8"><style>
body { margin: 4px; font: 8px/9px sans-serif } p { margin: 1px }
::target-text { background: #f0f; color: #f0f }
</style>"""
# Each word with the number of its line and the middle of its first sign.
WORDS = r"""() => [...document.querySelectorAll("p")].flatMap(({firstChild: text}, line) =>
    [...text.data.matchAll(/[\p{L}\p{N}]\S*/gu)].map(({0: word, index}) => {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + 1)
        const {x, y, width, height} = range.getClientRects()[0]
        return [line, word, Math.floor(x + width / 2), Math.floor(y + height / 2)]
    }))"""
# Which of some points of a picture have the colour of what is selected.
COLOURED = """async ([png, words]) => {
    const picture = await createImageBitmap(await (await fetch(png)).blob())
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d")
    canvas.drawImage(picture, 0, 0)
    const {data, width} = canvas.getImageData(0, 0, picture.width, picture.height)
    return words.map(([, , x, y]) => {
        const [red, green, blue] = data.subarray(4 * (y * width + x))
        return red > 200 && green < 60 && blue > 200
    })
}"""
# A passage in a note, or the head of a paragraph on the page of a source.
PLACE = re.compile(
    r'<li class="note__passage">.*?</li>|<h3[^>]* id="para-\d+".*?:~:text=.*?</a>', re.DOTALL
)
Passage = tuple[str, int]


def links(site: Path, library: Library) -> Iterator[tuple[str, Passage, str]]:
    """Yield each directive with its page, and the source and the paragraph that it is for."""
    by_address = {source.record.url: id_ for id_, source in library.sources.items()}
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        places = PLACE.findall(html)
        assert sum(place.count(":~:") for place in places) == html.count(":~:text="), path
        for place in places:
            numbers = dict.fromkeys(re.findall(r"para-(\d+)\"", place))
            [(address, fragment)] = re.findall(r'href="([^"#]+)#:~:([^"]+)"', place) or [("", "")]
            directives = unescape(fragment).split("&") if fragment else []
            for number, directive in zip(numbers, directives, strict=True):
                page = path.parent.relative_to(site).as_posix()
                yield page, (by_address[address], int(number)), directive


def rounds(found: dict[Passage, list[str]], source: Source) -> Iterator[dict[int, str]]:
    """Yield directives to try at once, of paragraphs that do not touch: what goes astray shows."""
    mine = {number: list(texts) for (id_, number), texts in found.items() if id_ == source.id}
    for start in (0, 1):
        of_some = {number: texts for number, texts in mine.items() if number % 2 == start}
        while any(of_some.values()):
            yield {number: texts.pop() for number, texts in of_some.items() if texts}


@pytest.fixture
def originals(browser: Browser, site_library: Library) -> Iterator[BrowserContext]:
    """A browser that finds at the address of each source the lines of its original."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    texts = {source.record.url: source.article.lines for source in site_library.sources.values()}

    def answer(route: Any) -> None:
        lines = "".join(f"<p>{escape(line.text)}</p>" for line in texts[route.request.url])
        route.fulfill(body=PAGE + lines, content_type="text/html; charset=utf-8")

    context.route("https://**/*", answer)
    yield context
    context.close()


def selected(page: Page, eye: Page, words: list[Any]) -> dict[int, list[str]]:
    """Return the words that are coloured on a page, by line."""
    png = base64.b64encode(page.screenshot()).decode()
    coloured = eye.evaluate(COLOURED, [f"data:image/png;base64,{png}", words])
    found: dict[int, list[str]] = defaultdict(list)
    for (line, word, *_), hit in zip(words, coloured, strict=True):
        if hit:
            found[line].append(bare(word))
    return found


def words_of(text: str) -> list[str]:
    return [bare(word) for word in re.findall(r"[^\W_]\S*", text)]


def bare(word: str) -> str:
    """Return a word without the marks after it, which a fragment leaves out at its end."""
    return re.sub(r"\W+$", "", word)


def test_every_text_fragment_selects_its_passage_and_no_more(
    built_site: Path, site_manuscript: Ledger, originals: BrowserContext
) -> None:
    library = site_manuscript.library
    found: dict[Passage, list[str]] = defaultdict(list)
    on_page: dict[str, set[Passage]] = defaultdict(set)
    for page_url, passage, directive in dict.fromkeys(links(built_site, library)):
        if directive not in found[passage]:
            found[passage].append(directive)
        on_page[page_url].add(passage)
    # What a link may select: the paragraph, or the words pinned in a statement's citation of it.
    meant = {
        (source.id, paragraph.number): [words_of(paragraph.text)]
        for source in library.sources.values()
        for paragraph in source.article.paragraphs
    }
    assert found.keys() == meant.keys()
    for entry in site_manuscript.entries:
        page_url = url_of(entry.page.uri).rstrip("/") or "."
        for citation in entry.statement.citations:
            for paragraph in library.paragraphs(citation):
                passage = citation.key, paragraph.number
                assert passage in on_page[page_url], entry.statement.text
                meant[passage] += map(words_of, citation.pins)
    # The annotations name a passage in the same way as its page does.
    annotations = json.loads((built_site / ANNOTATIONS).read_text("utf-8"))["first"]["items"]
    by_address = {source.record.url: id_ for id_, source in library.sources.items()}
    for target in (it for one in annotations for it in one["target"] if "selector" in it):
        passage = by_address[target["source"]], target["paragraph"]
        assert target["selector"]["value"].removeprefix(":~:") in found[passage]
    page, eye = originals.new_page(), originals.new_page()
    for source in library.sources.values():
        page.goto(source.record.url)
        words = page.evaluate(WORDS)
        lines = [line.number for line in source.article.lines]
        for tried in rounds(found, source):
            # From elsewhere: what an earlier fragment has selected on the same page would stay.
            page.goto("about:blank")
            page.goto(f"{source.record.url}#:~:{'&'.join(tried.values())}")
            seen = selected(page, eye, words)
            numbers = {
                lines.index(source.article.paragraphs[number - 1].line): number for number in tried
            }
            assert seen.keys() == numbers.keys(), (source.id, tried)
            for line, number in numbers.items():
                assert seen[line] in meant[source.id, number], (source.id, tried[number])
