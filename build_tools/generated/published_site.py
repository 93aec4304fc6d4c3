"""The whole site as published: what each file beside the pages is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.generated.citing import items_of_page
from build_tools.generated.evidence_data import EvidenceData, make_evidence
from build_tools.generated.items import Item
from build_tools.generated.publication import Publication, PublishedPage
from build_tools.ledger import Ledger


@dataclass(frozen=True)
class PublishedSite:
    """The evidence, what the site is, and its pages by their paths below docs; all are read."""

    ledger: Ledger
    about: Publication
    pages: Mapping[str, PublishedPage]
    _items: dict[str, Sequence[Item]] = field(default_factory=dict, init=False)

    @cached_property
    def evidence(self) -> EvidenceData:
        """The evidence as data, gathered once for all files."""
        return make_evidence(self.ledger, self.about, self.pages)

    def items_of(self, uri: str) -> Sequence[Item]:
        """Return what the bibliographies of a page hold, gathered once for all formats."""
        if uri not in self._items:
            self._items[uri] = items_of_page(self.ledger, self.about, self.pages[uri])
        return self._items[uri]
