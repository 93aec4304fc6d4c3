"""An article of which no address is known: what a reader sees of it, and what files tell."""

import json
import re

from click.testing import CliRunner
from project import Project

from build_tools.__main__ import main

RECORD = "seeds/osten-2019.yml"


def test_an_article_without_a_known_address_has_no_link_and_says_why(
    small_project: Project,
) -> None:
    record = re.sub(r"(?m)^URL: .*\n", "", small_project.text(RECORD))
    small_project.write(RECORD, record)
    refused = CliRunner().invoke(main, ["--root", str(small_project.root), "check"])
    assert (
        "must have 'URL'; if none is known, 'URL' under 'unknown' must say what was tried"
        in refused.output
    )
    why = "Three searches for its words found none."
    small_project.change(RECORD, "unknown:\n", f"unknown:\n  URL: {why}\n")
    folder = small_project.root / "plain"
    done = CliRunner().invoke(main, ["--root", str(small_project.root), "generate", str(folder)])
    assert done.exit_code == 0, done.output
    docs = folder / "docs"
    page = (docs / "sources/osten-2019.md").read_text("utf-8")
    assert "No address is known at which the original can be read." in page
    assert why in page
    assert "Find it in the original" not in page
    texts = [path.read_text("utf-8") for path in docs.rglob("*.md")]
    assert not any('href=""' in text or 'href="None' in text for text in texts)
    items = {it["id"]: it for it in json.loads((docs / "sources.csl.json").read_text("utf-8"))}
    assert "URL" not in items["osten-2019"]
    assert "URL" in items["harbour-post-2015"]
    for name in ("sources.bib", "sources.ris"):
        assert (docs / name).read_text("utf-8").count("http") == len(items) - 1
    told = json.loads((docs / "annotations.jsonld").read_text("utf-8"))
    targets = [it for one in told["first"]["items"] for it in one["target"]]
    sources = {it["source"] for it in targets if "/sources/osten-2019/" in it["scope"]}
    assert len(sources) == 1
    assert sources.pop().endswith("/sources/osten-2019/")
