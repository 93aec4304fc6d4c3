"""Go to a page as a reader does, who does nothing before the theme's script has run."""

from playwright.sync_api import Page

# The theme's script has set to work once it is told that the page is complete. What it has begun to
# watch, such as code that scrolls, it is told of in the next frame.
_COMPLETE = """() => window.document$ && new Promise(done => document$.subscribe(
    () => requestAnimationFrame(() => setTimeout(done, 0, true))
))"""


def go(page: Page, address: str) -> None:
    """Go to a page of the site, and wait for the theme's script."""
    page.goto(address)
    page.wait_for_function(_COMPLETE)
