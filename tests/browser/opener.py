"""Windows of a browser, used by one test after another, each of which finds its window as new."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from going import go
from guard import Guard
from playwright.sync_api import Browser, BrowserContext, Page

_FORGET = "localStorage.clear(); sessionStorage.clear()"


@dataclass(frozen=True)
class Window:
    """A page in a context of its own, which is watched."""

    context: BrowserContext
    page: Page
    guard: Guard
    # What it was opened with; nothing where no other test may have it.
    options: str | None

    def leave(self) -> None:
        """Take away what a test may have set, and hold what it did to silence."""
        if self.options is None:
            self.context.close()
            self.guard.assert_silent()
            return
        self.page.unroute_all()
        self.page.evaluate(_FORGET)
        self.page.goto("about:blank")
        # Where it rests it would hover over the next page.
        self.page.mouse.move(-1, -1)
        self.guard.assert_silent()


class Opener:
    """Opens pages of a site, in windows that tests have put back or in new ones."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._free: dict[str | None, list[Window]] = defaultdict(list)
        self._used: list[Window] = []

    def open(
        self,
        path: str,
        width: int = 1280,
        color_scheme: Any = "light",
        alone: bool = False,
        **options: Any,
    ) -> Page:
        """Open a page in a window of these options, as a reader of a width and a scheme has it.

        What a script is to do in each page it opens cannot be taken away: then it is `alone`.
        """
        key = None if alone else repr(sorted(options.items()))
        window = self._free[key].pop() if self._free[key] else self._new(options, key)
        self._used.append(window)
        page = window.page
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media="null", color_scheme=color_scheme)
        (go if options.get("java_script_enabled", True) else Page.goto)(page, path)
        return page

    def put_back(self) -> None:
        """Make the windows of a test fit for the next, and raise what was wrong in one."""
        used, self._used = self._used, []
        while used:
            window = used.pop()
            try:
                window.leave()
            except BaseException:
                # Nobody may get it, nor those that have not been looked at.
                for left in (window, *used):
                    left.context.close()
                raise
            if window.options is not None:
                self._free[window.options].append(window)

    def close(self) -> None:
        """Close the windows that tests have put back, and those that they have not."""
        for window in (*self._used, *(it for some in self._free.values() for it in some)):
            window.context.close()

    def _new(self, options: dict[str, Any], key: str | None) -> Window:
        context = self._browser.new_context(base_url=self._address, **options)
        guard = Guard(self._address)
        guard.watch(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return Window(context, page, guard, key)
