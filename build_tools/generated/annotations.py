"""Each statement as a W3C Web Annotation in JSON-LD: what it says, of which passages.

https://www.w3.org/TR/annotation-model/. A passage is found by a text fragment; the words of it that
the site shows beside the statement, and no others, are quoted.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urldefrag

from build_tools.generated.evidence_data import StatementData
from build_tools.generated.publication import LICENSE, stem_of
from build_tools.generated.published_site import PublishedSite
from build_tools.generated.sources import SOURCES_FOLDER
from build_tools.pages.extracts import Extracts
from build_tools.pages.statements import Statement
from build_tools.sources.library import Passage
from build_tools.text.quotations import text_fragment

ANNOTATIONS = "annotations.jsonld"
DATA_PAGE = "data.md"
# What the model of annotations has no term for, each with what it means.
TERMS = {
    "page": "The address of the page that the statement is on.",
    "verdict": "How the statement came out of the checks.",
    "origin": "Who gathered the news that the statement rests on: one witness each.",
    "standIn": "Words of the statement that stand for other words of the source.",
    "ours": "In a stand-in, the words of the statement.",
    "theirs": "In a stand-in, the words of the source.",
    "paragraph": "The number of a paragraph of the source's body, from 1.",
    "absent": "Words searched for, where the statement says that something is not in the source.",
}
_MANY = ("origin", "standIn", "absent")
_FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"


def render_annotations(site: PublishedSite) -> str:
    """Return all annotations as one collection."""
    ledger, about = site.ledger, site.about
    address, extracts = about.address_of(ANNOTATIONS), ledger.extracts
    sources = {
        id_: about.address_of(site.pages[f"{SOURCES_FOLDER}/{id_}.md"].url)
        for id_ in ledger.library.sources
    }
    items = [
        {
            "id": f"{address}#{stem_of(found.page)}/{found.id}",
            **_annotate(found, about.language),
            "target": list(_targets(entry.statement, extracts, sources)),
        }
        for entry, found in zip(ledger.entries, site.evidence.statements, strict=True)
    ]
    collection = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", _terms(site)],
        "id": address,
        "type": "AnnotationCollection",
        "label": about.name,
        "rights": LICENSE,
        "total": len(items),
        "first": {
            "id": f"{address}#first",
            "type": "AnnotationPage",
            "partOf": address,
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False)


def _terms(site: PublishedSite) -> dict[str, Any]:
    """Give our own terms addresses, at which the page of the data explains them."""
    own = f"{site.about.address_of(site.pages[DATA_PAGE].url)}#term-"
    return {
        term: {"@id": own + term} | ({"@container": "@set"} if term in _MANY else {})
        for term in TERMS
    }


def _annotate(found: StatementData, language: str) -> dict[str, Any]:
    data = found.model_dump(mode="json")
    return {
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "id": found.url,
            "type": "TextualBody",
            "value": found.text,
            "format": "text/plain",
            "language": language,
            "page": urldefrag(found.url).url,
            "verdict": data["verdict"],
            "origin": data["origins"],
            "standIn": data["stand_ins"],
        },
    }


def _targets(
    statement: Statement, extracts: Extracts, pages: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    """Yield the paragraphs that a statement cites, and the sources in which it misses words.

    `pages` has the address of the page of each source.
    """
    library = extracts.library
    for passage in library.passages(statement.citations):
        shown = [extract.text for extract in extracts.of(passage, [statement])]
        yield from _paragraph(passage, shown, pages[passage.source.id])
    for citation in statement.citations:
        if citation.absent_terms and citation.key in library.sources:
            yield {
                "type": "SpecificResource",
                "source": library.sources[citation.key].record.url or pages[citation.key],
                "scope": pages[citation.key],
                "absent": list(citation.absent_terms),
            }


def _paragraph(passage: Passage, shown: Sequence[str], page: str) -> Iterator[dict[str, Any]]:
    """Yield a paragraph, once for each run of its words that the site shows, or once without.

    Where the article has no known address, the site's page of it takes its place.
    """
    paragraph, address = passage.paragraph, passage.source.record.url
    whole = {
        "type": "FragmentSelector",
        "conformsTo": _FRAGMENTS,
        "value": text_fragment(paragraph.text, page=passage.source.article.text),
    }
    quoting = [{"type": "TextQuoteSelector", "exact": words} for words in shown]
    for words in quoting or [{}]:
        within = (whole | ({"refinedBy": words} if words else {})) if address else words
        yield {
            "type": "SpecificResource",
            "source": address or page,
            "scope": f"{page}#para-{paragraph.number}",
            "paragraph": paragraph.number,
            **({"selector": within} if within else {}),
        }
