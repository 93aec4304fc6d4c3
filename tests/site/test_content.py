"""What this site is made of: its own articles, records and data files.

Other tests of the engine stand on the small library. Only what this site says is tested here, and
in `tests/explainer`.
"""

import hashlib
import re
from pathlib import Path

import pytest
from project import ROOT, SITE_KIT

from build_tools.checks.article_count import wrong_counts
from build_tools.cli.reading import ENOUGH, read_page
from build_tools.files.page_files import written_pages
from build_tools.files.yaml_places import parse_yaml
from build_tools.generated.evidence import count_origins, count_verdicts, source_uses
from build_tools.generated.tally import tally_pages
from build_tools.ledger import Ledger
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import parse_page
from build_tools.site_data.changes import CHANGES
from build_tools.site_data.measurements import ALTERED_FACTS, MEASURED_STATEMENTS
from build_tools.sources.library import Library
from build_tools.sources.records import LINE_CLASSES, parse_record

# What readers come for, held to the limits of prose; a page that is added may be beyond them.
EXPLAINER = frozenset(
    f"docs/{name}.md"
    for name in (
        "index",
        "dispute",
        "declaration-1956",
        "contacts/index",
        "contacts/abe-putin-2016",
        "contacts/suga-putin-2020",
        "contacts/kishida-putin-2021",
        "differences",
        "timeline",
        "people",
        "background",
        "not-in-the-sources",
        "who-reported-what",
    )
)
RECORDS = sorted((ROOT / "seeds").glob("*-*.yml"))
# Typed in from `sha256sum` of the files as they were handed over, so that no change to a seed and
# its record together can pass.
ORIGINALS = {
    "kyodo-2021": "bf00140fcd9e3faadda05d56d0f9f69a94ed6966896de7141ca28d836a30296a",
    "nikkei-2020": "b58594d68234b511594fcee19368119d8c89c443101c34af8ed1e93f93403599",
    "sputnik-2016": "27b09822216ce5086e4aa0da6a178ce99e35ce75e6fc27391f9ea72b9a2ba9d7",
    "telesur-2021": "7836f5bdec32c78f84575a43749115e80154c48a6d0cd5476dfeeda3f36149fa",
    "xinhua-2020": "9bbb080239d72bfa7821c4dba7dc9b5ef779fc0aea62c4b73c3ec2a038cc41f2",
}


@pytest.mark.parametrize("id_", ORIGINALS)
def test_the_originals_are_byte_for_byte_as_they_came(id_: str) -> None:
    found = hashlib.sha256((ROOT / "seeds" / f"{id_}.txt").read_bytes()).hexdigest()
    assert found == ORIGINALS[id_]


def test_every_source_loads_without_a_problem(site_library: Library) -> None:
    assert set(site_library.sources) == {path.stem for path in RECORDS} >= set(ORIGINALS)
    assert (site_library.problems, site_library.broken) == ((), frozenset())


def test_every_line_of_an_original_is_in_one_class(site_library: Library) -> None:
    for id_, source in site_library.sources.items():
        text = (ROOT / "seeds" / f"{id_}.txt").read_bytes().decode()
        lines = "".join(line.text for line in source.article.lines)
        assert lines.split() and "".join(lines.split()) == "".join(text.split())


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_no_record_has_a_value_of_the_template(record: Path) -> None:
    given = parse_yaml((ROOT / "seeds/TEMPLATE.yml").read_text("utf-8"), "TEMPLATE.yml").data
    data = parse_yaml(record.read_text("utf-8"), record.name).data
    for key in ("publisher", "ownership", "origin", "event"):
        assert data[key] != given[key]


def test_the_template_is_a_valid_record_and_explains_every_class() -> None:
    text = (ROOT / "seeds/TEMPLATE.yml").read_text(encoding="utf-8")
    # Its sum is to be filled in; everything else must be an example that works.
    filled = text.replace("0" * 64, "a" * 64)
    assert parse_record(filled, "seeds/TEMPLATE.yml").record.id == "outlet-2020"
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert [kind for kind in LINE_CLASSES if kind not in " ".join(comments)] == []


def test_the_data_files_are_read() -> None:
    assert SITE_KIT.data.problems == ()
    assert SITE_KIT.data.of(ALTERED_FACTS)
    assert SITE_KIT.data.of(MEASURED_STATEMENTS)
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in written_pages(ROOT / "docs")]
    assert [page for page in pages if not SITE_KIT.data.of(CHANGES).published(page)] == []


def test_the_pages_show_the_blocks_that_the_build_fills() -> None:
    docs = ROOT / "docs"
    fillings = load_fillings(docs, ROOT)
    for path, kind in (("timeline.md", "timeline"), ("contacts/index.md", "comparison")):
        text = (docs / path).read_text(encoding="utf-8")
        assert f"```{kind}\n```" in text
        assert len(parse_page(text, path, fillings).body) > len(text)


@pytest.mark.parametrize("path", ["README.md", "MAINTAINING.md", "NOTICE", "mkdocs.yml"])
def test_the_articles_are_counted_right_outside_the_pages(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert [match[0] for match in wrong_counts(text, len(RECORDS))] == []


def test_the_notice_covers_every_article(site_library: Library) -> None:
    """It points to the records, each of which names a publisher, so a new article needs no edit."""
    text = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "seeds/*.txt" in text
    assert "seeds/<id>.yml" in text
    assert all(source.record.publisher for source in site_library.sources.values())


def test_the_readme_shows_a_source_that_is_there() -> None:
    shown = re.findall(r"build_tools show ([\w-]+)", (ROOT / "README.md").read_text("utf-8"))
    assert shown
    assert set(shown) <= {path.stem for path in RECORDS}


def test_the_counts_of_the_pages_add_up(site_manuscript: Ledger) -> None:
    total = len(site_manuscript.entries)
    assert total > 0
    assert sum(count_verdicts(tally_pages(site_manuscript)).values()) == total
    assert sum(count_origins(tally_pages(site_manuscript)).values()) == total
    for use in source_uses(site_manuscript):
        paragraphs = len(site_manuscript.library.sources[use.id].article.paragraphs)
        assert sorted(use.used + use.unused) == list(range(1, paragraphs + 1))


def test_the_prose_of_the_explainer_reads_within_the_limits(
    site_manuscript: Ledger, site_library: Library
) -> None:
    """A new page may be beyond them at first: `check --reading` tells of it."""
    readings = [read_page(page, site_library) for page in site_manuscript.pages.values()]
    beyond = {it.name: found for it in readings if (found := it.beyond(site_library.limits))}
    assert {it.name for it in readings} >= EXPLAINER
    assert not beyond.keys() & EXPLAINER, beyond
    # Most pages have enough of it to be measured.
    assert sum(it.words >= ENOUGH for it in readings) > len(readings) / 2
