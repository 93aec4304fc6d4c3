"""Nothing executable comes out: every text of records, data, heads and settings made hostile.

Each text that its model lets through has markup in it; one build is made of them all, and what it
publishes is read as a browser reads it. Text in Markdown is held by `tests/pages` instead.
"""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from hostile import HOSTILE, Active, leaves
from project import Project, copy_project
from pydantic import ValidationError

from build_tools.explainer.island_names import IslandsFile
from build_tools.files.models import StrictModel
from build_tools.files.site_config import load_site_config
from build_tools.files.yaml_places import parse_yaml
from build_tools.lexicon.counted_words import CountedWordsFile
from build_tools.lexicon.names import NamesFile
from build_tools.pages.front_matter import PageMeta
from build_tools.problems import InputProblems
from build_tools.site_data.background import BackgroundFile
from build_tools.site_data.changes import Change
from build_tools.site_data.search_words import SearchWordsFile
from build_tools.sources.records import Record

FILES: dict[str, type[StrictModel]] = {
    "docs/_data/background.yml": BackgroundFile,
    "docs/_data/islands.yml": IslandsFile,
    "docs/_data/names.yml": NamesFile,
    "docs/_data/counted-words.yml": CountedWordsFile,
    "docs/_data/search-words.yml": SearchWordsFile,
}
# Keys that find a passage, a page or a name: with another value nothing would be shown at all.
KEPT = frozenset(["title", "id", "sha256", "lines", "page", "documents", "script", "events"])
# Of the settings, each as the line before its value.
SETTINGS = (
    "site_name", "site_description", "site_author", "copyright", "  subject", "  - Home",
    "  - The dispute", "  - About", "      - The state of the evidence",
)  # fmt: skip
LEAST_TRIED = 150


def poison(data: Any, model: type[StrictModel]) -> int:
    """Put into each text the longest hostile one that the model lets through; count the texts."""
    changed = 0
    for keys in list(leaves(data)):
        holder = data
        for key in keys[:-1]:
            holder = holder[key]
        clean = holder[keys[-1]]
        for hostile in HOSTILE:
            holder[keys[-1]] = f"{clean} {hostile}"
            try:
                model.model_validate(data)
            except ValidationError:
                holder[keys[-1]] = clean
                continue
            changed += 1
            break
    return changed


def _with_setting(text: str, key: str, hostile: str) -> str:
    """Put a text in place of a setting's value, or of a label of the navigation."""
    margin, _, label = key.rpartition("- ")
    line = rf"^{re.escape(key)}:(?P<value>.*)$"
    assert re.search(line, text, re.MULTILINE), key

    def changed(match: re.Match[str]) -> str:
        written = json.dumps(hostile)
        return f"{margin}- {written}:{match['value']}" if margin else f"{label}: {written}"

    return re.sub(line, changed, text, count=1, flags=re.MULTILINE)


def poison_settings(project: Project) -> None:
    text = project.text("mkdocs.yml")
    for key in SETTINGS:
        for hostile in HOSTILE:
            new = _with_setting(text, key, hostile)
            project.write("mkdocs.yml", new)
            try:
                load_site_config(project.root)
            except InputProblems:
                continue
            text = new
            break
    project.write("mkdocs.yml", text)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project, tried = copy_project(tmp_path_factory.mktemp("hostile") / "project"), 0
    records = [it for it in (project.root / "seeds").glob("*.yml") if it.stem != "TEMPLATE"]
    files = {f"seeds/{path.name}": Record for path in records} | FILES
    changes = (project.root / "docs/_data/changes").iterdir()
    files |= {f"docs/_data/changes/{path.name}": Change for path in changes}
    for path, model in files.items():
        data = parse_yaml(project.text(path), path).data
        kept = {k: data.pop(k) for k in KEPT & data.keys()} if model is Record else {}
        tried += poison_kept(data, kept, model)
        project.write(path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    for page in ("method", "reuse", "index", "people"):
        path = f"docs/{page}.md"
        _, head, body = project.text(path).split("---\n", 2)
        data = parse_yaml(head, path).data
        tried += poison(data, PageMeta)
        project.write(path, f"---\n{yaml.safe_dump(data, allow_unicode=True)}---\n{body}")
    poison_settings(project)
    assert tried > LEAST_TRIED
    done = project.run("mkdocs", "build")
    assert done.returncode == 0, done.output
    assert "Traceback" not in done.output
    return project.root / "site"


def poison_kept(data: Any, kept: Any, model: type[StrictModel]) -> int:
    """Poison all but what is kept; the model sees both."""
    whole = {**data, **kept}
    changed = poison(whole, model)
    data |= whole | kept
    return changed


def test_nothing_executable_comes_out(hostile_site: Path, built_site: Path) -> None:
    known = set[str]()
    for path in built_site.rglob("*.html"):
        known |= Active(path.read_text("utf-8")).scripts
    found = {}
    for path in sorted(hostile_site.rglob("*.html")):
        page = Active(path.read_text("utf-8"))
        if page.found or page.scripts - known:
            name = path.relative_to(hostile_site).as_posix()
            found[name] = [*page.found, *(page.scripts - known)]
    assert known
    assert found == {}


def test_nothing_executable_is_found_by_the_search_or_in_the_feed(hostile_site: Path) -> None:
    index = json.loads((hostile_site / "search/search_index.json").read_text("utf-8"))
    for document in index["docs"]:
        for key in ("title", "text"):
            page = Active(document[key])
            assert (page.found, page.scripts) == ([], set()), document["location"]
    feed = ElementTree.parse(hostile_site / "feed.xml")
    addresses = [link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert addresses
    assert all(urlsplit(it).scheme in ("http", "https") for it in addresses)


def test_the_judge_finds_what_is_executable() -> None:
    for html in (
        "<img src=x onerror=alert(1)>", "<a href=' java\nscript:x'>", "<iframe>", "<img src=//e/x>",
        "<a href=data:text/html,x>", "<script src=https://evil.example/x.js></script>",
    ):  # fmt: skip
        assert Active(html).found, html
    assert Active("<script>x</script>").scripts == {"x"}
