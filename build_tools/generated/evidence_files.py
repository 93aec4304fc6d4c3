"""The evidence as files to take away: as JSON with its schema, and as a table."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from build_tools.generated.evidence_data import EvidenceData, StatementData
from build_tools.generated.published_site import PublishedSite

EVIDENCE_SCHEMA, EVIDENCE_TABLE = "evidence.schema.json", "evidence.csv"


def render_evidence_json(site: PublishedSite) -> str:
    """Return the evidence as JSON."""
    return site.evidence.model_dump_json()


def render_evidence_schema(site: PublishedSite) -> str:
    """Return the JSON Schema of the evidence, with its address."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": site.about.address_of(EVIDENCE_SCHEMA),
        **EvidenceData.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def render_evidence_table(site: PublishedSite) -> str:
    """Return a table for spreadsheets, as CSV: a row for each citation of a statement."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(TABLE_COLUMNS)
    writer.writerows(_rows(site.evidence.statements))
    # The mark by which spreadsheets know UTF-8.
    return f"\ufeff{text.getvalue()}"


TABLE_COLUMNS = (
    "statement", "page", "text", "verdict", "origins", "source", "paragraphs", "absent", "url",
    "independent",
)  # fmt: skip


def _rows(statements: Iterable[StatementData]) -> Iterator[tuple[object, ...]]:
    for statement in statements:
        for citation in statement.citations:
            yield (
                statement.id,
                statement.page,
                statement.text,
                statement.verdict.value,
                len(statement.origins),
                citation.source,
                " ".join(map(str, citation.paragraphs)),
                "; ".join(citation.absent),
                statement.url,
                statement.independent,
            )
