"""Bibliographies as files, read again by programs that this project did not write."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree

import bibtexparser
import pytest
import rispy
from pandoc import items_of

from build_tools.generated.bibliography import (
    FORMATS,
    render_biblatex,
    render_csl_json,
    render_csl_yaml,
    render_ris,
)
from build_tools.generated.items import Item
from build_tools.sources.records import Name

ITEM = Item("item", "article-newspaper", "What now", "The Weekly", "https://a.example/", "en")
BODY = Name(literal="Osten News and Agency")
NAMES = (
    Name(family="Tøfting", given="Sigrun Jean-Paul"),
    Name(family="Петров", given="Иван Сергеевич"),
    Name(family="山田", given="太郎"),
    Name(family="Mono"),
)
SIGNS = "a*b* _c_ $5 & 10% <b>d</b> @key #1 {x} [y](z) \\n ^e^~f~ `g` | 1--2 ... &amp; ¶ “h”"
TITLES = (
    "Переговоры о мирном договоре продолжаются",
    "交渉、再開へ",
    "[Report on a call]",
    *("1. A", "a) b", "(1) c", "# d", "- e", "+ f", ": g", "> h", "% i", "| j", "No", "2020", "~"),
    SIGNS,
)
ITEMS = (
    replace(ITEM, id="persons", authors=NAMES, issued="2021-10-08", note="A note: it's one."),
    replace(ITEM, id="body", authors=(BODY,), issued="2020-09-29/2020-09-30", section="A > B"),
    replace(ITEM, id="years", issued="2020-12-31/2021-01-01", publisher="P & Q, Ltd."),
    replace(ITEM, id="magazine", type="article-magazine", language="ja", issued="2021-10-08"),
    replace(ITEM, id="site/a/page", type="webpage", authors=(BODY,), issued="2021-10-08"),
    replace(ITEM, id="address", url="https://a.example/a_b/~x--y...?y=1&z=%20&amp=*c*#f"),
    *(replace(ITEM, id=f"title-{n}", title=title) for n, title in enumerate(TITLES)),
)


def differences(found: dict[str, Any]) -> dict[tuple[str, str], tuple[Any, Any]]:
    """Return the fields that a reader has found otherwise, with what they should be."""
    assert list(found) == [item.id for item in ITEMS]
    return {
        (item.id, key): (found[item.id].get(key), item.csl().get(key))
        for item in ITEMS
        for key in sorted({*found[item.id], *item.csl()})
        if found[item.id].get(key) != item.csl().get(key)
    }


def of_csl(name: str) -> set[str]:
    """Return what the schema of CSL lists under a name: https://github.com/citation-style-language.

    Of that schema citeproc-py carries the part on styles, with all types and variables. What other
    packages carry of the part on CSL-JSON, `tests/site/test_official.py` holds the site to.
    """
    path = files("citeproc") / "data/schema/schemas/styles/csl.rng"
    root = ElementTree.fromstring(path.read_text("utf-8"))
    space = {"rng": "http://relaxng.org/ns/structure/1.0"}
    found: set[str] = set()
    for define in root.iterfind(f".//rng:define[@name='{name}']", space):
        found |= {str(value.text) for value in define.iterfind(".//rng:value", space)}
        for other in define.iterfind(".//rng:ref", space):
            found |= of_csl(other.attrib["name"])
    return found


def test_csl_knows_every_type_and_variable_as_what_it_is() -> None:
    kinds = {
        list: of_csl("variables.names"),
        dict: of_csl("variables.dates"),
        str: of_csl("variables.standard"),
    }
    assert all(kinds.values())
    used = set()
    for item in json.loads(render_csl_json(ITEMS)):
        assert item.pop("id")
        assert item.pop("type") in of_csl("item-types")
        for key, value in item.items():
            assert key in kinds[type(value)]
            used.add(key)
    # What an item of ours can have, all of it.
    assert len(used) == 9


def test_pandoc_reads_the_same_fields_in_csl_json() -> None:
    assert json.loads(render_csl_json(ITEMS)) == [item.csl() for item in ITEMS]
    different = differences(items_of(render_csl_json(ITEMS), "csljson"))
    # Pandoc makes an apostrophe typographic when it writes.
    assert set(different) <= {("persons", "note")}


def test_pandoc_reads_the_same_fields_in_csl_yaml() -> None:
    assert differences(items_of(render_csl_yaml(ITEMS), "markdown")) == {}


def test_pandoc_reads_the_same_fields_in_biblatex() -> None:
    different = differences(items_of(render_biblatex(ITEMS), "biblatex"))
    signs = f"title-{len(TITLES) - 1}"
    found, wanted = different.pop((signs, "title"))
    # Two hyphens are TeX's own way to write a dash.
    assert found == wanted.replace("--", "–")
    # BibLaTeX has no field for a section.
    assert different == {("body", "section"): (None, "A > B")}


def test_pandoc_reads_what_it_knows_of_ris() -> None:
    different = differences(items_of(render_ris(ITEMS), "ris"))
    # It looks at no note and at no section, and takes every name for a person's.
    unread = {"note", "section"}
    rest = {key: value for key, value in different.items() if key[1] not in unread}
    family = [{"family": "Osten News and Agency"}]
    body = [{"literal": "Osten News and Agency"}]
    assert rest == {
        ("body", "author"): (family, body),
        ("site/a/page", "author"): (family, body),
        ("site/a/page", "type"): ("misc", "webpage"),
    }


def test_a_reader_of_ris_finds_every_field() -> None:
    found = {entry["id"]: entry for entry in rispy.loads(render_ris(ITEMS))}
    assert list(found) == [item.id for item in ITEMS]
    persons, body = found["persons"], found["body"]
    assert persons["authors"] == [
        "Tøfting, Sigrun Jean-Paul",
        "Петров, Иван Сергеевич",
        "山田, 太郎",
        "Mono,",
    ]
    assert persons["publication_year"] == "2021-10-08"
    assert (persons["year"], persons["date"]) == ("2021", "2021/10/08/")
    assert body["authors"] == ["Osten News and Agency,"]
    assert (body["year"], body["date"]) == ("2020", "2020/09//")
    assert body["section"] == "A > B"
    assert not {"year", "date"} & set(found["years"])
    kinds = [found[id_]["type_of_reference"] for id_ in ("persons", "magazine", "site/a/page")]
    assert kinds == ["NEWS", "MGZN", "ELEC"]
    for item in ITEMS:
        entry = found[item.id]
        assert entry["title"] == item.title
        assert entry["secondary_title"] == item.container
        assert entry["urls"] == [item.url]
        assert entry["language"] == item.language
        assert entry.get("notes", [""]) == [item.note]
        assert entry.get("publisher", "") == item.publisher


def test_a_parser_of_bibtex_finds_every_entry() -> None:
    library = bibtexparser.parse_string(render_biblatex(ITEMS))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [item.id for item in ITEMS]
    fields = {entry.key: entry.fields_dict for entry in library.entries}
    assert fields["body"]["author"].value == "{Osten News and Agency}"
    assert fields["body"]["date"].value == "2020-09-29/2020-09-30"
    # BibTeX asks each article for its journal by this name, and knows no days: it has the year.
    assert fields["body"]["journal"].value == "{The Weekly}"
    assert fields["body"]["year"].value == "2020"
    assert "year" not in fields["years"]
    assert fields["title-0"]["title"].value == f"{{{TITLES[0]}}}"
    assert {entry.entry_type for entry in library.entries} == {"article", "online"}


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_none_is_an_empty_bibliography(kind: Any) -> None:
    assert kind.render([]).strip() in ("[]", "---\nreferences: []\n...", "")
