"""The whole site as published: what each file beside the pages is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from build_tools.generated.evidence_data import EvidenceData, make_evidence
from build_tools.generated.publication import Publication, PublishedPage
from build_tools.ledger import Ledger


@dataclass(frozen=True)
class PublishedSite:
    """The evidence, what the site is, and its pages by their paths below docs; all are read."""

    ledger: Ledger
    about: Publication
    pages: Mapping[str, PublishedPage]

    @cached_property
    def evidence(self) -> EvidenceData:
        """The evidence as data, gathered once for all files."""
        return make_evidence(self.ledger, self.about, self.pages)
