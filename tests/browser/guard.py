"""What holds every page in the browser to silence: no request to elsewhere, no message."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext

# The browser knows no host by name or number but this machine.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# Addresses of what a page holds itself.
_OWN = ("data:", "about:", "blob:")


@dataclass
class Guard:
    """Remembers what a browser asked of others than one address, and what it said."""

    address: str
    went_out: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._note(request.url))
        context.on("console", lambda message: self.complaints.append(message.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _note(self, url: str) -> None:
        if not url.startswith((f"{self.address}/", *_OWN)):
            self.went_out.append(url)

    def assert_silent(self) -> None:
        """Hold all that was watched since the last time to silence."""
        went_out, self.went_out = self.went_out, []
        complaints, self.complaints = self.complaints, []
        assert not went_out, went_out
        assert not complaints, complaints
