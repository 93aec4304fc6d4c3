"""The evidence as data: by its schema, and field by field."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from generated.published import SITE, published_site
from generated.test_registry import PAGE
from jsonschema import Draft202012Validator
from project import CONFIG, KIT

from build_tools.generated.data_page import render_data_page
from build_tools.generated.evidence_data import MODELS
from build_tools.generated.evidence_files import (
    TABLE_COLUMNS,
    render_evidence_json,
    render_evidence_schema,
    render_evidence_table,
)
from build_tools.generated.publication import PublishedPage
from build_tools.generated.published_site import PublishedSite
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.front_matter import parse_page
from build_tools.sources.library import Library

CALL = {"talks/call.md": PublishedPage("talks/call.md", "talks/call/", "A call", "")}


@pytest.fixture(scope="module")
def small(library: Library) -> Ledger:
    """One page, with a statement of every verdict: one cites a source that does not load."""
    library = replace(library, broken=frozenset(["coast-2020"]))
    source = parse_page(PAGE, "docs/talks/call.md")
    ledger = Ledger(library, KIT, page_info(source, "docs/talks/call.md", "talks/call.md"))
    site_markdown(CONFIG, ledger).convert(source.body)
    return ledger


@pytest.fixture(scope="module")
def data(manuscript: Ledger) -> Any:
    return json.loads(render_evidence_json(published_site(manuscript)))


def test_the_schema_is_one_and_the_data_follow_it(small: Ledger, data: Any) -> None:
    schema = json.loads(render_evidence_schema(PublishedSite(small, SITE, {})))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "https://example.org/x/evidence.schema.json"
    validator = Draft202012Validator(schema)
    validator.validate(data)
    validator.validate(json.loads(render_evidence_json(PublishedSite(small, SITE, CALL))))
    # It would notice.
    for wrong in (
        {**data, "version": "2.0"},
        {**data, "more": 1},
        {key: value for key, value in data.items() if key != "statements"},
        {**data, "statements": [{**data["statements"][0], "verdict": "true"}]},
    ):
        assert not validator.is_valid(wrong)


def test_every_field_is_explained(small: Ledger) -> None:
    page = render_data_page(small)
    for model in MODELS:
        assert model.__doc__
        for name, field in model.model_fields.items():
            assert field.description
            assert f"| `{name}` | " in page


def test_a_statement_has_its_address(data: Any) -> None:
    for statement in data["statements"]:
        folder = statement["page"].removesuffix(".md")
        assert statement["url"] == f"https://example.org/x/{folder}/#{statement['id']}"


def test_the_table_has_a_row_for_each_citation(manuscript: Ledger, data: Any) -> None:
    text = render_evidence_table(published_site(manuscript))
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert tuple(rows[0]) == TABLE_COLUMNS
    assert [(row["url"], row["source"]) for row in rows] == [
        (one["url"], citation["source"])
        for one in data["statements"]
        for citation in one["citations"]
    ]


def test_the_json_has_each_finding_and_waiver(small: Ledger) -> None:
    statements = json.loads(render_evidence_json(PublishedSite(small, SITE, CALL)))["statements"]
    assert [bool(s["findings"]) for s in statements] == [False] * 4 + [True] * 2
    assert statements[3]["waivers"] == [{"code": "attribution", "reason": "why not"}]
    assert statements[5]["findings"][0].startswith("number: “99 minutes”")
    assert statements[2]["origins"] == ["harbour-post", "osten"]
    assert [one["independent"] for one in statements] == [1, 1, 2, 1, 1, 1]
    assert statements[0]["citations"] == [
        {"source": "harbour-post-2015", "paragraphs": [2], "pins": [], "absent": []}
    ]
