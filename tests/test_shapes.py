"""A page of any shape is read in time that grows as the page does, or refused as too large.

Whoever writes such a page would otherwise stop the build. Each shape repeats what some reader of
text has to look ahead or back for; twice the page may take twice the time, and 2.5 times at most.
"""

import gc
import time
from collections.abc import Callable, Iterator
from math import isqrt

import pytest
from fixture_types import ReadPage
from fuzz.targets import read_statement

from build_tools.markdown_extension.sizes import LONGEST_PARAGRAPH, MOST_SIGNS
from build_tools.pages.front_matter import parse_page

CITED = "The call lasted 35 minutes, Osten reported [@osten-2019, para. 2]."
_MOST = 2.5
# A page that takes this long to read is taken to show how its time grows.
_LONG = 0.03
_LARGEST = 1_000_000
# How long the largest paragraph may take; most take a tenth of it.
_SOON = 2.0

# Of a paragraph that is as large as one may be, any number may follow each other.
PARAGRAPHS: dict[str, str] = {
    "sentences": "The call lasted 35 minutes. ",
    "one word": "a",
    "points": "a.",
    "brackets": "[",
    "images": "![",
    "bracketed": "[a] ",
    "links that do not close": "[a]( ",
    "citations that do not close": "[@a ",
    "waivers that do not close": "<!-- waive ",
    "waivers": "<!-- waive number: why --> ",
    "cited sentences": f"{CITED} ",
    "narrative citations": "@osten-2019 [para. 2] says ",
    "keys": "@a ",
    "code": "`a` ",
    "ticks": "`",
    "quotation marks": '"a ',
    "quotations": '"the call" ',
    "numbers": "two hundred ",
    "names": "Verelin and Ulvholt ",
    "negations": "not said ",
    "emphasis": "*a **b ",
    "entities": "&amp;",
    "escapes": "\\*",
    "tags": "<a ",
    "spaces": "a      b ",
}
# These have no paragraphs, or one of which only the lines are many.
PAGES: dict[str, Callable[[int], str]] = {
    "cited paragraphs": lambda n: f"{CITED}\n\n" * n,
    "lines": lambda n: f"{CITED}\n" * n,
    "items": lambda n: f"- {CITED}\n" * n,
    "rows": lambda n: "| a | b |\n|---|---|\n" + f"| x | {CITED} |\n" * n,
    "columns": lambda n: "| a " * n + "|\n" + "|---" * n + "|\n" + "| b " * n + "|",
    "fences": lambda n: "```a\nb\n```\n\n" * n,
    "fences of ever more ticks": lambda n: "".join(f"{'`' * i}x\n" for i in range(isqrt(n))),
    "blocks": lambda n: "```background\nids: [a]\n```\n\n" * n,
    "quotations within quotations": lambda n: "> " * n + CITED,
    "lists within lists": lambda n: "\n".join(f"{'    ' * i}- a" for i in range(min(n, 400))),
    "definitions": lambda n: "a\n: b\n\n" * n,
    "boxes": lambda n: "!!! note\n    b\n\n" * n,
    "headings": lambda n: "## A\n\n" * n,
    "attributes": lambda n: "a {: .b }\n\n" * n,
    "addresses": lambda n: "[a]: https://b.example\n" * n,
    "tags": lambda n: "<div>\n" * n,
    "empty lines": lambda n: "a" + "\n" * n,
}  # fmt: skip


def _filled(unit: str, most: int = LONGEST_PARAGRAPH - len(CITED)) -> str:
    """Repeat a unit to a paragraph of so many characters, if it may have them."""
    signs = max(unit.count("["), unit.count("@"))
    return unit * min(most // len(unit), MOST_SIGNS // signs - 2 if signs else most)


PAGES["all of these"] = lambda n: "".join(f"{_filled(p, 150)}\n\n" for p in PARAGRAPHS.values()) * n


def _seconds(text: str) -> float:
    start = time.process_time()
    read_statement(text)
    return time.process_time() - start


def _ratio(shape: Callable[[int], str]) -> float:
    """Return how many times longer twice the page takes, the smaller of two doublings."""
    least = min(_seconds(CITED) for _ in range(2))
    n, taken = 8, 0.0
    while (taken := _seconds(shape(n)) - least) < _LONG and len(shape(n)) < _LARGEST:
        n *= 2
    times = [taken, *(_seconds(shape(size)) - least for size in (2 * n, 4 * n))]
    return min(times[1] / times[0], times[2] / times[1])


@pytest.fixture(autouse=True)
def _without_collection() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("name", PAGES)
def test_time_grows_with_the_page(name: str) -> None:
    # Whatever else the machine does may slow one try, and does not slow three.
    assert any(_ratio(PAGES[name]) <= _MOST for _ in range(3))


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_a_paragraph_as_large_as_may_be_is_read_soon(name: str) -> None:
    assert _seconds(f"{_filled(PARAGRAPHS[name])} {CITED}") < _SOON


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a " * 3_000, "a paragraph must have at most 5,000 characters"),
        ("a " * 3_000 + "\n\n", "a paragraph must have at most 5,000 characters"),
        ("- a " * 2_000, "a paragraph must have at most 5,000 characters"),
        ("[" * 300, "a paragraph must have at most 250 signs '['"),
        ("@a " * 300, "a paragraph must have at most 250 signs '@'"),
        ("<a>" * 1_001, "a page must have at most 1,000 signs '<'"),
        ("    " * 30 + "- a", "a line must begin at most 100 columns from the margin"),
        ("- " * 60 + "a", "a line must begin at most 100 columns from the margin"),
    ],
)
def test_what_is_too_large_is_refused_at_its_line(
    text: str, said: str, read_page: ReadPage
) -> None:
    page = f"# A\n\n{CITED}\n\n{text}\n"
    problems = (*parse_page(page, "docs/page.md").problems, *read_page(page).problems)
    found = [problem for problem in problems if said in problem.message]
    assert [problem.place.line for problem in found] == [5]


def test_fences_that_do_not_close_are_so_many_at_most() -> None:
    fences = "".join(f"{'~' * (23 - i % 20)} x\n\n" for i in range(3_000))
    assert _seconds(fences) < _SOON
    [problem] = parse_page(fences, "docs/page.md").problems
    assert "a page must have at most 500 lines of fences" in problem.message
    assert problem.place.line == 1_001
