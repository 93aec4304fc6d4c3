"""The terms that the site explains."""

from pathlib import Path

from build_tools.lexicon.glossary import Term, load_glossary

FILE = """\
groups:
  - title: From the articles
    terms:
      - term: Tenor
        says: "A smaller bell, The Meridian reported [@meridian-2019, para. 6]. It was cast."
      - term: record
        says: What is known of a source.
        claims: none
        forms: []
"""


def test_a_definition_goes_without_its_citations(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yml"
    path.write_text(FILE, encoding="utf-8")
    glossary = load_glossary(path, "glossary.yml", tmp_path)[0]
    assert [term.term for term in glossary.terms] == ["Tenor", "record"]
    tenor = glossary.terms[0]
    assert tenor.definition == "A smaller bell, The Meridian reported. It was cast."
    assert tenor.anchor == "term-tenor"
    assert [form for form, _ in glossary.forms()] == ["Tenor"]


def test_a_wrong_file_explains_nothing_here(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yml"
    for text in ("groups: 1\n", "groups:\n  - titel: x\n", ": ["):
        path.write_text(text, encoding="utf-8")
        assert load_glossary(path, "glossary.yml", tmp_path)[0].terms == ()
    assert load_glossary(tmp_path / "none.yml", "none.yml", tmp_path)[0].terms == ()


def test_a_malformed_citation_leaves_no_definition() -> None:
    assert Term(term="a", says="Text [@osten-2019, p. 1].").definition == ""
