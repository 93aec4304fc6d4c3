"""A page allows the scripts that stand in it, and has nothing that its policy cannot tell of."""

import base64
import hashlib
from html.parser import HTMLParser
from pathlib import Path


class Reader(HTMLParser):
    """Gathers the policy of a page, the scripts within it, and what no policy here allows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policy = ""
        self.scripts: list[str] = []
        self.refused: list[str] = []
        self._in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            assert not self.scripts
            self.policy = given["content"] or ""
        self._in_script = tag == "script" and "src" not in given and "type" not in given
        if self._in_script:
            self.scripts.append("")
        self.refused += [name for name in given if name == "style" or name.startswith("on")]
        self.refused += [tag for _ in range(tag in {"style", "base", "iframe", "object", "embed"})]

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False


def test_every_page_allows_the_scripts_that_it_has_and_has_nothing_else(built_site: Path) -> None:
    headers = (built_site / "_headers").read_text("utf-8")
    paths = list(built_site.rglob("*.html"))
    assert paths
    for path in paths:
        page = Reader(path.read_text("utf-8"))
        assert page.scripts, path
        assert page.refused == [], path
        for script in page.scripts:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in page.policy, path
            assert f"'sha256-{digest}'" in headers, path
