"""Hold open pages to WCAG 2.2 AA and to best practice, with axe-core, several pages at a time."""

from collections.abc import Sequence

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules that judge colours.
COLOURS = ("color-contrast", "link-in-text-block")
_START = """([tags, without]) => {
    // What is folded, or not near, is to be judged as well.
    document.querySelectorAll("details").forEach(details => { details.open = true })
    document.querySelectorAll(".notes__list").forEach(
        list => { list.style.contentVisibility = "visible" })
    const rules = Object.fromEntries(without.map(rule => [rule, {enabled: false}]))
    window.axeRuns = axe.run(document, {runOnly: tags, rules, resultTypes: ["violations"]})
    return null
}"""
_END = """async () => (await window.axeRuns).violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)
)"""


def violations(pages: Sequence[Page], axe: str, without: Sequence[str] = ()) -> list[list[str]]:
    """Return what each page violates; the pages are judged at once, each in a process of its own.

    Pages of one context share a process: give pages of several contexts. The rules `without` are
    left out.
    """
    for page in pages:
        page.evaluate(axe)
        # `null` is returned, so that the call does not wait.
        page.evaluate(_START, [TAGS, list(without)])
    return [page.evaluate(_END) for page in pages]
