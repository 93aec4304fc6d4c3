"""What holds every page in the browser to silence: no request to elsewhere, no message."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Route


@dataclass
class Guard:
    """Lets a browser speak to one address only, and remembers what it tried and what it said."""

    address: str
    went_out: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.route("**/*", self._route)
        context.on("console", lambda message: self.complaints.append(message.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _route(self, route: Route) -> None:
        if route.request.url.startswith(f"{self.address}/"):
            route.continue_()
        else:
            self.went_out.append(route.request.url)
            route.abort()

    def assert_silent(self) -> None:
        assert self.went_out == []
        assert self.complaints == []
