"""What the elements of pages look like, from which it follows whether their colours are well."""

import json

from playwright.sync_api import Page

# Each element of a page: which of them is its parent, and what style sheets go by and come to.
_LOOKS = """() => {
    const all = [...document.querySelectorAll("*")], numbers = new Map()
    return JSON.stringify(all.map((element, number) => {
        numbers.set(element, number)
        const style = getComputedStyle(element)
        return [numbers.get(element.parentElement) ?? -1, [
            element.localName, element.getAttribute("class"), style.color, style.backgroundColor,
            style.backgroundImage, style.opacity, style.fontSize, style.fontWeight,
            style.textDecorationLine, style.display, style.visibility,
        ].join()]
    }))
}"""
_MARK = """numbers => {
    const all = document.querySelectorAll("*")
    for (const number of numbers) all[number].setAttribute("data-new-look", "")
}"""
NEW = "[data-new-look]"


class Looks:
    """What the elements of some pages have looked like, each within those that it is in."""

    def __init__(self) -> None:
        self.seen: dict[tuple[int, str], int] = {}

    def mark(self, page: Page) -> None:
        """Mark as `NEW` what looks in no way that was seen before."""
        looks, new = [-1], []
        for number, (parent, own) in enumerate(json.loads(page.evaluate(_LOOKS))):
            look = looks[parent + 1], own
            if look not in self.seen:
                self.seen[look] = len(self.seen)
                new.append(number)
            looks.append(self.seen[look])
        page.evaluate(_MARK, new)
