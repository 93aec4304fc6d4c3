"""Nothing executable comes out of blocks, events, the glossary and the timeline unnoticed.

Their texts are Markdown, of which a page shows what stands there: each text is made hostile in its
turn, and either the page has a problem for it, which stops a build, or its HTML is inert.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hostile import HOSTILE, Active, leaves
from project import CONFIG, KIT, SMALL, Project

from build_tools.assembly import load_kit
from build_tools.files.site_config import SiteConfig, load_site_config
from build_tools.kit import Kit
from build_tools.ledger import Ledger
from build_tools.manuscript.read import load_site_library, page_info, site_markdown
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import parse_page
from build_tools.problems import Problem

TALK = "talks/verelin-ulvholt-2019.md"
BLOCKS = [kind for kind in KIT.blocks.values() if kind.model.model_fields and not kind.filled_from]
DATA = {"glossary.yml": "glossary.md", "timeline.yml": "timeline.md"}


Page = tuple[list[Problem], str]


def hostile_copies(text: str, few: int = 1) -> Iterator[tuple[str, str]]:
    """Yield a document of YAML with each of its texts made hostile in so few ways, and which."""
    for keys in leaves(yaml.load(text, yaml.BaseLoader)):
        for hostile in HOSTILE[:: len(HOSTILE) // few]:
            data = yaml.load(text, yaml.BaseLoader)
            holder: Any = data
            for key in keys[:-1]:
                holder = holder[key]
            holder[keys[-1]] = f"{holder[keys[-1]]} {hostile}"
            yield f"{keys}: {hostile}", yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def read(text: str, uri: str = "page.md", kit: Kit = KIT, config: SiteConfig = CONFIG) -> Page:
    """Return the problems of a page and of the data, and its HTML."""
    source = parse_page(text, f"docs/{uri}", load_fillings(config.docs, config.root))
    ledger = Ledger(load_site_library(config), kit, page_info(source, f"docs/{uri}", uri))
    html = site_markdown(config, ledger).convert(source.body)
    return [*ledger.page_problems[uri], *kit.data.problems, *_of_statements(ledger)], html


def _of_statements(ledger: Ledger) -> Iterator[Problem]:
    for entry in ledger.entries:
        yield from entry.problems


def must_be_inert(what: str, problems: list[Problem], html: str) -> None:
    page = Active(html)
    assert problems or not (page.found or page.scripts), f"{what}: {page.found} {page.scripts}"


@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.name)
def test_every_text_of_a_block(kind: Any) -> None:
    for what, text in hostile_copies(kind.example, few=2):
        must_be_inert(what, *read(f"# A\n\n```{kind.name}\n{text}```\n"))


def test_every_text_of_an_event() -> None:
    _, head, body = (SMALL / "docs" / TALK).read_text("utf-8").split("---\n", 2)
    for what, text in hostile_copies(head):
        must_be_inert(what, *read(f"---\n{text}---\n{body}", TALK))


@pytest.mark.parametrize("name", DATA)
def test_every_text_of_a_data_file_that_pages_show(name: str, small_project: Project) -> None:
    config = load_site_config(small_project.root)
    path, page = f"docs/_data/{name}", small_project.text(f"docs/{DATA[name]}")
    clean, _ = read(page, DATA[name], load_kit(config), config)
    assert not clean
    for what, text in hostile_copies(small_project.text(path)):
        small_project.write(path, text)
        must_be_inert(what, *read(page, DATA[name], load_kit(config), config))
