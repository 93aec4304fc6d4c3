"""Every page, light and dark, wide and narrow: accessible, silent, and never wider than the screen.

Judging colours is what takes long, and they follow from what an element and those around it look
like. So they are judged where something is first seen to look so; all else is judged on every page.
The pages of all readers are judged at a time, as a browser can.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from accessibility import violations
from going import go
from guard import Guard
from looks import Looks
from playwright.sync_api import Browser
from widths import widen

# The first two are all that pages are judged for but the home page, which has whatever stands
# around every page.
READERS = [("light", 1280), ("dark", 390), ("dark", 1280), ("light", 390)]
# The width to which WCAG wants a page to reflow: a screen of 1280 px at 400 %.
REFLOW = 320
# At these the layout of tables and the sidebars change: there they have least room.
CHANGES = (719, 960, 1220)
# Tables may scroll within themselves; the page must not.
_EXCESS = "document.documentElement.scrollWidth - window.innerWidth"
# Those that do not scroll must not cover what is beside the text.
_STICKING_OUT = """[...document.querySelectorAll("article table")]
    .filter(table => !table.closest(".md-typeset__scrollwrap"))
    .map(table => table.getBoundingClientRect().right)
    .filter(right => right > document.querySelector("article").getBoundingClientRect().right + 1)
    .length"""


@dataclass
class Walk:
    """What was found on the way over all pages, by page and reader."""

    guard: Guard
    violations: dict[str, list[str]] = field(default_factory=dict)
    sideways: dict[str, int] = field(default_factory=dict)
    sticking_out: dict[str, int] = field(default_factory=dict)
    seen: int = 0
    looks: list[Looks] = field(default_factory=lambda: [Looks() for _ in READERS])


@pytest.fixture(scope="module")
def walk(browser: Browser, address: str, paths: list[str], axe: str) -> Iterator[Walk]:
    walk = Walk(Guard(address))
    contexts = [
        browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, base_url=address
        )
        for scheme, width in READERS
    ]
    for context in contexts:
        walk.guard.watch(context)
    opened = [context.new_page() for context in contexts]
    for path in paths:
        pages = opened if path == "/" else opened[:2]
        names = [f"{path} {scheme} {width}" for scheme, width in READERS[: len(pages)]]
        for page in pages:
            go(page, path)
        judged = violations(pages, axe, walk.looks[: len(pages)])
        for name, page, found in zip(names, pages, judged, strict=True):
            walk.seen += 1
            if found:
                walk.violations[name] = found
            if excess := page.evaluate(_EXCESS):
                walk.sideways[name] = excess
            if tables := page.evaluate(_STICKING_OUT):
                walk.sticking_out[name] = tables
        narrow = pages[1]
        for width in (REFLOW, *CHANGES):
            widen(narrow, width)
            if excess := narrow.evaluate(_EXCESS):
                walk.sideways[f"{path} {width}"] = excess
            if tables := narrow.evaluate(_STICKING_OUT):
                walk.sticking_out[f"{path} {width}"] = tables
        widen(narrow, READERS[1][1])
    yield walk
    for context in contexts:
        context.close()


def test_every_page_is_accessible(walk: Walk, paths: list[str]) -> None:
    assert walk.seen == 2 * len(paths) + 2
    lines = [f"{name}: {line}" for name, found in walk.violations.items() for line in found]
    assert not lines, "\n".join(lines)


def test_no_page_scrolls_sideways(walk: Walk) -> None:
    assert walk.sideways == {}


def test_no_table_sticks_out_of_the_text(walk: Walk) -> None:
    assert walk.sticking_out == {}


def test_no_page_speaks_to_another_host_or_complains(walk: Walk) -> None:
    walk.guard.assert_silent()


def test_axe_judges_the_size_of_targets(browser: Browser, axe: str) -> None:
    """Prove the judge: the newest of the rules, and the oldest, are found broken."""
    page = browser.new_page()
    page.set_content(
        "<html lang=en><title>t</title><main><h1>t</h1>"
        "<a href=1 style='font-size:6px'>1</a> <a href=2 style='font-size:6px'>2</a>"
        "<img src='data:,'></main>"
    )
    [found] = violations([page], axe)
    page.close()
    assert {line.partition(":")[0] for line in found} >= {"target-size", "image-alt"}


def test_colours_are_judged_once_of_each_look(browser: Browser, axe: str) -> None:
    page, looks = browser.new_page(), [Looks()]

    def judged(body: str) -> list[str]:
        page.set_content(f"<html lang=en><title>t</title><main><h1>t</h1>{body}</main>")
        [found] = violations([page], axe, looks)
        return [line for line in found if line.startswith("color-contrast")]

    assert judged("<p>One word") == []
    pale = "<p style='color: #ccc'>"
    assert len(judged(f"{pale}Two words{pale}More words")) == 1
    assert judged(f"{pale}Other words") == []
    # It looks otherwise where something else is around it.
    assert len(judged(f"<div style='background: #eee'>{pale}The same words</div>")) == 1
    page.close()
