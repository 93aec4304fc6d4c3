"""What the site publishes, held to files of the standards that no package carries.

Skipped unless `--official` names a folder with them: MAINTAINING.md says which, and from where.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from generated.test_annotations import keys, load
from jsonschema import Draft4Validator, Draft7Validator
from pyld import jsonld
from referencing import Registry
from referencing.jsonschema import DRAFT4

from build_tools.generated.annotations import ANNOTATIONS, TERMS

MUSTS = "annotations/annotationMusts.test"
OF_TARGET = ("selectorDefined", "checkForRefinedBy", "scopeDefinition")


# Of the session, so that it skips before a site is built.
@pytest.fixture(scope="session")
def official(request: pytest.FixtureRequest) -> Path:
    folder = request.config.getoption("--official")
    if not folder:
        pytest.skip("--official DIR names no folder of the standards' files")
    return Path(folder)


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_csl_json_keeps_to_the_schema_of_csl(official: Path, built_site: Path) -> None:
    validator = Draft7Validator(read(official / "schema/schemas/input/csl-data.json"))
    files = list(built_site.rglob("*.csl.json"))
    assert len(files) > 25
    for file in files:
        validator.validate(read(file))
    [item, *_] = read(built_site / "sources.csl.json")
    for wrong in ({"type": "article-blog"}, {"headline": "A"}, {"author": [{"name": "A"}]}):
        assert not validator.is_valid([item | wrong])


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
    assert len(items) == collection["total"] > 400
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
