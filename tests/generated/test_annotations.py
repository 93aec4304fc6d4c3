"""Statements as Web Annotations, expanded by a program that this project did not write."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from generated.published import published_site
from pyld import jsonld

from build_tools.generated.annotations import TERMS, render_annotations
from build_tools.ledger import Ledger

# The terms of http://www.w3.org/ns/anno.jsonld that are used here, each as that context defines it,
# which no package carries: the tests ask no other host.
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
DCTERMS, RDF = "http://purl.org/dc/terms/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
COUNT = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
_ADDRESS = {"@type": "@id"}
CONTEXT = {
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@id"},
    **{
        name: OA + name
        for name in "Annotation TextualBody SpecificResource FragmentSelector TextQuoteSelector "
        "describing exact".split()
    },
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "body": {"@id": f"{OA}hasBody", **_ADDRESS},
    "target": {"@id": f"{OA}hasTarget", **_ADDRESS},
    "source": {"@id": f"{OA}hasSource", **_ADDRESS},
    "scope": {"@id": f"{OA}hasScope", **_ADDRESS},
    "selector": {"@id": f"{OA}hasSelector", **_ADDRESS},
    "refinedBy": {"@id": f"{OA}refinedBy", **_ADDRESS},
    "conformsTo": {"@id": f"{DCTERMS}conformsTo", **_ADDRESS},
    "rights": {"@id": f"{DCTERMS}rights", **_ADDRESS},
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": {"@id": f"{AS}totalItems", "@type": COUNT},
    "first": {"@id": f"{AS}first", **_ADDRESS},
    "partOf": {"@id": f"{AS}partOf", **_ADDRESS},
    "startIndex": {"@id": f"{AS}startIndex", "@type": COUNT},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
}
OWN = "https://example.org/x/data/#term-"


def load(url: str, _options: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    document = {"@context": CONTEXT}
    return {"contextUrl": None, "documentUrl": url, "document": document}


@pytest.fixture(scope="module")
def collection(manuscript: Ledger) -> Any:
    return json.loads("".join(render_annotations(published_site(manuscript))))


@pytest.fixture(scope="module")
def expanded(collection: Any) -> list[Any]:
    """The annotations with every term in full; a term that nothing defines is dropped."""
    [found] = jsonld.expand(collection, {"documentLoader": load})
    [page] = found[f"{AS}first"]
    [listed] = page[f"{AS}items"]
    return list(listed["@list"])


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_every_term_is_the_standards_or_explained_by_us(collection: Any) -> None:
    used = set(keys(collection["first"]))
    assert used <= CONTEXT.keys() | TERMS.keys()
    # The invented pages have no stand-ins: `tests/site/test_metadata.py` looks at those.
    assert TERMS.keys() - used <= {"ours", "theirs"}
    assert set(collection["@context"][1]) == TERMS.keys()


def test_annotations_expand_to_what_the_model_asks_for(
    manuscript: Ledger, expanded: list[Any]
) -> None:
    assert len(expanded) == len(manuscript.entries)
    assert len({one["@id"] for one in expanded}) == len(expanded)
    for one, entry in zip(expanded, manuscript.entries, strict=True):
        assert one["@type"] == [f"{OA}Annotation"]
        assert one[f"{OA}motivatedBy"] == [{"@id": f"{OA}describing"}]
        [body] = one[f"{OA}hasBody"]
        assert body["@type"] == [f"{OA}TextualBody"]
        assert body["@id"].endswith(f"/#{entry.statement.id}")
        assert body[f"{RDF}value"] == [{"@value": entry.statement.text}]
        assert body[f"{OWN}verdict"] == [{"@value": entry.verdict.value}]
        assert body["@id"].startswith(body[f"{OWN}page"][0]["@value"])
        assert one[f"{OA}hasTarget"]
        for target in one[f"{OA}hasTarget"]:
            assert target["@type"] == [f"{OA}SpecificResource"]
            [source] = target[f"{OA}hasSource"]
            assert source["@id"].startswith("https://")
            assert (f"{OA}hasSelector" in target) != (f"{OWN}absent" in target)


def test_a_target_is_its_paragraph_with_words_that_it_has(
    manuscript: Ledger, collection: Any
) -> None:
    articles = {source.record.url: source.article for source in manuscript.library.sources.values()}
    quoted = 0
    for one in collection["first"]["items"]:
        for target in one["target"]:
            if "selector" not in target:
                continue
            paragraph = articles[target["source"]].paragraphs[target["paragraph"] - 1]
            assert target["scope"].endswith(f"#para-{paragraph.number}")
            ends = target["selector"]["value"].removeprefix(":~:text=").split(",")
            assert all(unquote(end) in " ".join(paragraph.text.split()) for end in ends)
            if words := target["selector"].get("refinedBy"):
                assert words["exact"] in paragraph.text
                quoted += 1
    assert quoted > len(collection["first"]["items"]) / 2


def test_no_more_words_are_quoted_than_the_site_may_show(
    manuscript: Ledger, collection: Any
) -> None:
    words: dict[str, set[tuple[int, str]]] = {}
    for one in collection["first"]["items"]:
        for target in one["target"]:
            quote = target.get("selector", {}).get("refinedBy")
            if quote:
                found = words.setdefault(target["source"], set())
                found.add((target["paragraph"], quote["exact"]))
    for source in manuscript.library.sources.values():
        shown = set()
        for number, text in words.get(source.record.url, ()):
            paragraph = source.article.paragraphs[number - 1].text
            start = paragraph.index(text)
            shown |= {(number, start + m.start()) for m in re.finditer(r"[\w’']+", text)}
        assert len(shown) <= manuscript.library.limits.largest_share * source.article.body_words
