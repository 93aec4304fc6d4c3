"""Hold open pages to WCAG 2.2 AA and to best practice, with axe-core, several pages at a time."""

from collections.abc import Sequence
from itertools import zip_longest

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that the colours of a scheme can change.
COLOURS = ["color-contrast", "link-in-text-block"]
_START = """only => {
    // What is folded is to be judged as well.
    document.querySelectorAll("details").forEach(details => { details.open = true })
    window.axeRuns = axe.run(document, {runOnly: only, resultTypes: ["violations"]})
    return null
}"""
_END = """async () => (await window.axeRuns).violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)
)"""


def violations(
    pages: Sequence[Page], axe: str, only_colours: Sequence[bool] = ()
) -> list[list[str]]:
    """Return what each page violates; the pages are judged at once, each in a process of its own.

    Pages of one context share a process: give pages of several contexts. `only_colours` tells for
    each whether it differs in colours alone from another that is judged by all rules.
    """
    for page, colours in zip_longest(pages, only_colours, fillvalue=False):
        page.evaluate(axe)
        # `null` is returned, so that the call does not wait.
        page.evaluate(_START, COLOURS if colours else TAGS)
    return [page.evaluate(_END) for page in pages]
