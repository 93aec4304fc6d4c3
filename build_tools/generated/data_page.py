"""The generated page on the evidence as data: every field from its model, and worked examples."""

from build_tools.generated.annotations import ANNOTATIONS, TERMS
from build_tools.generated.evidence_data import MODELS, VERSION
from build_tools.generated.evidence_files import (
    EVIDENCE_SCHEMA,
    EVIDENCE_TABLE,
    TABLE_COLUMNS,
)
from build_tools.ledger import Ledger, Verdict
from build_tools.site_data.stated import EVIDENCE_FILE
from build_tools.templating import render


def render_data_page(ledger: Ledger) -> str:
    """Return the Markdown of the page; its examples ask for a source that the site cites."""
    cited = {it.key for entry in ledger.entries for it in entry.statement.citations}
    return render(
        "data.md.j2",
        evidence=EVIDENCE_FILE,
        schema=EVIDENCE_SCHEMA,
        table=EVIDENCE_TABLE,
        annotations=ANNOTATIONS,
        version=VERSION,
        models=MODELS,
        terms=TERMS,
        columns=dict(zip("ABCDEFGHIJ", TABLE_COLUMNS, strict=True)),
        verdicts=[verdict.value for verdict in Verdict],
        source=next((id_ for id_ in ledger.library.sources if id_ in cited), "source-id"),
    )
