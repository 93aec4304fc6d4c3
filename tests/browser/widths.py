"""A page at another width, once it has come to rest there."""

from playwright.sync_api import Page

# The theme moves its search to where it stands at another width, which takes a moment.
_SETTLED = """() => Promise.allSettled(
    document.getAnimations().filter(it => it.effect.getComputedTiming().endTime < Infinity)
        .map(it => it.finished))"""


def widen(page: Page, width: int) -> None:
    """Give a page a width, in CSS pixels, and wait until nothing moves."""
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(_SETTLED)
