"""Hold open pages to WCAG 2.2 AA and to best practice, with axe-core, several pages at a time."""

from collections.abc import Sequence

from looks import NEW, Looks
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules that judge colours, which take longest, and what each of them judges.
COLOURS = [
    {"id": "color-contrast", "selector": NEW},
    {"id": "link-in-text-block", "selector": f"a[href]{NEW}, [role=link]{NEW}"},
]
_OPEN = """() => {
    // What is folded is to be judged as well.
    document.querySelectorAll("details").forEach(details => { details.open = true })
}"""
_START = """([tags, rules]) => {
    axe.configure({rules})
    window.axeRuns = axe.run(document, {runOnly: tags, resultTypes: ["violations"]})
    return null
}"""
_END = """async () => (await window.axeRuns).violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)
)"""


def violations(
    pages: Sequence[Page], axe: str, seen: Sequence[Looks] | None = None
) -> list[list[str]]:
    """Return what each page violates; the pages are judged at once, each in a process of its own.

    Pages of one context share a process: give pages of several contexts. The colours of what looks
    as something that was `seen` by the same reader are not judged again.
    """
    for page, looks in zip(pages, seen or [Looks() for _ in pages], strict=True):
        page.evaluate(_OPEN)
        looks.mark(page)
        page.evaluate(axe)
        # `null` is returned, so that the call does not wait.
        page.evaluate(_START, [TAGS, COLOURS])
    return [page.evaluate(_END) for page in pages]
