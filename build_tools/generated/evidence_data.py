"""The evidence as data: every statement with its outcome, in models that make the schema."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from build_tools.generated.evidence import (
    SourceUse,
    count_origins,
    count_verdicts,
    source_uses,
)
from build_tools.generated.publication import LICENSE, Publication, PublishedPage
from build_tools.generated.tally import count_witnesses, tally_pages
from build_tools.ledger import Entry, Ledger, Verdict
from build_tools.pages.account import stand_ins_in

# The first figure counts changes that a reader of the file must follow, the second additions.
VERSION = "1.1"
Pages = Mapping[str, PublishedPage]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class CitationData(_Data):
    """One citation of a statement: paragraphs of a source, or words that are not in it."""

    source: str = Field(description="The id of the source.")
    paragraphs: tuple[int, ...] = Field(
        description="The paragraphs of its body, counted from 1; none where it says that words "
        "are absent."
    )
    pins: tuple[str, ...] = Field(
        description="The exact words relied on, where the writer has named them."
    )
    absent: tuple[str, ...] = Field(
        description="The words searched for, where the statement says that something is not in "
        "the source."
    )


class StandInData(_Data):
    """A word of a statement that stands for another in the source, as a person has judged."""

    ours: str = Field(description="The words of the statement.")
    theirs: str = Field(description="The words of the source.")


class WaiverData(_Data):
    """A problem that a reviewer has set aside."""

    code: str = Field(description="The code of the check.")
    reason: str = Field(description="Why the check is wrong here.")


class StatementData(_Data):
    """One statement: the text that ends in a citation, with what the checks found."""

    id: str = Field(description="Its id, on its page alone. It stays while page and wording do.")
    page: str = Field(description="The path of the page that it is on, below the folder of pages.")
    url: str = Field(description="The address of the statement.")
    text: str = Field(description="What it says.")
    verdict: Verdict = Field(description="How it came out of the checks.")
    citations: tuple[CitationData, ...] = Field(description="What it cites, in order.")
    origins: tuple[str, ...] = Field(
        description="Who gathered the news that it rests on: sources of one origin are one witness."
    )
    independent: int = Field(
        description="How many of these each bear most of it out; 1 where each bears a part."
    )
    stand_ins: tuple[StandInData, ...] = Field(
        description="Its words that stand for others of the source."
    )
    findings: tuple[str, ...] = Field(description="What the checks found, each with its code.")
    waivers: tuple[WaiverData, ...] = Field(description="What reviewers have set aside.")


class EvidenceData(_Data):
    """All statements of the site, and how many of each kind there are."""

    version: Literal["1.1"] = Field(
        description="The version of this form: the second figure counts additions, the first "
        "all other changes."
    )
    site: str = Field(description="The address of the site.")
    license: str = Field(
        description="The licence of the site's own text. What is quoted belongs to the publishers."
    )
    statements: tuple[StatementData, ...] = Field(description="Every statement, page by page.")
    verdicts: dict[Verdict, int] = Field(description="How many statements came out so.")
    origins: dict[int, int] = Field(
        description="How many statements have so many independent origins that each bear most "
        "of them out."
    )
    sources: tuple[SourceUse, ...] = Field(
        description="How much of each source the site uses, by paragraphs and by words."
    )


MODELS = (EvidenceData, StatementData, CitationData, StandInData, WaiverData)


def make_evidence(ledger: Ledger, site: Publication, pages: Pages) -> EvidenceData:
    """Gather the data, once all pages have been read; `pages` are as published, by their paths."""
    tallies = tally_pages(ledger)
    return EvidenceData(
        version=VERSION,
        site=site.address,
        license=LICENSE,
        statements=tuple(_statement(entry, ledger, site, pages) for entry in ledger.entries),
        verdicts={Verdict(name): count for name, count in count_verdicts(tallies).items()},
        origins=count_origins(tallies),
        sources=tuple(source_uses(ledger)),
    )


def _statement(entry: Entry, ledger: Ledger, site: Publication, pages: Pages) -> StatementData:
    statement = entry.statement
    return StatementData(
        id=statement.id,
        page=entry.page.uri,
        url=f"{site.address_of(pages[entry.page.uri].url)}#{statement.id}",
        text=statement.text,
        verdict=entry.verdict,
        citations=tuple(
            CitationData(
                source=citation.key,
                paragraphs=citation.locator.numbers if citation.locator else (),
                pins=citation.pins,
                absent=citation.absent_terms,
            )
            for citation in statement.citations
        ),
        origins=ledger.library.origins(statement.citations),
        independent=count_witnesses(entry, ledger.library),
        stand_ins=tuple(dict.fromkeys(_stand_ins(entry, ledger))),
        findings=tuple(f"{problem.code}: {problem.message}" for problem in entry.problems),
        waivers=tuple(WaiverData(code=w.code, reason=w.reason) for w, _ in entry.waived),
    )


def _stand_ins(entry: Entry, ledger: Ledger) -> Iterator[StandInData]:
    for passage in ledger.library.passages(entry.statement.citations):
        for pair, span in stand_ins_in(entry.statement, ledger.library, passage):
            start, end = passage.paragraph.folded.original_span(*span)
            yield StandInData(ours=pair.ours, theirs=passage.paragraph.text[start:end])
