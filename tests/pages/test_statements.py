"""Statements and uncited text of a page, as one parse of it makes them."""

import pytest
from fixture_types import ReadPage

CITED = "[@osten-2019, para. 9]"


def statements(read_page: ReadPage, text: str) -> list[str]:
    return [statement.text for statement in read_page(text).statements]


def uncited(read_page: ReadPage, text: str) -> list[tuple[str, bool]]:
    return [(found.text, found.exempt) for found in read_page(text).uncited]


def test_each_run_of_text_that_ends_in_a_citation_is_a_statement(read_page: ReadPage) -> None:
    text = f"One {CITED}, and two {CITED}. Three.\n\n- four {CITED}\n\n| a | five {CITED} |\n"
    page = read_page(text)
    assert [s.text for s in page.statements] == ["One", "and two", "four", "| a | five"]
    assert [found.text for found in page.uncited] == ["Three."]


@pytest.mark.parametrize(
    ("text", "statement", "left"),
    [
        ("@osten-2019 [para. 9] says it. Alone.", "Osten News Agency says it", ["Alone."]),
        ("So @osten-2019 [para. 9] says", "So Osten News Agency says", []),
        (
            "Before. So @osten-2019 [para. 9] says, too. Alone.",
            "So Osten News Agency says, too",
            ["Before.", "Alone."],
        ),
        ("Before. @osten-2019 [para. 9] says it.", "Osten News Agency says it", ["Before."]),
    ],
)
def test_a_narrative_citation_bears_its_own_sentence(
    read_page: ReadPage, text: str, statement: str, left: list[str]
) -> None:
    page = read_page(text)
    assert [s.text for s in page.statements] == [statement]
    assert [found.text for found in page.uncited] == left


def test_a_narrative_citation_shares_its_sentence_with_the_next(read_page: ReadPage) -> None:
    [statement] = read_page(f"@meridian-2019 [para. 3] says it, as do others {CITED}.").statements
    assert [citation.key for citation in statement.citations] == ["meridian-2019", "osten-2019"]
    assert statement.text == "Meridian says it, as do others"


SECTIONS = """\
# Heading

One.

## Method {: .no-claim }

Two.

### Deeper

Three.

## Next

Four.
"""


def test_a_heading_exempts_its_section(read_page: ReadPage) -> None:
    found = uncited(read_page, SECTIONS)
    assert found == [("One.", False), ("Two.", True), ("Three.", True), ("Four.", False)]


def test_a_heading_inside_an_exempt_section_exempts_no_more(read_page: ReadPage) -> None:
    text = SECTIONS.replace(" {: .no-claim }", "").replace("Deeper", "Deeper {: .no-claim }")
    assert [text for text, exempt in uncited(read_page, text) if exempt] == ["Three."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One.\n{: .no-claim }\n\nTwo.\n", [("One.", True), ("Two.", False)]),
        ("- one\n- two\n{: .no-claim }\n", [("one", False), ("two", True)]),
        ("---\nclaims: none\n---\n\nOne.\n", [("One.", True)]),
        # What states nothing by itself.
        ("# Heading\n\n| head |\n| --- |\n", []),
        ("```\ncode\n```\n", [("code", False)]),
        ("## Code {: .no-claim }\n\n    indented\n", [("indented", True)]),
        ("…\n", []),
    ],
)
def test_text_without_a_citation(
    read_page: ReadPage, text: str, found: list[tuple[str, bool]]
) -> None:
    assert uncited(read_page, text) == found


def test_a_statement_keeps_its_id_until_its_words_change(read_page: ReadPage) -> None:
    text = f"They agreed {CITED}.\n\nThey agreed {CITED}.\n\nThey met {CITED}.\n"
    one, again, other = (s.id for s in read_page(text).statements)
    assert again == f"{one}-2"
    assert [s.id for s in read_page(f"New.\n\n{text}").statements] == [one, again, other]
    # Typography and citations are not the wording.
    changed = text.replace("They agreed [", "They  *agreed* [").replace("para. 9", "para. 1")
    assert [s.id for s in read_page(changed).statements] == [one, again, other]
    assert statements(read_page, text.replace("met", "parted"))[-1] == "They parted"
    assert read_page(text.replace("met", "parted")).statements[-1].id != other


def test_quotations_are_blanked_out_in_place(read_page: ReadPage) -> None:
    [statement] = read_page(f'Revnik wants a "joint panel" and “more” {CITED}.').statements
    assert [quotation.text for quotation in statement.quotations] == ["joint panel", "more"]
    assert statement.plain.split() == ["Revnik", "wants", "a", "and"]
    assert len(statement.plain) == len(statement.text)
    for quotation in statement.quotations:
        assert statement.text[quotation.offset + 1 :].startswith(quotation.text)


def test_places_are_those_of_the_file(read_page: ReadPage) -> None:
    text = f'---\ntitle: A\n---\n\nAlone.\n\nRevnik *and*\n"Holmvik" met {CITED}.\n'
    page = read_page(text)
    [statement] = page.statements
    assert str(statement.place) == "docs/page.md:7:1"
    assert str(statement.place_of("Holmvik")) == "docs/page.md:8:2"
    assert str(statement.place_of("and")) == "docs/page.md:7:9"
    assert str(statement.place_of("not there")) == "docs/page.md:7:1"
    assert (
        str(statement.place_in_citation(statement.citations[0], "para. 9")) == "docs/page.md:8:29"
    )
    assert [str(found.place) for found in page.uncited] == ["docs/page.md:5:1"]


def test_what_stands_over_a_cell_is_part_of_its_statements(read_page: ReadPage) -> None:
    """Of each of them, and it is looked for in no text: the place is that of the cell's words."""
    text = f"""\
```timeline
eras: [{{from: 1945, title: All}}]
entries:
  - when: 2020-09
    stated: One {CITED}, and two {CITED}. So @osten-2019 [para. 9] says. Then it ends {CITED}.
```
"""
    page = read_page(text)
    assert [s.text for s in page.statements] == [
        "September 2020: One",
        "September 2020: and two",
        "September 2020: So Osten News Agency says",
        "September 2020: Then it ends",
    ]
    line = text.split("\n")[4]
    assert [s.place.column for s in page.statements] == [
        line.index(words) + 1 for words in ("One", "and two", "@osten-2019 [", "Then")
    ]
    assert len({s.id for s in page.statements}) == 4
