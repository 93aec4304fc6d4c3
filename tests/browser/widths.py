"""A page at another width, once it has come to rest there."""

from playwright.sync_api import Page

# The theme moves its search to where it stands at another width, which would take a moment.
_SETTLE = """() => document.getAnimations()
    .filter(it => it.effect.getComputedTiming().endTime < Infinity).forEach(it => it.finish())"""


def widen(page: Page, width: int) -> None:
    """Give a page a width, in CSS pixels, and bring what moves to its end."""
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(_SETTLE)
