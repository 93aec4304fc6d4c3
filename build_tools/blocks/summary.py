"""The block `summary`: a few cited sentences that answer a page's question, for readers to copy."""

from typing import Any

from pydantic import Field

from build_tools.blocks.background import find_facts
from build_tools.blocks.block import BlockContext, BlockKind, refuse, wrong
from build_tools.files.models import StrictModel, Text
from build_tools.files.yaml_places import LinedYaml
from build_tools.syntax.citations import CitationError, without_citations
from build_tools.syntax.position_tags import strip_tags
from build_tools.text.dates import format_edtf

# More than this is no summary, and few will paste it into an answer.
MOST_WORDS = 120


class SummaryModel(StrictModel):
    """The sentences, with their citations, and what the copy says of the time since."""

    text: Text = Field(description="The sentences, each with its citation.")
    since: Text | None = Field(
        None,
        description="Id of a fact from outside: its first sentence ends the copy, which says so.",
    )


def _prepare(model: SummaryModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:
    words = _uncited(model.text)
    many = len(words.split())
    if many > MOST_WORDS:
        message = f"'text' must have at most {MOST_WORDS} words, citations aside"
        refuse([wrong(lined, ("text",), message, f"it has {many}")])
    ends = around.library.end_of_evidence
    after = find_facts({("since",): model.since} if model.since else {}, lined, around)
    return {
        "text": model.text,
        "since": [(fact.date, fact.first_sentence) for fact in after],
        "words": words,
        "articles": len(around.library.sources),
        "ends": format_edtf(ends.isoformat()) if ends else "",
    }


def _uncited(text: str) -> str:
    """Return text without its citations; a wrong one, which has a problem of its own, stays."""
    plain = strip_tags(text)
    try:
        return " ".join(without_citations(plain).split())
    except CitationError:
        return plain


SUMMARY = BlockKind(
    "summary",
    SummaryModel,
    _prepare,
    f"At most {MOST_WORDS} words that answer the page's question, with a button that copies them.",
    """\
text: >-
  The conversation lasted 35 minutes, Osten reported [@osten-2019, para. 2].
""",
)
