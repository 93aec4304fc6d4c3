"""The generated page on what each outlet calls the islands: counted and linked."""

from collections import Counter, defaultdict
from typing import Any

from build_tools.generated.registry import GeneratedPage
from build_tools.ledger import Ledger
from build_tools.sources.word_uses import OutletUse, Voice, find_outlet_uses
from build_tools.templating import render


def render_names_page(ledger: Ledger) -> str:
    """Return the Markdown of the page."""
    library = ledger.library
    sources = sorted(library.sources.values(), key=lambda source: source.record.issued)
    uses = list(find_outlet_uses(library))
    found: dict[tuple[str, str], list[OutletUse]] = defaultdict(list)
    for use in uses:
        found[use.term, use.source_id].append(use)

    def table(terms: list[str]) -> list[dict[str, Any]]:
        return [
            {
                "term": term,
                "cells": [_count(found[term, source.id]) for source in sources],
                "uses": [
                    (source, found[term, source.id]) for source in sources if found[term, source.id]
                ],
            }
            for term in terms
        ]

    return render(
        "explainer/outlet_names.md.j2",
        sources=sources,
        names=table([term.term for term in library.counted_words.file.names]),
        verbs=table([term.term for term in library.counted_words.file.verbs]),
        uses=len(uses),
        left_out=[words for t in library.counted_words.file.verbs for words in t.not_in],
    )


def _count(uses: list[OutletUse]) -> dict[Voice, int]:
    found = Counter(use.voice for use in uses)
    return {voice: found[voice] for voice in Voice if found[voice]}


OUTLET_NAMES_PAGE = GeneratedPage("names.md", "docs/_data/counted-words.yml", render_names_page)
